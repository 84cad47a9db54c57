import { useLanguage } from '../common/language-context';
import type { SignedIn } from '../common/session/use-session';
import { sectionsOf } from './sections';
import { useHashRoute } from './use-hash-route';

/** The sections that the account's roles allow, and the way to the programme's page. */
export function Navigation({ viewer }: { viewer: SignedIn }) {
  const { texts } = useLanguage<'report'>();
  const [path = ''] = useHashRoute();
  const sections = sectionsOf(viewer.roles);
  const known = sections.some((section) => section.path === path);
  return (
    <>
      {sections.map((each, index) => {
        const isHere =
          each.path === path ||
          (path === 'item' && each.section === 'work') ||
          (!known && path !== 'item' && index === 0);
        return (
          <a key={each.path} href={`#/${each.path}`} aria-current={isHere ? 'page' : undefined}>
            {texts.report.nav[each.section]}
          </a>
        );
      })}
      <a href="/programme">{texts.common.places.programme}</a>
    </>
  );
}
