import { createRootRoute, Link, Outlet, retainSearchParams } from '@tanstack/react-router';
import { Gate } from '../accounts/Gate.tsx';
import { Frame } from '../components/Frame.tsx';
import { Empty, Failed } from '../components/States.tsx';
import { FAILURES } from '../words/text/failures.ts';
import { parseRootSearch, type RootSearch } from './search.ts';

export const rootRoute = createRootRoute({
  validateSearch: parseRootSearch,
  // As of when is a choice about everything: it goes along to every page.
  search: { middlewares: [retainSearchParams<RootSearch>(['asOf'])] },
  component: () => (
    <Gate>
      <Frame>
        <Outlet />
      </Frame>
    </Gate>
  ),
  errorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
  notFoundComponent: () => (
    <Empty title={FAILURES.noPage}>
      <p>
        <Link to="/">{FAILURES.toBoard}</Link>
      </p>
    </Empty>
  ),
});
