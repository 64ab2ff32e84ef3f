import type { AuditActor } from '../../platform/audit/index.ts';
import { addressSchema, type Session } from '../../platform/auth/index.ts';
import { newId } from '../../platform/clock/index.ts';
import { type OrgId, orgId, orgOf, type Tx } from '../../platform/db/index.ts';
import type { GuardedRoute, Limits } from '../../platform/http/index.ts';
import type { JobHandler } from '../../platform/jobs/index.ts';
import { type Actor, everywhere, type Policy, type Role, type ServiceActor } from '../../platform/policy/index.ts';
import type { SlackSurface } from '../../platform/slack/index.ts';
import { accountRoutes } from './account-routes.ts';
import { addressKeyOf, idsByAddress } from './address.ts';
import { keyRoutes } from './api-keys/key-routes.ts';
import { actorOfKey } from './api-keys/keys.ts';
import { tellOfKeys } from './api-keys/outliving.ts';
import { namesOfKeys } from './api-keys/store.ts';
import { makeOwnerSignInLink, type OwnerLink, type WantedOwnerLink } from './back-in.ts';
import type { PeopleContext } from './context.ts';
import { answerableFor, findLeavers, findWorker, type Leaver, listWorkers, type Worker } from './directory.ts';
import { directoryRoutes } from './directory-routes.ts';
import { readEventValues } from './event-values/event-values.ts';
import { eventValueRoutes } from './event-values/routes.ts';
import type { EventValues } from './event-values/values.ts';
import { linkSlack, type ProvedIdentity, personForSlack } from './identity.ts';
import { exportRoute } from './imports/export-route.ts';
import { importRoutes } from './imports/import-routes.ts';
import { importJobs } from './imports/invitations.ts';
import { leavingRoutes } from './leaving/leaving-routes.ts';
import { meRoutes } from './me-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { type AddedMember, addMember, everyMember } from './members.ts';
import { myDataRoutes } from './my-data/my-data-routes.ts';
import type { PhoneOf } from './notices/context.ts';
import { noticeRoutes } from './notices/notice-routes.ts';
import { type Notices, noticeJobs, openNotices } from './notices/notices.ts';
import { preferenceRoutes } from './notices/preference-routes.ts';
import { type Founder, foundOrganisation, type Organisation, readOrganisation } from './organisation.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { actorFrom, type Member, type Person } from './person.ts';
import { nowhere, type Place, type PlaceKind } from './places/place.ts';
import { placeRoutes } from './places/place-routes.ts';
import { addPlace } from './places/places.ts';
import { everyPlace, placesOf, reachOf } from './places/store.ts';
import { noteRoutes } from './profile/note-routes.ts';
import { ownProfileRoutes } from './profile/own-routes.ts';
import { personRoutes } from './profile/person-routes.ts';
import { pictureRoutes } from './profile/picture-routes.ts';
import type { Employment } from './profile/profile.ts';
import { entitle, numberOf } from './profile/profiles.ts';
import { employmentsOf, joinedBetween, managersOf, titlesOf } from './profile/store.ts';
import { holderRoutes } from './qualifications/holder-routes.ts';
import type { Held, Qualification } from './qualifications/qualification.ts';
import { qualificationRoutes } from './qualifications/qualification-routes.ts';
import { addQualification, operator, setHeld, type WantedQualification } from './qualifications/qualifications.ts';
import { reminderJobs } from './qualifications/reminders.ts';
import { heldBy, listQualifications } from './qualifications/store.ts';
import { scimRoutes } from './scim/scim-routes.ts';
import { tokenRoutes } from './scim/token-routes.ts';
import { ownerLink } from './sign-in.ts';
import { activeMemberships, followAndEnd } from './sign-in-entry.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { memberSurface } from './slack-members.ts';
import { activePeople, countActive, findPerson, namesOf, namesOfPeople, organisationIds } from './store.ts';
import { tourRoutes } from './tours/tour-routes.ts';
import { type Asked, writeTo } from './write-to.ts';

