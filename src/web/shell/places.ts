import { IconAddressBook, IconChartBar, IconListSearch, IconSend, IconSettings, IconUsers } from '@tabler/icons-react';
import type { SignedIn } from '../contract.ts';

export interface Place {
  readonly to: '/' | '/requests' | '/people' | '/members' | '/audit' | '/settings';
  readonly label: string;
  readonly icon: typeof IconSend;
}

const dashboard: Place = { to: '/', label: 'Dashboard', icon: IconChartBar };
const requests: Place = { to: '/requests', label: 'Requests', icon: IconSend };
const people: Place = { to: '/people', label: 'People', icon: IconAddressBook };
const members: Place = { to: '/members', label: 'Members', icon: IconUsers };
const audit: Place = { to: '/audit', label: 'Audit log', icon: IconListSearch };
const settings: Place = { to: '/settings', label: 'Settings', icon: IconSettings };

/** The main navigation for what this person may do. */
export function placesFor(can: SignedIn['can']): readonly Place[] {
  return [
    ...(can.publish ? [dashboard, requests] : []),
    people,
    ...(can.people ? [members] : []),
    ...(can.audit ? [audit] : []),
    // Who has a role of their own looks at settings; an employee has none to look at.
    ...(Object.values(can).some(Boolean) ? [settings] : []),
  ];
}
