/// <reference lib="dom" />

/** Runs inside the page. What of it does not fit a phone: sideways scrolling, and buttons or fields lower than 44 px. */
export function findCramped(): string[] {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const targets = 'button, a.button, input:not([type=checkbox]), select, textarea, summary';
  const low = Array.from(document.querySelectorAll<HTMLElement>(targets))
    .filter((element) => element.offsetHeight > 0 && element.offsetHeight < 44)
    .map((element) => `${element.offsetHeight} px: ${element.textContent ?? element.id}`);
  return wide > 0 ? [`${wide} px too wide`, ...low] : low;
}
