import '../styles/font.css';
import '../styles/light.css';
import { createRoot } from 'react-dom/client';
import { InstallationProvider } from '../common/installation-context';
import { LanguageProvider } from '../common/language-context';
import { programmeTextsEn } from '../common/texts/texts.programme.en';
import { programmeTextsVi } from '../common/texts/texts.programme.vi';
import { PageBoundary } from '../common/ui/page-boundary';
import { ProgrammeApp } from './programme-app';

const PAGE_TEXTS = { vi: { programme: programmeTextsVi }, en: { programme: programmeTextsEn } };

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <LanguageProvider pageTexts={PAGE_TEXTS}>
    <PageBoundary>
      <InstallationProvider>
        <ProgrammeApp />
      </InstallationProvider>
    </PageBoundary>
  </LanguageProvider>,
);
