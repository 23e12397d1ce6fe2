/** Luxor's look for the components we take from Mantine; the colours themselves live in styles/tokens.css. */
import { createTheme } from '@mantine/core';

export const theme = createTheme({
  fontFamily: 'var(--font-sans)',
  fontFamilyMonospace: 'var(--font-mono)',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: false,
});
