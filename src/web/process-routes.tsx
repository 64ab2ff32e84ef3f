import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { processSearch } from '../features/processes/web/process-search.ts';
import { member } from './route-frames.tsx';

const list = createRoute({
  getParentRoute: () => member,
  path: '/processes',
  validateSearch: processSearch,
  component: lazyRouteComponent(() => import('../features/processes/web/processes-page.tsx'), 'ProcessesPage'),
});

const one = createRoute({
  getParentRoute: () => member,
  path: '/processes/$id',
  component: lazyRouteComponent(() => import('../features/processes/web/process-page.tsx'), 'ProcessPage'),
});

// The editor comes with this page alone.
const edit = createRoute({
  getParentRoute: () => member,
  path: '/processes/$id/edit',
  component: lazyRouteComponent(() => import('../features/processes/web/edit-page.tsx'), 'EditPage'),
});

const runs = createRoute({
  getParentRoute: () => member,
  path: '/processes/runs',
  component: lazyRouteComponent(() => import('../features/processes/web/runs/runs-page.tsx'), 'RunsPage'),
});

const run = createRoute({
  getParentRoute: () => member,
  path: '/processes/runs/$id',
  component: lazyRouteComponent(() => import('../features/processes/web/runs/run-page.tsx'), 'RunPage'),
});

const toRead = createRoute({
  getParentRoute: () => member,
  path: '/processes/to-read',
  component: lazyRouteComponent(() => import('../features/processes/web/reading/to-read-page.tsx'), 'ToReadPage'),
});

const readers = createRoute({
  getParentRoute: () => member,
  path: '/processes/$id/readers',
  component: lazyRouteComponent(() => import('../features/processes/web/reading/readers-page.tsx'), 'ReadersPage'),
});

/** The pages of processes. */
export const processRoutes = [list, one, edit, runs, run, toRead, readers];
