import { formatDate } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { useLive } from '../../common/live/use-live';
import { Failure } from '../../common/ui/failure';
import type { OpenDocument } from '../model/rows';
import { withoutMark } from '../model/without-mark';
import { programmeDocument } from '../operations';
import styles from './document-details.module.css';
import { OpinionLines } from './opinion-lines';
import { Wording } from './wording';

/** A document that somebody opened, live: every step with its date and actor, levels, what it carries out, opinions, wording. */
export function DocumentDetails({ code }: { code: string }) {
  const { texts, pick } = useLanguage<'programme'>();
  const words = texts.programme.documents;
  const { data, error } = useLive(programmeDocument, { code });
  const document = data?.document ?? null;
  if (document === null) return error === null ? <p className="muted">{texts.loading}</p> : <Failure message={error} />;
  return (
    <dl className={styles.details} data-testid="document-details">
      <dt>{words.way}</dt>
      <dd>{document.steps.length === 0 ? words.noSteps : <Steps steps={document.steps} />}</dd>
      {document.route.length > 0 && (
        <>
          <dt>{words.route}</dt>
          <dd>{document.route.map((level) => words.levels[level]).join(' → ')}</dd>
        </>
      )}
      {document.implements !== null && (
        <>
          <dt>{words.implements}</dt>
          <dd>{withoutMark(pick(document.implements.title, document.implements.titleEn))}</dd>
        </>
      )}
      {document.consultations.nodes.length > 0 && (
        <>
          <dt>{words.opinions}</dt>
          <dd>
            <OpinionLines opinions={document.consultations.nodes} />
          </dd>
        </>
      )}
      <Wording version={document.versions.at(-1) ?? null} />
    </dl>
  );
}

function Steps({ steps }: Pick<OpenDocument, 'steps'>) {
  const words = useLanguage<'programme'>().texts.programme.documents;
  return (
    <ol>
      {steps.map(({ id, kind, level, takenOn, actor }) => (
        <li key={id} data-step={kind}>
          {formatDate(takenOn)} · {words.steps[kind]}
          {level !== null && ` (${words.levels[level]})`}
          {actor !== null && <small lang="vi">{withoutMark(actor.displayName)}</small>}
        </li>
      ))}
    </ol>
  );
}
