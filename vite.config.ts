import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the workbench (`src/disseminate/web`) into `dist/disseminate/web`, where the server finds it. */
export default defineConfig({
  root: 'src/disseminate/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../../dist/disseminate/web',
    emptyOutDir: true,
    target: 'es2022',
    // Libraries change more rarely than the workbench: a browser keeps them from one version to the next.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/ }] } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7077' } },
});
