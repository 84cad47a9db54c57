import { useLanguage } from '../common/language-context';
import { useLive } from '../common/live/use-live';
import { programmeAgreement, programmeDocuments, programmeTargets, programmeWork } from './operations';
import { Failure } from '../common/ui/failure';
import { AgreementSection } from './agreement/agreement-section';
import { DocumentsSection } from './documents/documents-section';
import { GapsSection } from './gaps/gaps-section';
import { Heading } from './heading/heading';
import { SectionBar } from './heading/section-bar';
import { Summary } from './heading/summary';
import { deriveGaps } from './model/derive-gaps';
import { rowsOf } from './model/rows';
import { TargetsSection } from './targets/targets-section';
import { WorkSection } from './work/work-section';

/** One programme as its committee sees it: four live answers over one connection. */
export function ProgrammePage({ code }: { code: string }) {
  const words = useLanguage<'programme'>();
  const { texts } = words;
  const targets = useLive(programmeTargets, { programme: code });
  const work = useLive(programmeWork, { programme: code });
  const documents = useLive(programmeDocuments, { programme: code });
  const agreement = useLive(programmeAgreement, {});
  const error = targets.error ?? work.error ?? documents.error ?? agreement.error;
  const programme = targets.data?.programme ?? null;
  const rows = rowsOf(targets.data, work.data, documents.data);
  const gaps = rows === null ? null : deriveGaps(rows, words);
  const indicators = agreement.data?.indicators.nodes ?? null;

  if (targets.data !== null && programme === null) return <p>{texts.programme.unknown(code)}</p>;
  return (
    <>
      {error !== null && <Failure message={error} />}
      {programme === null ? (
        error === null && <p className="muted">{texts.loading}</p>
      ) : (
        <>
          <Heading programme={programme} />
          <SectionBar gaps={gaps} indicators={indicators} />
          {rows !== null && <Summary rows={rows} gaps={gaps} indicators={indicators} />}
          <TargetsSection targets={programme.targets.nodes} />
          <WorkSection work={work.data} targets={programme.targets.nodes} />
          <DocumentsSection documents={documents.data?.documents.nodes ?? null} />
          <GapsSection gaps={gaps} />
          <AgreementSection indicators={indicators} />
        </>
      )}
    </>
  );
}
