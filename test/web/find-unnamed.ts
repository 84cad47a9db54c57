/// <reference lib="dom" />

/** Runs inside the page. What somebody who hears it could not find or place: headings that skip a level, parts and controls without a name. */
export function findUnnamed(): string[] {
  const found: string[] = [];
  const headings = Array.from(document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6'));
  let before = 0;
  for (const heading of headings) {
    const level = Number(heading.tagName.slice(1));
    if (level > before + 1) found.push(`h${level} after h${before}: ${heading.innerText}`);
    if (heading.innerText.trim() === '') found.push(`an empty h${level}`);
    before = level;
  }
  const mains = document.querySelectorAll('main').length;
  if (mains !== 1) found.push(`${mains} main landmarks`);
  const firsts = document.querySelectorAll('h1').length;
  if (firsts !== 1) found.push(`${firsts} first headings`);
  for (const part of Array.from(document.querySelectorAll('section, nav, [role=group], [role=img]'))) {
    const labelledBy = document.getElementById(part.getAttribute('aria-labelledby') ?? '')?.innerText;
    if (!part.getAttribute('aria-label') && !labelledBy) found.push(`without a name: ${part.outerHTML.slice(0, 80)}`);
  }
  for (const control of Array.from(document.querySelectorAll<HTMLElement>('a, button, summary'))) {
    if (control.innerText.trim() === '') found.push(`without a text: ${control.outerHTML.slice(0, 80)}`);
  }
  const ids = Array.from(document.querySelectorAll('[id]')).map(({ id }) => id);
  return [...found, ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: #${id}`)];
}
