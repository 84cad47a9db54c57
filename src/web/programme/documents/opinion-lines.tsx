import { useLanguage } from '../../common/language-context';
import type { OpenDocument } from '../model/rows';

type Opinions = OpenDocument['consultations']['nodes'];

/** What each unit that was asked thinks, and what became of it. */
export function OpinionLines({ opinions }: { opinions: Opinions }) {
  const { texts, pick } = useLanguage<'programme'>();
  const words = texts.programme.documents;
  const outcome = ({ opinion, isAwaited }: Opinions[number]) => {
    if (opinion !== null) return words.opinion[opinion];
    return isAwaited ? words.awaited : words.unanswered;
  };
  return (
    <ul>
      {opinions.map((row) => (
        <li key={row.id}>
          {row.unit !== null && pick(row.unit.shortName, row.unit.shortNameEn)}: {outcome(row)}
          {row.verdict !== null && ` · ${words.verdict[row.verdict]}`}
        </li>
      ))}
    </ul>
  );
}
