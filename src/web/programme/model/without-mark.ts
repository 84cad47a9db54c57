/** A sample row's name without the word that says so: the page puts its own mark beside it. */
export function withoutMark(name: string): string {
  return name.replace(/ \((?:mẫu|sample)\)$/, '');
}
