import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseDecisionsSearch } from './search.ts';

export const decisionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/decisions',
  validateSearch: parseDecisionsSearch,
  component: lazyRouteComponent(() => import('../decisions/DecisionsPage.tsx'), 'DecisionsPage'),
});
