import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseIncidentsSearch } from './search.ts';

export const incidentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incidents',
  validateSearch: parseIncidentsSearch,
  component: lazyRouteComponent(() => import('../incident/IncidentsPage.tsx'), 'IncidentsPage'),
});
