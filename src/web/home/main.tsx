import '../styles/font.css';
import '../styles/light.css';
import { createRoot } from 'react-dom/client';
import { InstallationProvider } from '../common/installation-context';
import { LanguageProvider } from '../common/language-context';
import { homeTextsEn } from '../common/texts/texts.home.en';
import { homeTextsVi } from '../common/texts/texts.home.vi';
import { PageBoundary } from '../common/ui/page-boundary';
import { Home } from './home';

const PAGE_TEXTS = { vi: { home: homeTextsVi }, en: { home: homeTextsEn } };

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <LanguageProvider pageTexts={PAGE_TEXTS}>
    <PageBoundary>
      <InstallationProvider>
        <Home />
      </InstallationProvider>
    </PageBoundary>
  </LanguageProvider>,
);
