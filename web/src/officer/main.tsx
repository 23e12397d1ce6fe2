/** Starts the officer console in the page, or says in one sentence which browsers it needs. */
import '@fontsource/ibm-plex-sans/latin-400.css';
import '@fontsource/ibm-plex-sans/latin-600.css';
import '@fontsource/ibm-plex-sans/latin-ext-400.css';
import '@fontsource/ibm-plex-sans/latin-ext-600.css';
import '@fontsource/ibm-plex-mono/latin-400.css';
import '../styles/all.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Program } from './program.tsx';
import { preferredLanguage, speak } from '../words/current.ts';

const NEEDS_TEMPORAL =
  'The officer console needs a browser that knows dates of law (Temporal): Chrome or Edge 144, Firefox 139, or newer.';

const root = document.getElementById('root');
if (root !== null) {
  if ('Temporal' in globalThis) {
    await speak(preferredLanguage());
    createRoot(root).render(
      <StrictMode>
        <Program />
      </StrictMode>,
    );
  } else root.textContent = NEEDS_TEMPORAL;
}
