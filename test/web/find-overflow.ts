/// <reference lib="dom" />

/** Something on a wall that a room could not read. */
export interface Unreadable {
  text: string;
  problem: 'small' | 'cut' | 'outside';
  detail: string;
}

/**
 * Runs inside the page (`page.evaluate(findOverflow, 28)`), so it stands alone: every text must be at least `minimumPx` canvas pixels high,
 * not wider than its element, and inside the window. The canvas is 1920 pixels wide whatever the window's size.
 */
export function findOverflow(minimumPx: number): Unreadable[] {
  const scale = Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
  const found: Unreadable[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text === '' || element === null || element.matches('script, style')) continue;
    const size = parseFloat(getComputedStyle(element).fontSize) / scale;
    if (size < minimumPx - 0.1) found.push({ text, problem: 'small', detail: `${size.toFixed(1)} px` });
    if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
      found.push({ text, problem: 'cut', detail: `${element.scrollWidth} in ${element.clientWidth} px` });
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    if (left < 0 || top < 0 || right > window.innerWidth || bottom > window.innerHeight) {
      found.push({ text, problem: 'outside', detail: [left, top, right, bottom].map(Math.round).join(' ') });
    }
  }
  return found;
}
