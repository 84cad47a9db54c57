import '../styles/font.css';
import './screen.css';
import { createRoot } from 'react-dom/client';
import { InstallationProvider } from '../common/installation-context';
import { LanguageProvider } from '../common/language-context';
import { screenTextsEn } from '../common/texts.screen.en';
import { screenTextsVi } from '../common/texts.screen.vi';
import { ScreenApp } from './screen-app';

const PAGE_TEXTS = { vi: { screen: screenTextsVi }, en: { screen: screenTextsEn } };

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <LanguageProvider pageTexts={PAGE_TEXTS}>
    <InstallationProvider>
      <ScreenApp />
    </InstallationProvider>
  </LanguageProvider>,
);
