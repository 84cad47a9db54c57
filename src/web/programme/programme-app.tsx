import { useLanguage } from '../common/language-context';
import { SessionGate } from '../common/session/session-gate';
import { ProgrammePage } from './programme-page';

/** The programme that this installation is about, where the address names no other. */
const DEFAULT_PROGRAMME = '07-CTr/TU';

/** The committee's page: for whoever has signed in, whatever the role. */
export function ProgrammeApp() {
  const { texts } = useLanguage<'programme'>();
  const code = new URLSearchParams(window.location.search).get('programme') ?? DEFAULT_PROGRAMME;
  return (
    <SessionGate place={texts.programme.documentTitle} isWide navigation={() => <Navigation />}>
      {() => <ProgrammePage code={code} />}
    </SessionGate>
  );
}

function Navigation() {
  const { texts } = useLanguage<'programme'>();
  const { places } = texts.common;
  return (
    <>
      <a href="/programme" aria-current="page">
        {places.programme}
      </a>
      <a href="/report">{places.report}</a>
    </>
  );
}