/** People, as other slices and the composition root use them. */
export type People = Notices & {
  /** Founds an organisation with its first owner. */
  createOrganisation(founding: {
    readonly name: string;
    readonly timeZone: string;
    readonly owner: Founder;
  }): Promise<OrgId>;
  /** Adds an active member without an invitation, as the operator: sample organisations, imports, tests. */
  addMember(orgId: OrgId, member: AddedMember): Promise<Person>;
  /** The member behind a session, in the wanted organisation or else in the one they joined first. */
  actorOf(session: Session, wantedOrg: string | null): Promise<Actor | null>;
  /** The program that shows an API key; null for one that is unknown, revoked or expired. */
  keyOf(key: string): Promise<ServiceActor | null>;
  /** Names of API keys by their id. */
  namesOfKeys(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Tells the owners that keys go on working whose maker leaves. */
  tellOfKeys(tx: Tx, personId: string): Promise<void>;
  organisationsOf(userId: string): Promise<readonly { readonly id: OrgId; readonly name: string }[]>;
  /** The person of a Slack member, made as an employee on first need. Check `state`: it may be deactivated. */
  personForSlack(tx: Tx, slackUserId: string): Promise<Person>;
  /** The same as one who acts; null when deactivated. */
  actorForSlack(tx: Tx, slackUserId: string): Promise<Actor | null>;
  person(tx: Tx, personId: string): Promise<Person | null>;
  /** Writes to somebody's own address, once the transaction commits. False where they have none, or are not active. */
  writeTo(tx: Tx, personId: string, asked: Asked): Promise<boolean>;
  /** Somebody as one who acts, with what they reach now, for decisions that are not asked for by themselves; null unless active. */
  actor(tx: Tx, personId: string): Promise<Actor | null>;
  /** How many people are active here, whatever their role. */
  headcount(tx: Tx): Promise<number>;
  /** All active people with one of these roles, as those who act. */
  actorsIn(tx: Tx, roles: readonly Role[]): Promise<readonly Actor[]>;
  /** Names of people by their id, or by their id in Slack; whoever is not there any more is left out. */
  namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Everybody, with names and opened addresses: for the operator. */
  members(tx: Tx): Promise<readonly Member[]>;
  /** Everybody who is in or invited, by name: of one of the departments and at one of the locations, where any are given. */
  workers(
    tx: Tx,
    filter?: { readonly departments?: readonly string[]; readonly locations?: readonly string[] },
  ): Promise<readonly Worker[]>;
  /** One of them; null for whoever is not active here. */
  worker(tx: Tx, personId: string): Promise<Worker | null>;
  /** Those of these people who have left, by name, as they worked here. */
  leavers(tx: Tx, personIds: readonly string[]): Promise<readonly Leaver[]>;
  /** Who decides about a person: schedulers who reach them, or else owners and admins; never they themselves. */
  answerableFor(tx: Tx, personId: string): Promise<readonly string[]>;
  /** Whom each of these people reports to; who reports to nobody is left out. */
  managersOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Seniority and kind of employment of these people; of whom nothing was said is left out. */
  employmentsOf(
    tx: Tx,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<Employment, 'seniority' | 'kind'>>>;
  /** What each of these people is called in their work; who has no title is left out. */
  titlesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Gives somebody another title, by whoever decided on it; null: none. */
  entitle(tx: Tx, by: AuditActor, personId: string, title: string | null): Promise<void>;
  /** Active people whose time here began between two moments, by when: on coming in, or on a first day that is later. */
  joinedBetween(
    tx: Tx,
    span: { readonly from: Date; readonly to: Date; readonly zone: string },
  ): Promise<readonly { readonly personId: string; readonly at: Date }[]>;
  /** All departments and locations by name, archived ones last. */
  places(tx: Tx): Promise<{ readonly departments: readonly Place[]; readonly locations: readonly Place[] }>;
  /** Adds a department or location for somebody who may; null when its name is taken. */
  addPlace(
    tx: Tx,
    by: Actor,
    kind: PlaceKind,
    wanted: { readonly name: string; readonly timeZone: string | null },
  ): Promise<Place | null>;
  /** Whose addresses these are, as ids by address; addresses of nobody here are left out. */
  idsByAddress(tx: Tx, addresses: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Every qualification that the organisation knows by name, archived ones last. */
  qualifications(tx: Tx): Promise<readonly Qualification[]>;
  /** What each of these people holds: `expiresOn` is the last day on which it is valid. */
  heldQualifications(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Held[]>>;
  /** Adds a qualification as the operator; null when its name is taken. */
  addQualification(tx: Tx, wanted: WantedQualification): Promise<Qualification | null>;
  /** Makes this all that a person holds, as the operator. Sentences by field where it can't be; null when it is done. */
  setHeldQualifications(
    tx: Tx,
    personId: string,
    held: readonly Held[],
  ): Promise<Readonly<Record<string, string>> | null>;
  organisation(tx: Tx): Promise<Organisation>;
  /** What events were and are worth in the end, the oldest first; `valuesAt` picks the one of a moment. */
  eventValues(tx: Tx): Promise<readonly EventValues[]>;
  /** Slack says that a member left the workspace, or came back. Opens its own unit of work. */
  followSlackMember(orgId: OrgId, slackUserId: string, active: boolean): Promise<void>;
  /** A user's own sign-in and Slack have shown that they are one human. Null when either is somebody else's already. */
  linkSlack(tx: Tx, proved: Omit<ProvedIdentity, 'address'>): Promise<Person | null>;
  /** Whether an address belongs to an active member of the unit of work's organisation. */
  hasAddress(tx: Tx, address: string): Promise<boolean>;
  /** Ids of all organisations of the installation, for work by the clock. */
  allOrganisations(): Promise<readonly OrgId[]>;
  /** The one-time link of a fresh installation's owner, a new one at each call; null once it is claimed. */
  ownerLink(): Promise<string | null>;
  /** A one-time sign-in link for an owner who has lost every other way in. */
  signInLinkForOwner(wanted: WantedOwnerLink): Promise<OwnerLink>;
  /** What follows from what Slack tells of the members whom Coact knows. */
  readonly slackSurface: SlackSurface;
  readonly routes: readonly GuardedRoute[];
  readonly jobs: readonly JobHandler[];
};

export type PeopleOptions = PeopleContext & {
  readonly policy: Pick<Policy, 'decide'>;
  readonly limits: Limits;
  /** What somebody is texted and called at; the number in their profile unless told. */
  readonly phoneOf?: PhoneOf;
  /** How long an answer about a sign-in link takes at least; for tests. */
  readonly answerAfterMs?: number;
};

/** Opens the slice. */
export function openPeople(options: PeopleOptions): People {
  const { policy, limits, answerAfterMs, phoneOf = (tx, id) => numberOf(options, tx, id), ...context } = options;
  const { db, clock } = context;
  const notices = { ...context, phoneOf };
  const actorOf = actorFinder(context);
  const told = openNotices(notices);
  return {
    actorOf,
    keyOf: (key) => actorOfKey(context, key),
    namesOfKeys,
    tellOfKeys: (tx, personId) => tellOfKeys(context, { ...told, actorsIn }, tx, personId),
    createOrganisation: async (founding) => {
      const id = orgId(newId(clock));
      await foundOrganisation(context, id, founding);
      return id;
    },
    addMember: (id, added) => db.inOrg(id, (tx) => addMember(context, tx, added)),
    writeTo: (tx, personId, asked) => writeTo(context, tx, personId, asked),
    organisation: (tx) => readOrganisation(tx, clock.now()),
    eventValues: async (tx) => readEventValues(tx, (await readOrganisation(tx, clock.now())).timeZone),
    allOrganisations: () => db.directory(organisationIds),
    ownerLink: () => ownerLink(context),
    signInLinkForOwner: (wanted) => makeOwnerSignInLink(context, wanted),
    ...membersOf(context),
    ...workOf(context),
    ...slackMembersOf(context),
    ...told,
    slackSurface: memberSurface(context),
    jobs: [
      ...noticeJobs(notices),
      ...reminderJobs(context, () => db.directory(organisationIds)),
      ...importJobs(context),
    ],
    routes: [
      ...meRoutes(context, { policy, actorOf }),
      ...signInRoutes(context, { limits, ...(answerAfterMs === undefined ? {} : { answerAfterMs }) }),
      ...accountRoutes(context, { limits }),
      ...routesOf(context, notices),
      ...scimRoutes(context, { limits }),
    ],
  };
}

function actorFinder(context: PeopleContext): People['actorOf'] {
  return async (session, wantedOrg) => {
    const memberships = await activeMemberships(context, session.userId);
    const chosen =
      wantedOrg === null ? memberships[0] : memberships.find((membership) => membership.orgId === wantedOrg);
    if (!chosen) return null;
    return context.db.inOrg(chosen.orgId, async (tx) => {
      const person = await findPerson(tx, { id: chosen.personId });
      return person && actorWithReach(tx, chosen.orgId, person);
    });
  };
}

type MemberReads = Pick<
  People,
  | 'organisationsOf'
  | 'person'
  | 'actor'
  | 'headcount'
  | 'actorsIn'
  | 'namesOf'
  | 'members'
  | 'hasAddress'
  | 'idsByAddress'
>;

/** Who belongs to which organisation, and under which name and address. */
function membersOf(context: PeopleContext): MemberReads {
  return {
    organisationsOf: async (userId) => {
      const memberships = await activeMemberships(context, userId);
      return context.db.directory((tx) =>
        namesOf(
          tx,
          memberships.map((membership) => membership.orgId),
        ),
      );
    },
    person: (tx, personId) => findPerson(tx, { id: personId }),
    actor: async (tx, personId) => {
      const person = await findPerson(tx, { id: personId });
      return person && actorWithReach(tx, orgOf(tx), person);
    },
    headcount: countActive,
    actorsIn,
    namesOf: namesOfPeople,
    members: (tx) => everyMember(context, tx),
    idsByAddress: (tx, addresses) => idsByAddress(context.vault, tx, addresses),
    hasAddress: async (tx, address) => {
      const parsed = addressSchema.safeParse(address);
      if (!parsed.success) return false;
      const emailKey = await addressKeyOf(context.vault, tx, parsed.data);
      return (await findPerson(tx, { emailKey }))?.state === 'active';
    },
  };
}

type Work = Pick<
  People,
  | 'workers'
  | 'worker'
  | 'leavers'
  | 'answerableFor'
  | 'managersOf'
  | 'employmentsOf'
  | 'titlesOf'
  | 'entitle'
  | 'joinedBetween'
  | 'places'
  | 'addPlace'
  | 'qualifications'
  | 'heldQualifications'
  | 'addQualification'
  | 'setHeldQualifications'
>;

/** Who works where, and what they are qualified for. */
function workOf(context: PeopleContext): Work {
  return {
    workers: (tx, filter = {}) => listWorkers(tx, filter),
    worker: findWorker,
    leavers: findLeavers,
    answerableFor,
    managersOf,
    employmentsOf,
    titlesOf,
    entitle: (tx, by, personId, title) => entitle(context, tx, by, personId, title),
    joinedBetween,
    places: everyPlace,
    addPlace: (tx, by, kind, wanted) => addPlace(context, tx, by, kind, wanted),
    qualifications: listQualifications,
    heldQualifications: heldBy,
    addQualification: (tx, wanted) => addQualification(context, tx, operator, wanted),
    setHeldQualifications: (tx, personId, held) => setHeld(context, tx, operator, personId, held),
  };
}

type SlackMembers = Pick<People, 'personForSlack' | 'actorForSlack' | 'followSlackMember' | 'linkSlack'>;

function slackMembersOf(context: PeopleContext): SlackMembers {
  return {
    personForSlack: (tx, slackUserId) => personForSlack(context, tx, slackUserId),
    actorForSlack: async (tx, slackUserId) =>
      actorWithReach(tx, orgOf(tx), await personForSlack(context, tx, slackUserId)),
    followSlackMember: (id, slackUserId, active) => followAndEnd(context, id, slackUserId, active),
    linkSlack: (tx, proved) => linkSlack(context, tx, proved),
  };
}

/** The routes for members that need no more than the context. */
function routesOf(
  context: PeopleContext,
  notices: PeopleContext & { readonly phoneOf: PhoneOf },
): readonly GuardedRoute[] {
  return [
    ...organisationRoutes(context),
    ...eventValueRoutes(context),
    ...memberRoutes(context),
    ...leavingRoutes(context),
    ...directoryRoutes(context),
    ...placeRoutes(context),
    ...qualificationRoutes(context),
    ...holderRoutes(context),
    ...importRoutes(context),
    exportRoute(context),
    ...noticeRoutes(context),
    ...preferenceRoutes(notices),
    ...ownProfileRoutes(context),
    ...personRoutes(context),
    ...pictureRoutes(context),
    ...noteRoutes(context),
    ...myDataRoutes(context),
    ...tourRoutes(context),
    ...tokenRoutes(context),
    ...keyRoutes(context),
  ];
}

async function actorsIn(tx: Tx, roles: readonly Role[]): Promise<readonly Actor[]> {
  const people = (await activePeople(tx)).filter((person) => person.roles.some((role) => roles.includes(role)));
  const schedulers = people.filter((person) => person.roles.includes('scheduler'));
  const places = await placesOf(
    tx,
    schedulers.map(({ id }) => id),
  );
  return people.flatMap((person) => {
    const reach = person.roles.includes('scheduler') ? (places.get(person.id) ?? nowhere).reach : everywhere;
    return actorFrom(orgOf(tx), person, reach) ?? [];
  });
}

/** Only schedulers have a reach to look up. */
async function actorWithReach(tx: Tx, id: OrgId, person: Person): Promise<Actor | null> {
  return actorFrom(id, person, person.roles.includes('scheduler') ? await reachOf(tx, person.id) : everywhere);
}
