import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parsePictureSearch } from './search.ts';

export const incidentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/incidents',
  validateSearch: parsePictureSearch,
  component: lazyRouteComponent(() => import('../incident/IncidentsPage.tsx'), 'IncidentsPage'),
});
