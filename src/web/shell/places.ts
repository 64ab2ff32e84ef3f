import {
  IconAddressBook,
  IconAdjustments,
  IconArrowsExchange,
  IconBriefcase,
  IconCalendarCheck,
  IconCalendarPlus,
  IconCalendarUser,
  IconCalendarWeek,
  IconCash,
  IconChartBar,
  IconChartHistogram,
  IconChecklist,
  IconClock,
  IconCoins,
  IconListCheck,
  IconListSearch,
  IconMessage,
  IconPlaneDeparture,
  IconReportAnalytics,
  IconRss,
  IconSend,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { readsReports, schedules, seesRates } from '../../features/schedule/web/access.ts';
import type { SignedIn } from '../contract.ts';

export interface Place {
  readonly to:
    | '/'
    | '/requests'
    | '/feeds'
    | '/reports'
    | '/people'
    | '/processes'
    | '/members'
    | '/audit'
    | '/settings'
    | '/team'
    | '/team/mine'
    | '/team/clock'
    | '/team/schedule'
    | '/team/forecast'
    | '/team/reports'
    | '/team/roles'
    | '/team/settings'
    | '/team/setup'
    | '/team/availability'
    | '/team/time-off'
    | '/team/messages'
    | '/team/offers'
    | '/team/open'
    | '/pay'
    | '/pay/me';
  readonly label: string;
  readonly icon: typeof IconSend;
}

const dashboard: Place = { to: '/', label: 'Dashboard', icon: IconChartBar };
const requests: Place = { to: '/requests', label: 'Requests', icon: IconSend };
const feeds: Place = { to: '/feeds', label: 'Feeds', icon: IconRss };
const shareReports: Place = { to: '/reports', label: 'Share reports', icon: IconReportAnalytics };
const people: Place = { to: '/people', label: 'People', icon: IconAddressBook };
const processes: Place = { to: '/processes', label: 'Processes', icon: IconListCheck };
const members: Place = { to: '/members', label: 'Members', icon: IconUsers };
const audit: Place = { to: '/audit', label: 'Audit log', icon: IconListSearch };
const settings: Place = { to: '/settings', label: 'Settings', icon: IconSettings };
const team: Place = { to: '/team', label: 'Team', icon: IconUsersGroup };

const mine: Place = { to: '/team/mine', label: 'My schedule', icon: IconCalendarUser };
const clock: Place = { to: '/team/clock', label: 'Time clock', icon: IconClock };
const offers: Place = { to: '/team/offers', label: 'Offers', icon: IconArrowsExchange };
const openShifts: Place = { to: '/team/open', label: 'Open shifts', icon: IconCalendarPlus };

const myPay: Place = { to: '/pay/me', label: 'My pay', icon: IconCash };
const pay: Place = { to: '/pay', label: 'Pay', icon: IconCoins };

/** What everybody who works here has. */
const own: readonly Place[] = [
  mine,
  offers,
  openShifts,
  { to: '/team/availability', label: 'My availability', icon: IconCalendarCheck },
  { to: '/team/time-off', label: 'Time off', icon: IconPlaneDeparture },
  myPay,
];
const schedule: Place = { to: '/team/schedule', label: 'Schedule', icon: IconCalendarWeek };
/** Also for who answers for pay: what an hour costs stands with the role. */
const roles: Place = { to: '/team/roles', label: 'Roles', icon: IconBriefcase };
const forecast: Place = { to: '/team/forecast', label: 'Forecast', icon: IconChartHistogram };
const reports: Place = { to: '/team/reports', label: 'Reports', icon: IconReportAnalytics };
const ofSchedulers: readonly Place[] = [
  { to: '/team/messages', label: 'Messages', icon: IconMessage },
  roles,
  { to: '/team/settings', label: 'Rules & settings', icon: IconAdjustments },
  { to: '/team/setup', label: 'Set-up', icon: IconChecklist },
];

/** The main navigation for what this person may do. */
export function placesFor(can: SignedIn['can']): readonly Place[] {
  return [
    ...(can.publish ? [dashboard] : []),
    ...(can.publish || can.approve ? [requests] : []),
    ...(can.publish ? [feeds, shareReports] : []),
    people,
    processes,
    ...(can.people ? [members] : []),
    ...(can.audit ? [audit] : []),
    // Who has a role of their own looks at settings; an employee has none to look at.
    ...(Object.values(can).some(Boolean) ? [settings] : []),
  ];
}

/** The part of the navigation that is about who works when. @param hasClock whether the organisation uses the time clock */
export function teamPlacesFor(me: Pick<SignedIn, 'roles'>, hasClock: boolean): readonly Place[] {
  const places = hasClock ? own.flatMap((place) => (place === mine ? [place, clock] : [place])) : own;
  const ofPayers = seesRates(me) ? [pay] : [];
  if (schedules(me)) return [schedule, ...places, ...ofPayers, forecast, reports, ...ofSchedulers];
  return [...places, ...ofPayers, ...(readsReports(me) ? [reports] : []), ...(seesRates(me) ? [roles] : [])];
}

/** Phones have room for few places: the team's are behind one, except for people who have little else; see `phoneRestFor`. */
export function phonePlacesFor(me: Pick<SignedIn, 'roles' | 'can'>, hasClock: boolean): readonly Place[] {
  const places = placesFor(me.can);
  if (places.length === 2) {
    if (schedules(me)) return [schedule, mine, offers, team, people];
    return hasClock ? [mine, clock, offers, team, people] : [mine, offers, openShifts, team, people];
  }
  const few = places.filter((place) => !rest.includes(place));
  return [...few.slice(0, -1), team, ...few.slice(-1)];
}

/** What stands in the account's menu on phones. */
const rest: readonly Place[] = [feeds, shareReports, processes, members, audit];

/** The places that have no room at the thumb. */
export function phoneRestFor({ can }: Pick<SignedIn, 'can'>): readonly Place[] {
  return placesFor(can).filter((place) => rest.includes(place));
}
