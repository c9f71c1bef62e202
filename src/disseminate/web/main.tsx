import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError, isStarting } from './api/client.ts';
import { isLoggedOut } from './api/session.ts';
import { router } from './router.tsx';
import { FAILURES } from './words/text/failures.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/list.css';
import './styles/reader.css';
import './styles/things.css';
import './styles/versions.css';
import './styles/claims.css';
import './styles/timeline.css';
import './styles/picture.css';
import './styles/board.css';
import './styles/drawer.css';
import './styles/tree.css';
import './styles/hypotheses.css';
import './styles/ladder.css';
import './styles/decisions.css';
import './styles/correct.css';
import './styles/actors.css';
import './styles/score.css';
import './styles/search.css';
import './styles/definition.css';
import './styles/overlays.css';
import './styles/incident.css';
import './styles/sources.css';
import './styles/story.css';
import './styles/print.css';

/** A problem that the server explains will not go away by asking again, unless it was just started. */
function shouldRetry(failures: number, error: Error): boolean {
  if (isStarting(error)) return true;
  return failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

function chooseDelay(_: number, error: Error): number {
  return isStarting(error) ? 1_000 : 500;
}

/** Whoever is logged out, wherever that shows, is asked to log in. */
function askWhoAsks(error: Error, own = false): void {
  if (isLoggedOut(error) && !own) void client.invalidateQueries({ queryKey: ['session'] });
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => askWhoAsks(error, queryKey[0] === 'session'),
  }),
  mutationCache: new MutationCache({ onError: (error) => askWhoAsks(error) }),
  defaultOptions: { queries: { retry: shouldRetry, retryDelay: chooseDelay, staleTime: 15_000 } },
});

const root = document.getElementById('root');
if (root === null) throw new Error(FAILURES.noRoot);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
