import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../db/index.ts';
import { openTickets, type Tickets } from './tickets.ts';

let world: World;
let tickets: Tickets;

beforeAll(async () => {
  world = await openWorld();
  tickets = openTickets(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const open = (tries = 5) =>
  tickets.open({ purpose: 'second_factor', userId: null, subject: { returnTo: '/' }, minutes: 10, tries });

describe('a ticket', () => {
  it('has so many tries, also for many who come at once', async () => {
    const secret = await open(5);
    const spent = await Promise.all(Array.from({ length: 12 }, () => tickets.spend('second_factor', secret)));
    expect(spent.filter((one) => one !== null)).toHaveLength(5);
    expect(await tickets.spend('second_factor', secret)).toBeNull();
  });

  it('is taken once', async () => {
    const secret = await open();
    const taken = await Promise.all([tickets.take('second_factor', secret), tickets.take('second_factor', secret)]);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(await tickets.find('second_factor', secret)).toBeNull();
  });

  it('is good for its purpose alone, and for ten minutes', async () => {
    const secret = await open();
    expect(await tickets.find('passkey_sign_in', secret)).toBeNull();
    expect(await tickets.take('passkey_sign_in', secret)).toBeNull();
    expect(await tickets.find('second_factor', secret)).toMatchObject({ subject: { returnTo: '/' } });
    world.clock.advance(10 * 60_000);
    expect(await tickets.find('second_factor', secret)).toBeNull();
    expect(await tickets.spend('second_factor', secret)).toBeNull();
    expect(await tickets.take('second_factor', secret)).toBeNull();
  });

  it('keeps what is noted with it, and is stored as a hash', async () => {
    const secret = await open();
    await tickets.note('second_factor', secret, { returnTo: '/', challenge: 'c' });
    expect((await tickets.find('second_factor', secret))?.subject).toEqual({ returnTo: '/', challenge: 'c' });
    const rows = await sql`select secret_hash::text as hash, subject from tickets`.execute(world.db.kysely);
    expect(JSON.stringify(rows.rows)).not.toContain(secret);
  });

  it('gives way to a later one with the same secret, and is swept when it has ended', async () => {
    const wanted = { purpose: 'mail_code', userId: null, minutes: 1, tries: 5, secret: 'of a session' } as const;
    await tickets.open({ ...wanted, subject: { code: '1' } });
    await tickets.open({ ...wanted, subject: { code: '2' } });
    expect((await tickets.find('mail_code', 'of a session'))?.subject).toEqual({ code: '2' });
    world.clock.advance(3_600_000);
    await open();
    const rows = await sql`select 1 from tickets`.execute(world.db.kysely);
    expect(rows.rows).toHaveLength(1);
  });
});
