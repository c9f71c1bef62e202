import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parsePictureSearch } from './search.ts';

export const storiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stories',
  validateSearch: parsePictureSearch,
  component: lazyRouteComponent(() => import('../story/StoriesPage.tsx'), 'StoriesPage'),
});
