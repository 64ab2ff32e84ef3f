import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { OrgId } from '../db/index.ts';
import { type Audit, type EntryQuery, jsonLines, openAudit, verifyExport } from './index.ts';
import { record } from './tampering.fixture.ts';

let world: World;
let audit: Audit;
let whole: readonly string[];

beforeAll(async () => {
  world = await openWorld();
  audit = openAudit(world);
  await record(world, audit, world.orgId, 8);
  whole = await exported(world.orgId);
});
afterAll(() => world[Symbol.asyncDispose]());

async function exported(orgId: OrgId, query: EntryQuery = {}, filters = ''): Promise<string[]> {
  const last = await world.db.inOrg(orgId, (tx) => audit.head(tx));
  if (last === null) throw new Error('nothing was recorded');
  const head = { organisation: orgId, exportedAt: world.clock.now(), filters, mark: last.seq };
  const entries: string[] = [];
  for await (const page of audit.pages(orgId, query, last.seq)) entries.push(...page.map(jsonLines.entry));
  return [jsonLines.head(head), ...entries, jsonLines.end(entries.length, last)];
}

async function* each(lines: readonly string[]) {
  yield* lines;
}

const verify = (lines: readonly string[], noted: Parameters<typeof verifyExport>[1] = []) =>
  verifyExport(each(lines), noted);

describe('an exported file', () => {
  it('is verified by itself', async () => {
    const head = await world.db.inOrg(world.orgId, (tx) => audit.head(tx));
    expect(await verify(whole)).toEqual({ ok: true, organisation: world.orgId, entries: 8, whole: true, head });
    expect(await verify(whole, head ? [head] : [])).toMatchObject({ ok: true });
    expect(await verify(whole, [{ seq: 3, hash: 'ab'.repeat(32) }])).toMatchObject({ ok: false });
    expect(await verify(whole, [{ seq: 99, hash: 'ab'.repeat(32) }])).toMatchObject({ ok: false });
  });

  it('shows each line that was changed, dropped, doubled or moved', async () => {
    const index = fc.integer({ min: 0, max: whole.length - 1 });
    const act = fc.constantFrom('drop', 'double', 'swap', 'digit');
    await fc.assert(
      fc.asyncProperty(index, index, act, fc.nat(), async (at, other, how, where) => {
        const lines = [...whole];
        const line = lines[at] ?? '';
        if (how === 'drop') lines.splice(at, 1);
        if (how === 'double') lines.splice(at, 0, line);
        if (how === 'swap') [lines[at], lines[other]] = [lines[other] ?? '', line];
        if (how === 'digit') lines[at] = withOtherDigit(line, where);
        const isSame = lines.length === whole.length && lines.every((text, place) => text === whole[place]);
        // When it was exported, and the mark, are for people: no hash covers them.
        if (at === 0 && how === 'digit') return true;
        return isSame || !(await verify(lines)).ok;
      }),
      { numRuns: 300 },
    );
  });

  it('shows that it was cut off, or is none at all', async () => {
    expect(await verify(whole.slice(0, -1))).toMatchObject({ ok: false, problem: expect.stringContaining('cut off') });
    expect(await verify([...whole, whole[1] ?? ''])).toMatchObject({ ok: false });
    const end = JSON.parse(whole.at(-1) ?? '');
    const shorter = [...whole.slice(0, -2), `${JSON.stringify({ ...end, entries: 7 })}\n`];
    expect(await verify(shorter)).toMatchObject({ ok: false, problem: expect.stringContaining('cut off') });
    for (const lines of [[], [''], ['[]'], ['{}'], ['no JSON']])
      expect(await verify(lines)).toMatchObject({ ok: false });
  });

  it('with filters proves each entry, and says that it is not whole', async () => {
    const actions = { actorId: 'p5' };
    const part = await exported(world.orgId, actions, 'actor');
    expect(await verify(part)).toMatchObject({ ok: true, entries: 1, whole: false });
    const forged = part.map((line) => line.replace('"id":"t5"', '"id":"t6"'));
    expect(await verify(forged)).toMatchObject({ ok: false, line: 2 });
    const pretended = part.map((line) => line.replace('"filters":"actor"', '"filters":""'));
    expect(await verify(pretended)).toMatchObject({ ok: false });
  });

  it('belongs to its organisation alone', async () => {
    const other = whole.map((line) => line.replace(world.orgId, world.newOrgId()));
    expect(await verify(other)).toMatchObject({ ok: false, line: 2 });
  });
});

/** Another digit in place of one in the line. */
function withOtherDigit(line: string, where: number): string {
  const places = [...line.matchAll(/\d/g)].map((match) => match.index);
  const place = places[where % places.length] ?? 0;
  return `${line.slice(0, place)}${(Number(line[place]) + 1) % 10}${line.slice(place + 1)}`;
}
