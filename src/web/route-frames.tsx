import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { AppFrame } from './shell/app-frame.tsx';
import { MemberFrame } from './shell/member-frame.tsx';

/** What all pages stand in. */
export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

/** The pages of those who have a role. */
export const app = createRoute({ getParentRoute: () => root, id: 'app', component: AppFrame });

/** The pages of every member. */
export const member = createRoute({ getParentRoute: () => root, id: 'member', component: MemberFrame });
