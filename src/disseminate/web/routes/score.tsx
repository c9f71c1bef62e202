import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

export const scoreRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/score',
  component: lazyRouteComponent(() => import('../score/ScorePage.tsx'), 'ScorePage'),
});
