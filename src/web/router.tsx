import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { boardSearch, printSearch } from '../features/schedule/web/board/board-search.ts';
import { clockSearch, sheetSearch } from '../features/schedule/web/clock/clock-search.ts';
import { forecastSearch } from '../features/schedule/web/forecast/forecast-search.ts';
import { mineSearch } from '../features/schedule/web/mine/mine-search.ts';
import { reportSearch } from '../features/schedule/web/reports/report-search.ts';
import { auditSearch } from '../features/trust/web/audit-search.ts';
import { CrashPage } from './pages/crash-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import {
  dashboardSearch,
  factorSearch,
  helpSearch,
  requestsSearch,
  returnSearch,
  slackSearch,
  teamSetupSearch,
  tokenSearch,
} from './search.ts';
import { AppFrame } from './shell/app-frame.tsx';
import { MemberFrame } from './shell/member-frame.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const app = createRoute({ getParentRoute: () => root, id: 'app', component: AppFrame });

const dashboard = createRoute({
  getParentRoute: () => app,
  path: '/',
  validateSearch: dashboardSearch,
  component: lazyRouteComponent(() => import('../features/share/web/dashboard/dashboard-page.tsx'), 'DashboardPage'),
});

const requests = createRoute({
  getParentRoute: () => app,
  path: '/requests',
  validateSearch: requestsSearch,
  component: lazyRouteComponent(() => import('../features/share/web/requests/requests-page.tsx'), 'RequestsPage'),
});

// One component for both paths, so that a draft that has just got its id keeps its fields and the cursor in them.
const composer = createRoute({
  getParentRoute: () => app,
  id: 'composer',
  component: lazyRouteComponent(() => import('../features/share/web/composer/composer-page.tsx'), 'ComposerPage'),
});
const compose = createRoute({ getParentRoute: () => composer, path: '/requests/new' });
const edit = createRoute({ getParentRoute: () => composer, path: '/requests/$id/edit' });

const request = createRoute({
  getParentRoute: () => app,
  path: '/requests/$id',
  component: lazyRouteComponent(() => import('../features/share/web/requests/request-page.tsx'), 'RequestPage'),
});

const members = createRoute({
  getParentRoute: () => app,
  path: '/members',
  component: lazyRouteComponent(() => import('../features/people/web/members/members-page.tsx'), 'MembersPage'),
});

const importPeople = createRoute({
  getParentRoute: () => app,
  path: '/members/import',
  component: lazyRouteComponent(
    () => import('../features/people/web/imports/people-import-page.tsx'),
    'PeopleImportPage',
  ),
});

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../features/trust/web/audit-page.tsx'), 'AuditPage'),
});

const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/people/web/settings/settings-page.tsx'), 'SettingsPage'),
});

const member = createRoute({ getParentRoute: () => root, id: 'member', component: MemberFrame });

// A scheduler needs no other role for it; who may not see it is told so by the server.
const schedule = createRoute({
  getParentRoute: () => member,
  path: '/team/schedule',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('../features/schedule/web/board/board-page.tsx'), 'BoardPage'),
});

const people = createRoute({
  getParentRoute: () => member,
  path: '/people',
  component: lazyRouteComponent(() => import('../features/people/web/directory/people-page.tsx'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => member,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('../features/people/web/directory/person-page.tsx'), 'PersonPage'),
});

const profile = createRoute({
  getParentRoute: () => member,
  path: '/profile',
  component: lazyRouteComponent(() => import('../features/people/web/profile/profile-page.tsx'), 'ProfilePage'),
});

const qualifications = createRoute({
  getParentRoute: () => member,
  path: '/qualifications',
  component: lazyRouteComponent(
    () => import('../features/people/web/qualifications/qualifications-page.tsx'),
    'QualificationsPage',
  ),
});

const myData = createRoute({
  getParentRoute: () => member,
  path: '/my-data',
  component: lazyRouteComponent(() => import('../features/people/web/my-data/my-data-page.tsx'), 'MyDataPage'),
});

const joining = createRoute({
  getParentRoute: () => member,
  path: '/joining',
  component: lazyRouteComponent(() => import('../features/people/web/joining/joining-page.tsx'), 'JoiningPage'),
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

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: returnSearch,
  component: lazyRouteComponent(() => import('../features/people/web/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/link',
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('../features/people/web/sign-in/link-page.tsx'), 'LinkPage'),
});

const signInFactor = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/second-factor',
  validateSearch: factorSearch,
  component: lazyRouteComponent(
    () => import('../features/people/web/sign-in/second-factor-page.tsx'),
    'SecondFactorPage',
  ),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/people/web/account/account-page.tsx'), 'AccountPage'),
});

const notificationChoices = createRoute({
  getParentRoute: () => root,
  path: '/account/notifications',
  component: lazyRouteComponent(() => import('../features/people/web/notices/preferences-page.tsx'), 'PreferencesPage'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('../features/people/web/notices/notices-page.tsx'), 'NoticesPage'),
});

const factorNeeded = createRoute({
  getParentRoute: () => root,
  path: '/account/second-factor-needed',
  validateSearch: factorSearch,
  component: lazyRouteComponent(
    () => import('../features/people/web/account/second-factor-needed-page.tsx'),
    'SecondFactorNeededPage',
  ),
});

const api = createRoute({
  getParentRoute: () => root,
  path: '/developers',
  component: lazyRouteComponent(() => import('./pages/api/api-page.tsx'), 'ApiPage'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: tokenSearch,
  component: lazyRouteComponent(() => import('../features/people/web/sign-in/welcome-page.tsx'), 'WelcomePage'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: slackSearch,
  component: lazyRouteComponent(() => import('../features/people/web/setup/setup-page.tsx'), 'SetupPage'),
});

const ownPage = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('../features/people/web/sign-in/own-page.tsx'), 'OwnPage'),
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

// Without the frame around it: what is printed is the schedule alone.
const print = createRoute({
  getParentRoute: () => root,
  path: '/team/schedule/print',
  validateSearch: printSearch,
  component: lazyRouteComponent(() => import('../features/schedule/web/board/print-page.tsx'), 'PrintPage'),
});

const permissions = createRoute({
  getParentRoute: () => root,
  path: '/slack/permissions',
  component: lazyRouteComponent(() => import('./pages/permissions-page.tsx'), 'PermissionsPage'),
});

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  validateSearch: helpSearch,
  component: lazyRouteComponent(() => import('./help/help-page.tsx'), 'HelpPage'),
});

const helpTopic = createRoute({
  getParentRoute: () => root,
  path: '/help/$topic',
  component: lazyRouteComponent(() => import('./help/topic-page.tsx'), 'TopicPage'),
});

/** The pages by address; the tests draw them from here. */
export const routeTree = root.addChildren([
  app.addChildren([
    dashboard,
    requests,
    composer.addChildren([compose, edit]),
    request,
    members,
    importPeople,
    audit,
    settings,
  ]),
  member.addChildren([
    people,
    person,
    profile,
    qualifications,
    myData,
    joining,
    schedule,
    mine,
    clock,
    personHours,
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
  ]),
  signIn,
  signInLink,
  signInFactor,
  account,
  factorNeeded,
  notificationChoices,
  notices,
  welcome,
  setup,
  ownPage,
  print,
  permissions,
  help,
  helpTopic,
  api,
]);

/** All pages of the web app; each is loaded when it is first opened. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
