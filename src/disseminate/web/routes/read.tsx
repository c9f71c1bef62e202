import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseReaderSearch } from './search.ts';

export const readRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/read',
  validateSearch: parseReaderSearch,
  component: lazyRouteComponent(() => import('../reader/ReadPage.tsx'), 'ReadPage'),
});
