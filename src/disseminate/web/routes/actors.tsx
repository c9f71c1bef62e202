import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseActorsSearch } from './search.ts';

export const actorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/actors',
  validateSearch: parseActorsSearch,
  component: lazyRouteComponent(() => import('../actors/ActorsPage.tsx'), 'ActorsPage'),
});
