import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseStorySearch } from './search.ts';

export const storyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stories/$id',
  validateSearch: parseStorySearch,
  component: lazyRouteComponent(() => import('../story/StoryPage.tsx'), 'StoryPage'),
});
