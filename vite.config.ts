import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import packageFile from './package.json' with { type: 'json' };

// The build holds no inline script, style or data: asset, so that the server's Content-Security-Policy needs no exception.
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  define: { __COACT_VERSION__: JSON.stringify(packageFile.version) },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // The Slack preview brings a table of all emoji; only the composer loads it.
    chunkSizeWarningLimit: 1000,
  },
});
