import { createRouter } from '@tanstack/react-router';
import { accountRoute } from './routes/account.tsx';
import { accountsRoute } from './routes/accounts.tsx';
import { actorRoute } from './routes/actor.tsx';
import { actorsRoute } from './routes/actors.tsx';
import { auditRoute } from './routes/audit.tsx';
import { boardRoute } from './routes/board.tsx';
import { decisionsRoute } from './routes/decisions.tsx';
import { documentRoute } from './routes/document.tsx';
import { documentsRoute } from './routes/documents.tsx';
import { inboxRoute } from './routes/inbox.tsx';
import { incidentRoute } from './routes/incident.tsx';
import { incidentsRoute } from './routes/incidents.tsx';
import { logInRoute } from './routes/log-in.tsx';
import { mapRoute } from './routes/map.tsx';
import { problemRoute } from './routes/problem.tsx';
import { readRoute } from './routes/read.tsx';
import { reviewRoute } from './routes/review.tsx';
import { rootRoute } from './routes/root.tsx';
import { scoreRoute } from './routes/score.tsx';
import { searchRoute } from './routes/searching.tsx';
import { sourceRoute } from './routes/source.tsx';
import { sourcesRoute } from './routes/sources.tsx';
import { storiesRoute } from './routes/stories.tsx';
import { storyRoute } from './routes/story.tsx';

const routeTree = rootRoute.addChildren([
  boardRoute,
  problemRoute,
  storiesRoute,
  storyRoute,
  incidentsRoute,
  incidentRoute,
  mapRoute,
  actorsRoute,
  actorRoute,
  documentsRoute,
  documentRoute,
  searchRoute,
  sourcesRoute,
  sourceRoute,
  decisionsRoute,
  inboxRoute,
  reviewRoute,
  scoreRoute,
  readRoute,
  accountRoute,
  accountsRoute,
  auditRoute,
  logInRoute,
]);

/** Addresses carry plain text: `?q=2031` stays the word "2031". */
export const router = createRouter({
  routeTree,
  // What a link leads to is fetched once it is pointed at.
  defaultPreload: 'intent',
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
