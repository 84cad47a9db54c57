import '../styles/font.css';
import './screen.css';
import { createRoot } from 'react-dom/client';
import { InstallationProvider } from '../common/installation-context';
import { LanguageProvider } from '../common/language-context';
import { screenTextsEn } from '../common/texts/texts.screen.en';
import { screenTextsVi } from '../common/texts/texts.screen.vi';
import { PageBoundary } from '../common/ui/page-boundary';
import { ScreenApp } from './screen-app';

const PAGE_TEXTS = { vi: { screen: screenTextsVi }, en: { screen: screenTextsEn } };

/** A wall has nobody to press a button. */
const RELOAD_AFTER_MS = 120_000;

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <LanguageProvider pageTexts={PAGE_TEXTS}>
    <PageBoundary reloadAfterMs={RELOAD_AFTER_MS}>
      <InstallationProvider>
        <ScreenApp />
      </InstallationProvider>
    </PageBoundary>
  </LanguageProvider>,
);
