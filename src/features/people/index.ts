/**
 * People: organisations and who belongs to them, as what. Every other slice stands on this one. A person may sign in
 * (a user), be known from Slack (a member of the workspace), or both; addresses are sealed and leave only in mails.
 */
import type { PolicySet } from '../../platform/policy/index.ts';

export { acts } from './acts.ts';
export { asSlackMember } from './as-slack-member.ts';
export type { SlackDirectory } from './context.ts';
export type { Worker } from './directory.ts';
export { type EventValues, firstWorth, type Worth } from './event-values/values.ts';
export { migrations, sealedPlaces } from './migrations.ts';
export { type Notice, type NoticeButton, type NoticeEvent, noticeEvents } from './notices/notice.ts';
export type { Organisation } from './organisation.ts';
export type { LeavingList, OnLeaving, OnMerging, PersonalDataSource, ShownPlan } from './other-slices.ts';
export { openPeople, type People, type PeopleOptions } from './people.ts';
export type { Member, Person, PersonState } from './person.ts';
export { covers, type Place } from './places/place.ts';
export type { Held, Qualification } from './qualifications/qualification.ts';
export { organisationIds } from './store.ts';

export const policies: PolicySet = { slice: 'people', file: new URL('./policy.cedar', import.meta.url) };
