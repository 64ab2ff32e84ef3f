import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { boardSearch } from '../features/schedule/web/board/board-search.ts';
import { clockSearch, sheetSearch } from '../features/schedule/web/clock/clock-search.ts';
import { forecastSearch } from '../features/schedule/web/forecast/forecast-search.ts';
import { mineSearch } from '../features/schedule/web/mine/mine-search.ts';
import { reportSearch } from '../features/schedule/web/reports/report-search.ts';
import { member } from './route-frames.tsx';
import { teamSetupSearch } from './search.ts';

// A scheduler needs no other role for it; who may not see it is told so by the server.
const schedule = createRoute({
  getParentRoute: () => member,
  path: '/team/schedule',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../features/schedule/web/board/board-page.tsx'), 'BoardPage'),
});

const teamStart = createRoute({
  getParentRoute: () => member,
  path: '/team',
  component: lazyRouteComponent(() => import('../features/schedule/web/team-page.tsx'), 'TeamPage'),
});

const roles = createRoute({
  getParentRoute: () => member,
  path: '/team/roles',
  component: lazyRouteComponent(() => import('../features/schedule/web/work/roles-page.tsx'), 'RolesPage'),
});

const role = createRoute({
  getParentRoute: () => member,
  path: '/team/roles/$id',
  component: lazyRouteComponent(() => import('../features/schedule/web/work/role-page.tsx'), 'RolePage'),
});

const importRoles = createRoute({
  getParentRoute: () => member,
  path: '/team/roles/import',
  component: lazyRouteComponent(
    () => import('../features/schedule/web/imports/role-import-page.tsx'),
    'RoleImportPage',
  ),
});

const scheduleSettings = createRoute({
  getParentRoute: () => member,
  path: '/team/settings',
  component: lazyRouteComponent(
    () => import('../features/schedule/web/work/settings-page.tsx'),
    'ScheduleSettingsPage',
  ),
});

const availability = createRoute({
  getParentRoute: () => member,
  path: '/team/availability',
  component: lazyRouteComponent(
    () => import('../features/schedule/web/staff/availability-page.tsx'),
    'AvailabilityPage',
  ),
});

const importAvailability = createRoute({
  getParentRoute: () => member,
  path: '/team/availability/import',
  component: lazyRouteComponent(
    () => import('../features/schedule/web/imports/availability-import-page.tsx'),
    'AvailabilityImportPage',
  ),
});

const timeOff = createRoute({
  getParentRoute: () => member,
  path: '/team/time-off',
  component: lazyRouteComponent(() => import('../features/schedule/web/staff/time-off-page.tsx'), 'TimeOffPage'),
});

const messages = createRoute({
  getParentRoute: () => member,
  path: '/team/messages',
  component: lazyRouteComponent(() => import('../features/schedule/web/messages/messages-page.tsx'), 'MessagesPage'),
});

const offers = createRoute({
  getParentRoute: () => member,
  path: '/team/offers',
  component: lazyRouteComponent(() => import('../features/schedule/web/life/offers-page.tsx'), 'OffersPage'),
});

const offer = createRoute({
  getParentRoute: () => member,
  path: '/team/offers/$id',
  component: lazyRouteComponent(() => import('../features/schedule/web/life/offer-page.tsx'), 'OfferPage'),
});

const openShifts = createRoute({
  getParentRoute: () => member,
  path: '/team/open',
  component: lazyRouteComponent(() => import('../features/schedule/web/life/open-page.tsx'), 'OpenPage'),
});

const teamPerson = createRoute({
  getParentRoute: () => member,
  path: '/team/people/$id',
  component: lazyRouteComponent(() => import('../features/schedule/web/staff/person-page.tsx'), 'PersonSchedulePage'),
});

const forecast = createRoute({
  getParentRoute: () => member,
  path: '/team/forecast',
  validateSearch: forecastSearch,
  component: lazyRouteComponent(() => import('../features/schedule/web/forecast/forecast-page.tsx'), 'ForecastPage'),
});

const forecastImport = createRoute({
  getParentRoute: () => member,
  path: '/team/forecast/import',
  component: lazyRouteComponent(
    () => import('../features/schedule/web/forecast/import-page.tsx'),
    'ForecastImportPage',
  ),
});

const reports = createRoute({
  getParentRoute: () => member,
  path: '/team/reports',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('../features/schedule/web/reports/reports-page.tsx'), 'ReportsPage'),
});

const payroll = createRoute({
  getParentRoute: () => member,
  path: '/team/payroll',
  component: lazyRouteComponent(
    () => import('../features/schedule/web/reports/payroll/payroll-page.tsx'),
    'PayrollPage',
  ),
});

const teamSetup = createRoute({
  getParentRoute: () => member,
  path: '/team/setup',
  validateSearch: teamSetupSearch,
  component: lazyRouteComponent(() => import('../features/schedule/web/setup/setup-page.tsx'), 'TeamSetupPage'),
});

const mine = createRoute({
  getParentRoute: () => member,
  path: '/team/mine',
  validateSearch: mineSearch,
  component: lazyRouteComponent(() => import('../features/schedule/web/mine/mine-page.tsx'), 'MinePage'),
});

const clock = createRoute({
  getParentRoute: () => member,
  path: '/team/clock',
  validateSearch: clockSearch,
  component: lazyRouteComponent(() => import('../features/schedule/web/clock/clock-page.tsx'), 'ClockPage'),
});

const personHours = createRoute({
  getParentRoute: () => member,
  path: '/team/clock/people/$id',
  validateSearch: sheetSearch,
  component: lazyRouteComponent(
    () => import('../features/schedule/web/clock/person-hours-page.tsx'),
    'PersonHoursPage',
  ),
});

/** The pages of who works where and when. */
export const teamRoutes = [
  schedule,
  teamStart,
  roles,
  role,
  importRoles,
  scheduleSettings,
  availability,
  importAvailability,
  timeOff,
  messages,
  offers,
  offer,
  openShifts,
  teamPerson,
  forecast,
  forecastImport,
  reports,
  payroll,
  teamSetup,
  mine,
  clock,
  personHours,
] as const;
