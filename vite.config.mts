import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const web = fileURLToPath(new URL('./src/web/', import.meta.url));
const server = 'http://127.0.0.1:4000';

/** Four pages, one build: dist/web/{index,screen,programme,report}.html and dist/web/assets. Nothing is fetched from another address. */
export default defineConfig({
  root: web,
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('./dist/web/', import.meta.url)),
    emptyOutDir: true,
    // Nothing becomes a data: URI, so that the server's content policy can stay at 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ['index', 'screen', 'programme', 'report'].map((page) => `${web}${page}.html`) },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/graphql': { target: server, ws: true },
      '/screen/graphql': { target: server, ws: true },
      '/screen/open': server,
      '/schema.graphql': server,
    },
  },
});
