import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../../../../test/support/app-members.ts';
import { type AppWorld, openAppWorld } from '../../../../test/support/app-world.ts';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { newId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { calendarFile } from './calendar-file.ts';

let world: AppWorld;
let members: AppMembers;
let ana: Browser;
let scheduler: Browser;
let owner: Browser;
beforeAll(async () => {
  world = await openAppWorld();
  members = await openMembers(world);
  owner = await members.signInAs('owner');
  ana = await members.signInAs('employee');
  scheduler = await members.signInAs('scheduler');
});

afterAll(() => world[Symbol.asyncDispose]());

const id = () => newId(world.clock);
const json = (text: string) => JSON.parse(text) as { id: string; url: string; feeds: { readAt: string }[] };

/** A shift of a role at a new location that somebody was told of. */
async function tell(person: Browser, startsAt: string, endsAt: string, role = 'Bar') {
  const place = await members.ask(owner, 'POST', '/api/locations', {
    body: { name: `Riverside ${id()}`, timeZone: 'Europe/Lisbon' },
  });
  const locationId = json(place.text).id;
  const [roleId, periodId, shiftId, publicationId] = [id(), id(), id(), id()];
  const org = members.orgId;
  await world.db.inOrg(org, async (tx) => {
    const on = tx.on();
    const now = world.clock.now();
    await sql`insert into work_roles (org_id, id, location_id, name, colour, created_at)
      values (${org}, ${roleId}, ${locationId}, ${role}, 'teal', ${now})`.execute(on);
    await sql`insert into periods (org_id, id, first_day, days, created_at)
      values (${org}, ${periodId}, ${startsAt.slice(0, 10)}::date + (random() * 90000)::int, 14, ${now})`.execute(on);
    await sql`insert into shifts (org_id, id, period_id, role_id, series_id, occurrence, zone, starts_at, ends_at, day, needs)
      values (${org}, ${shiftId}, ${periodId}, ${roleId}, ${id()}, ${startsAt.slice(0, 16)}, 'Europe/Lisbon', ${startsAt}, ${endsAt},
        ${startsAt.slice(0, 10)}, 1)`.execute(on);
    await sql`insert into publications (org_id, id, period_id, number, kind, published_by, published_at)
      values (${org}, ${publicationId}, ${periodId}, 1, 'publish', ${owner.personId}, ${now})`.execute(on);
    await sql`insert into published_shifts (org_id, id, publication_id, period_id, person_id, shift_id, role_id, starts_at, ends_at, zone, break_minutes)
      values (${org}, ${id()}, ${publicationId}, ${periodId}, ${person.personId}, ${shiftId}, ${roleId}, ${startsAt}, ${endsAt},
        'Europe/Lisbon', 30)`.execute(on);
  });
  return { roleId, shiftId };
}

async function feedOf(as: Browser, roleId: string | null = null): Promise<{ id: string; path: string }> {
  const answer = await members.ask(as, 'POST', '/api/schedule/feeds', { body: { roleId } });
  expect(answer.status).toBe(201);
  const made = json(answer.text);
  return { id: made.id, path: new URL(made.url).pathname };
}

/** Reads a calendar as a calendar program does: without any session, by a library that Coact does not write with. */
async function events(path: string) {
  const answer = await members.ask(null, 'GET', path);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  const calendar = new ICAL.Component(ICAL.parse(answer.text));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
const instant = (time: ICAL.Time) => Temporal.Instant.fromEpochMilliseconds(time.toJSDate().getTime());

describe('a calendar address', () => {
  it('shows the right instants in three time zones over a change of clocks', async () => {
    // In Lisbon the clock goes back on 25 October 2026 at 02:00 (summer time): this night shift has nine hours.
    await tell(ana, '2026-10-24T21:00:00Z', '2026-10-25T06:00:00Z');
    await tell(ana, '2026-10-26T09:00:00Z', '2026-10-26T17:00:00Z');
    const found = await events((await feedOf(ana)).path);
    const shown = (zone: string) =>
      found.map(({ startDate, endDate }) =>
        [startDate, endDate].map((time) => instant(time).toZonedDateTimeISO(zone).toPlainDateTime().toString()),
      );
    expect(shown('Europe/Lisbon')).toEqual([
      ['2026-10-24T22:00:00', '2026-10-25T06:00:00'],
      ['2026-10-26T09:00:00', '2026-10-26T17:00:00'],
    ]);
    expect(shown('America/New_York')).toEqual([
      ['2026-10-24T17:00:00', '2026-10-25T02:00:00'],
      ['2026-10-26T05:00:00', '2026-10-26T13:00:00'],
    ]);
    expect(shown('Asia/Kolkata')).toEqual([
      ['2026-10-25T02:30:00', '2026-10-25T11:30:00'],
      ['2026-10-26T14:30:00', '2026-10-26T22:30:00'],
    ]);
    expect(found.map(({ summary, description }) => [summary.split(' · ')[0], description])).toEqual([
      ['Bar', 'With a break of 30 min'],
      ['Bar', 'With a break of 30 min'],
    ]);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(2);
  });

  it('is read again for nothing when nothing changed', async () => {
    const { path } = await feedOf(ana);
    const first = await members.ask(null, 'GET', path);
    const again = await members.ask(null, 'GET', path, { headers: { 'if-none-match': first.headers.etag ?? '' } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await members.ask(null, 'GET', path)).text).toBe(first.text);
  });

  it('leads nowhere once it is revoked, replaced or guessed', async () => {
    const first = await feedOf(ana);
    const second = await feedOf(ana);
    expect((await members.ask(null, 'GET', first.path)).status).toBe(404);
    expect((await members.ask(scheduler, 'DELETE', `/api/schedule/feeds/${second.id}`)).status).toBe(404);
    expect((await members.ask(null, 'GET', second.path)).status).toBe(200);
    expect((await members.ask(ana, 'DELETE', `/api/schedule/feeds/${second.id}`)).status).toBe(204);
    expect((await members.ask(null, 'GET', second.path)).status).toBe(404);
    for (const path of ['/calendar/x.ics', `/calendar/${'a'.repeat(43)}.ics`, '/calendar/%00.ics'])
      expect((await members.ask(null, 'GET', path)).status).toBe(404);
  });

  it('keeps no secret in the database, and tells when it was last read, to the hour', async () => {
    const { path } = await feedOf(ana);
    await events(path);
    const { rows } = await world.db.inOrg(members.orgId, (tx) =>
      sql<{ row: string }>`select calendar_feeds::text as row from calendar_feeds`.execute(tx.on()),
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(path.slice(10, 53));
    const list = json((await members.ask(ana, 'GET', '/api/schedule/feeds')).text);
    expect(list.feeds[0]?.readAt).toMatch(/:00:00\.000Z$/);
  });

  it('ends with its maker: a leaver’s address leads nowhere', async () => {
    const leaver = await members.signInAs('employee');
    const { path } = await feedOf(leaver);
    await members.ask(owner, 'PATCH', `/api/members/${leaver.personId}`, { body: { state: 'deactivated' } });
    expect((await members.ask(null, 'GET', path)).status).toBe(404);
  });
});

describe('a role’s calendar', () => {
  it('shows schedulers who works, and nobody else may have one', async () => {
    const { roleId } = await tell(ana, '2026-11-02T09:00:00Z', '2026-11-02T17:00:00Z', 'Kitchen');
    expect((await members.ask(ana, 'POST', '/api/schedule/feeds', { body: { roleId } })).status).toBe(404);
    expect((await members.ask(scheduler, 'POST', '/api/schedule/feeds', { body: { roleId: id() } })).status).toBe(404);
    const [event] = await events((await feedOf(scheduler, roleId)).path);
    expect(event?.summary).toMatch(/^.+ · Kitchen$/);
  });

  it('leads nowhere while its role lies beyond its maker’s reach, though they schedule elsewhere', async () => {
    const { roleId } = await tell(ana, '2026-11-04T09:00:00Z', '2026-11-04T17:00:00Z', 'Cellar');
    const limited = await members.signInAs('scheduler');
    const { path } = await feedOf(limited, roleId);
    const place = await members.ask(owner, 'POST', '/api/locations', {
      body: { name: `Elsewhere ${id()}`, timeZone: 'Europe/Lisbon' },
    });
    const reach = (locations: readonly string[]) =>
      members.ask(owner, 'PATCH', `/api/members/${limited.personId}`, {
        body: { reach: { departments: [], locations } },
      });
    expect((await members.ask(null, 'GET', path)).status).toBe(200);
    await reach([json(place.text).id]);
    const refused = await members.ask(null, 'GET', path);
    expect(refused.status).toBe(404);
    const nobodys = await members.ask(null, 'GET', `/calendar/${'a'.repeat(43)}.ics`);
    expect([nobodys.status, nobodys.text.replaceAll(/"(trace|request)\w*":"[^"]*"/g, '')]).toEqual([
      404,
      refused.text.replaceAll(/"(trace|request)\w*":"[^"]*"/g, ''),
    ]);
    await reach([]);
    expect((await members.ask(null, 'GET', path)).status).toBe(200);
  });

  it('leads nowhere when its maker schedules no more', async () => {
    const { roleId } = await tell(ana, '2026-11-03T09:00:00Z', '2026-11-03T17:00:00Z', 'Door');
    const former = await members.signInAs('scheduler');
    const { path } = await feedOf(former, roleId);
    await members.ask(owner, 'PATCH', `/api/members/${former.personId}`, { body: { roles: ['employee'] } });
    expect((await members.ask(null, 'GET', path)).status).toBe(404);
  });
});

describe('the text of a calendar', () => {
  it('survives every character in names', () => {
    const title = 'Bar; "late", \\ é 🍸\nBEGIN:VEVENT';
    const shift = {
      ...{ id: 's1', title, location: 'A,B;C', breakMinutes: 0, version: 3 },
      ...{
        startsAt: new Date('2026-03-01T10:00Z'),
        endsAt: new Date('2026-03-01T12:00Z'),
        toldAt: new Date('2026-02-01'),
      },
    };
    const text = calendarFile([shift], {
      name: 'My shifts',
      host: 'coact.example',
      link: 'https://coact.example/team',
    });
    const [event, ...others] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    expect(event?.getFirstPropertyValue('summary')).toBe(title);
    expect(event?.getFirstPropertyValue('location')).toBe('A,B;C');
    expect(event?.getFirstPropertyValue('sequence')).toBe(2);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
