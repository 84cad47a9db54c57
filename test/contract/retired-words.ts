/** A word that is used no more, what is said now, and the folders from which it is gone. */
export interface RetiredWord {
  readonly word: string;
  readonly now: string;
  readonly goneFrom: readonly string[];
}

/** The table of the glossary. */
export function retiredWords(glossary: string): RetiredWord[] {
  const [, section = ''] = glossary.split('## Retired words');
  const rows = [...section.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].slice(2);
  return rows.map(([, word, now, folders]) => ({
    word: word!.trim(),
    now: now!.trim(),
    goneFrom: [...folders!.matchAll(/`([^`]+)`/g)].map(([, folder]) => folder!),
  }));
}

/** Where a file says a retired word again: quotations of names (in backticks or double quotes) apart. */
export function retiredIn(file: string, text: string, words: readonly RetiredWord[]): string[] {
  const inPlace = words.filter(({ goneFrom }) => goneFrom.some((folder) => file.startsWith(`${folder}/`)));
  return text.split('\n').flatMap((line, index) => {
    const said = file.endsWith('.md') ? line.replace(/`[^`]*`|"[^"]*"/g, '') : line;
    return inPlace
      .filter(({ word }) => new RegExp(`(?<![\\w-])${word}s?(?![\\w-])`, 'i').test(said))
      .map(({ word, now }) => `${file}:${index + 1} says “${word}”: say “${now}”`);
  });
}
