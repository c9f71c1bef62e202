import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

export const actorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/actors/$id',
  component: lazyRouteComponent(() => import('../actors/ActorPage.tsx'), 'ActorPage'),
});
