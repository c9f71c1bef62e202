import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

export const logInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/log-in',
  component: lazyRouteComponent(() => import('../accounts/LogInRoute.tsx'), 'LogInRoute'),
});
