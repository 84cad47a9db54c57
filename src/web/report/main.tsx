import '../styles/font.css';
import '../styles/light.css';
import { createRoot } from 'react-dom/client';
import { InstallationProvider } from '../common/installation-context';
import { LanguageProvider } from '../common/language-context';
import { reportTextsEn } from '../common/texts/texts.report.en';
import { reportTextsVi } from '../common/texts/texts.report.vi';
import { PageBoundary } from '../common/ui/page-boundary';
import { ReportApp } from './report-app';

const PAGE_TEXTS = { vi: { report: reportTextsVi }, en: { report: reportTextsEn } };

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <LanguageProvider pageTexts={PAGE_TEXTS}>
    <PageBoundary>
      <InstallationProvider>
        <ReportApp />
      </InstallationProvider>
    </PageBoundary>
  </LanguageProvider>,
);
