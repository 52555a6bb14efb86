import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const target = process.env['TAKT_API'] ?? 'http://127.0.0.1:3000';
// The API takes changes from its own origin alone; in development the page comes from Vite's.
const behind = {
  target,
  configure: (proxy: {
    on(event: 'proxyReq', listener: (request: { setHeader(name: string, value: string): void }) => void): void;
  }) =>
    proxy.on('proxyReq', (request) => {
      request.setHeader('origin', target);
      request.setHeader('host', new URL(target).host);
    }),
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, '../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5173, proxy: { '/api': behind, '/emulator': behind } },
});
