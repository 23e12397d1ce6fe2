/** Builds the consoles into web/dist, without anything inline, so that the strictest content policy can hold. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the platform answers while the console is being changed. */
const platform = process.env['LUXOR_URL'] ?? 'http://127.0.0.1:4600';

export default defineConfig({
  base: '/officer/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/v1': platform } },
});
