import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { parseProblemSearch } from './search.ts';

export const problemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/problems/$id',
  validateSearch: parseProblemSearch,
  component: lazyRouteComponent(() => import('../problem/ProblemPage.tsx'), 'ProblemPage'),
});
