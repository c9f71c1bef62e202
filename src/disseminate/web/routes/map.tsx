import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseMapSearch } from './map-search.ts';
import { rootRoute } from './root.tsx';

export const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/map',
  validateSearch: parseMapSearch,
  component: lazyRouteComponent(() => import('../map/MapPage.tsx'), 'MapPage'),
});
