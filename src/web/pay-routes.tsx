import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { member } from './route-frames.tsx';

const myPay = createRoute({
  getParentRoute: () => member,
  path: '/pay/me',
  component: lazyRouteComponent(() => import('../features/pay/web/my-pay-page.tsx'), 'MyPayPage'),
});

const pay = createRoute({
  getParentRoute: () => member,
  path: '/pay',
  component: lazyRouteComponent(() => import('../features/pay/web/pay-page.tsx'), 'PayPage'),
});

const payOf = createRoute({
  getParentRoute: () => member,
  path: '/pay/people/$id',
  component: lazyRouteComponent(() => import('../features/pay/web/person-pay-page.tsx'), 'PersonPayPage'),
});

const raises = createRoute({
  getParentRoute: () => member,
  path: '/pay/raises',
  component: lazyRouteComponent(() => import('../features/pay/web/raises/raises-page.tsx'), 'RaisesPage'),
});

const raise = createRoute({
  getParentRoute: () => member,
  path: '/pay/raises/$id',
  component: lazyRouteComponent(() => import('../features/pay/web/raises/raise-page.tsx'), 'RaisePage'),
});

const letter = createRoute({
  getParentRoute: () => member,
  path: '/pay/raises/$id/letter',
  component: lazyRouteComponent(() => import('../features/pay/web/raises/letter-page.tsx'), 'LetterPage'),
});

const ownLetter = createRoute({
  getParentRoute: () => member,
  path: '/pay/me/letters/$id',
  component: lazyRouteComponent(() => import('../features/pay/web/raises/letter-page.tsx'), 'OwnLetterPage'),
});

const cycles = createRoute({
  getParentRoute: () => member,
  path: '/pay/cycles',
  component: lazyRouteComponent(() => import('../features/pay/web/cycles/cycles-page.tsx'), 'CyclesPage'),
});

const cycle = createRoute({
  getParentRoute: () => member,
  path: '/pay/cycles/$id',
  component: lazyRouteComponent(() => import('../features/pay/web/cycles/cycle-page.tsx'), 'CyclePage'),
});

const bands = createRoute({
  getParentRoute: () => member,
  path: '/pay/bands',
  component: lazyRouteComponent(() => import('../features/pay/web/bands/bands-page.tsx'), 'BandsPage'),
});

const equity = createRoute({
  getParentRoute: () => member,
  path: '/pay/equity',
  component: lazyRouteComponent(() => import('../features/pay/web/bands/equity-page.tsx'), 'EquityPage'),
});

/** The pages of what people earn. */
export const payRoutes = [
  ...([myPay, pay, payOf] as const),
  ...([raises, raise, letter, ownLetter] as const),
  ...([bands, equity, cycles, cycle] as const),
] as const;
