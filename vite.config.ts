import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const EVERYWHERE =
  /node_modules[\\/](?:react|react-dom|scheduler|use-sync-external-store|@tanstack[\\/](?:history|query-core|react-query|react-router|react-store|router-core|store))[\\/]/;

/** Builds the workbench (`src/disseminate/web`) into `dist/disseminate/web`, where the server finds it. */
export default defineConfig({
  root: 'src/disseminate/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../../dist/disseminate/web',
    emptyOutDir: true,
    target: 'es2022',
    // What every page needs changes more rarely than the workbench: a browser keeps it from one version to the next. All else (map, graph,
    // dialogs) comes with the first page that shows it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: EVERYWHERE }] } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7077' } },
});
