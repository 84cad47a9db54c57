import type { homeTextsVi } from './texts.home.vi';
import type { programmeTextsVi } from './texts.programme.vi';
import type { reportTextsVi } from './texts.report.vi';
import type { screenTextsVi } from './texts.screen.vi';
import type { textsVi } from './texts.vi';

/** What all pages say. */
export type CommonTexts = typeof textsVi;

/** What single pages say. A page brings its own part with it, so that nobody loads the others'. */
export interface PageTexts {
  home: typeof homeTextsVi;
  screen: typeof screenTextsVi;
  report: typeof reportTextsVi;
  programme: typeof programmeTextsVi;
}

/** What one page can say. */
export type TextsOf<Page extends keyof PageTexts> = CommonTexts & Pick<PageTexts, Page>;
