import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseSourcesSearch } from './search.ts';

export const sourcesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sources',
  validateSearch: parseSourcesSearch,
  component: lazyRouteComponent(() => import('../sources/SourcesPage.tsx'), 'SourcesPage'),
});
