import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseStoriesSearch } from './search.ts';

export const storiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stories',
  validateSearch: parseStoriesSearch,
  component: lazyRouteComponent(() => import('../story/StoriesPage.tsx'), 'StoriesPage'),
});
