import { createRouter } from '@tanstack/react-router';
import { documentRoute } from './routes/document.tsx';
import { documentsRoute } from './routes/documents.tsx';
import { homeRoute } from './routes/home.tsx';
import { readRoute } from './routes/read.tsx';
import { rootRoute } from './routes/root.tsx';

const routeTree = rootRoute.addChildren([homeRoute, documentsRoute, documentRoute, readRoute]);

/** Addresses carry plain text: `?q=2031` stays the word "2031". */
export const router = createRouter({
  routeTree,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
    const text = new URLSearchParams(given as [string, string][]).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
