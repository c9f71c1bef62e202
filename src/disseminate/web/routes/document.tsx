import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseReaderSearch } from './search.ts';

export const documentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$id',
  validateSearch: parseReaderSearch,
  component: lazyRouteComponent(() => import('../reader/DocumentPage.tsx'), 'DocumentPage'),
});
