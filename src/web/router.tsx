import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { printSearch } from '../features/schedule/web/board/board-search.ts';
import { calendarSearch, composeSearch } from '../features/share/web/calendar/calendar-search.ts';
import { shareReportSearch } from '../features/share/web/reports/report-search.ts';
import { auditSearch } from '../features/trust/web/audit-search.ts';
import { CrashPage } from './pages/crash-page.tsx';
import { payRoutes } from './pay-routes.tsx';
import { processRoutes } from './process-routes.tsx';
import { app, member, root } from './route-frames.tsx';
import {
  dashboardSearch,
  factorSearch,
  feedsSearch,
  helpSearch,
  planSearch,
  requestsSearch,
  returnSearch,
  slackSearch,
  tokenSearch,
} from './search.ts';
import { teamRoutes } from './team-routes.tsx';

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
const compose = createRoute({
  getParentRoute: () => composer,
  path: '/requests/new',
  validateSearch: composeSearch,
});
const edit = createRoute({ getParentRoute: () => composer, path: '/requests/$id/edit' });

const requestCalendar = createRoute({
  getParentRoute: () => app,
  path: '/requests/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('../features/share/web/calendar/calendar-page.tsx'), 'CalendarPage'),
});

const requestSettings = createRoute({
  getParentRoute: () => app,
  path: '/requests/settings',
  component: lazyRouteComponent(
    () => import('../features/share/web/review/share-settings-page.tsx'),
    'ShareSettingsPage',
  ),
});

const request = createRoute({
  getParentRoute: () => app,
  path: '/requests/$id',
  component: lazyRouteComponent(() => import('../features/share/web/requests/request-page.tsx'), 'RequestPage'),
});

const feeds = createRoute({
  getParentRoute: () => app,
  path: '/feeds',
  validateSearch: feedsSearch,
  component: lazyRouteComponent(() => import('../features/share/web/feeds/feeds-page.tsx'), 'FeedsPage'),
});

const addFeed = createRoute({
  getParentRoute: () => app,
  path: '/feeds/new',
  component: lazyRouteComponent(() => import('../features/share/web/feeds/feed-page.tsx'), 'NewFeedPage'),
});

const feed = createRoute({
  getParentRoute: () => app,
  path: '/feeds/$id',
  component: lazyRouteComponent(() => import('../features/share/web/feeds/feed-page.tsx'), 'FeedPage'),
});

const shareReports = createRoute({
  getParentRoute: () => app,
  path: '/reports',
  validateSearch: shareReportSearch,
  component: lazyRouteComponent(() => import('../features/share/web/reports/reports-page.tsx'), 'ReportsPage'),
});

const disclosure = createRoute({
  getParentRoute: () => app,
  path: '/requests/disclosure',
  component: lazyRouteComponent(() => import('../features/share/web/disclosure/disclosure-page.tsx'), 'DisclosurePage'),
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

const apiSettings = createRoute({
  getParentRoute: () => app,
  path: '/settings/api',
  component: lazyRouteComponent(() => import('../features/people/web/api/api-page.tsx'), 'ApiSettingsPage'),
});

const networkSetup = createRoute({
  getParentRoute: () => app,
  path: '/settings/networks',
  component: lazyRouteComponent(() => import('../features/networks/web/setup-page.tsx'), 'NetworkSetupPage'),
});

const linkHosts = createRoute({
  getParentRoute: () => app,
  path: '/settings/links',
  component: lazyRouteComponent(() => import('../features/links/web/domains-page.tsx'), 'DomainsPage'),
});

const plan = createRoute({
  getParentRoute: () => app,
  path: '/settings/plan',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('../features/billing/web/billing-page.tsx'), 'BillingPage'),
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

const stopDigest = createRoute({
  getParentRoute: () => root,
  path: '/digest/stop/$org/$key',
  component: lazyRouteComponent(() => import('../features/share/web/reports/stop-page.tsx'), 'StopPage'),
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
    requestCalendar,
    requestSettings,
    request,
    feeds,
    addFeed,
    feed,
    shareReports,
    disclosure,
    members,
    importPeople,
    audit,
    settings,
    apiSettings,
    networkSetup,
    linkHosts,
    plan,
  ]),
  member.addChildren([
    ...[people, person, profile, qualifications, myData, joining],
    ...teamRoutes,
    ...payRoutes,
    ...processRoutes,
  ]),
  signIn,
  signInLink,
  signInFactor,
  account,
  factorNeeded,
  notificationChoices,
  notices,
  welcome,
  stopDigest,
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
