import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { parseFoundSearch } from '../search/address.ts';
import { rootRoute } from './root.tsx';

export const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/search',
  validateSearch: parseFoundSearch,
  component: lazyRouteComponent(() => import('../search/SearchPage.tsx'), 'SearchPage'),
});
