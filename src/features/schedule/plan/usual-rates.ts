import { z } from 'zod';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { whoKnows } from '../work/roles/store.ts';
import { amountOf, rounded, type UsualOf } from './cost.ts';
import { fewest, mayTell, type Unknown } from './small-groups.ts';
import { insertUsual, listUsual, lockUsual, type StoredUsual } from './usual-store.ts';
import type { Rate, RateOf } from './wages.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'vault'>;

/** What an hour of a role usually costs, as it was told, and whose wages are in it. */
interface Usual {
  readonly roleId: string;
  readonly currency: string;
  /** Of an hour, in two figures. */
  readonly minor: number;
  readonly of: readonly Unknown[];
}

const usualShape = z.object({
  ...{ currency: z.string(), minor: z.number() },
  of: z.array(z.object({ personId: z.string(), key: z.string() })),
});

const placeOf = (rowId: string) => ({ table: 'usual_rates', column: 'sealed', rowId });

/**
 * What an hour usually costs, by role and currency: the mean of all who know the role and have a rate, three or more, in two
 * figures. A figure is kept as it was told until another may be told beside all that were: so that whoever adds a person to a
 * role, or waits for a single raise, can't reckon what that one earns. Until then the figure before it stays.
 */
export async function loadUsual(parts: Parts, tx: Tx, rateOf: RateOf): Promise<UsualOf> {
  const now = parts.clock.now();
  const today = now.toISOString().slice(0, 10);
  let told = await openAll(parts, tx);
  const groups = await groupsOf(tx, rateOf, today);
  const isNews = ({ roleId, currency, of }: Group) =>
    !sameAs(latest(told, roleId, currency), of) &&
    mayTell(
      told.map((usual) => usual.of),
      of,
    );
  if (groups.some(isNews)) {
    await lockUsual(tx);
    told = await openAll(parts, tx);
    for (const group of groups) {
      if (!isNews(group)) continue;
      const { rates, ...usual } = group;
      told = [...told, await tell(parts, tx, { ...usual, minor: meanOf(rates) }, now)];
    }
  }
  const large = new Set(groups.map(({ roleId, currency }) => `${roleId} ${currency}`));
  return (roleId, currency) =>
    large.has(`${roleId} ${currency}`) ? (latest(told, roleId, currency)?.minor ?? null) : null;
}

const latest = (told: readonly Usual[], roleId: string, currency: string) =>
  told.findLast((one) => one.roleId === roleId && one.currency === currency);

interface Group extends Pick<Usual, 'roleId' | 'currency' | 'of'> {
  readonly rates: readonly Rate[];
}

/** Who knows each role and has a rate in it, a group for each currency; those of too few are left out. */
async function groupsOf(tx: Tx, rateOf: RateOf, today: string): Promise<readonly Group[]> {
  const knowing = (await whoKnows(tx)).flatMap(({ roleId, personId }) => {
    const rate = rateOf(personId, roleId, today);
    return rate === null ? [] : [{ roleId, personId, rate }];
  });
  return (
    [...Map.groupBy(knowing, ({ roleId, rate }) => `${roleId} ${rate.currency}`).values()]
      .filter((of) => of.length >= fewest)
      .flatMap((of) => {
        const [first] = of;
        if (first === undefined) return [];
        const unknowns = of
          .map(({ personId, rate: { key } }) => ({ personId, key }))
          .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
        return [
          { roleId: first.roleId, currency: first.rate.currency, of: unknowns, rates: of.map(({ rate }) => rate) },
        ];
      })
      // Small groups first: they keep larger ones that hold them from being told, not the other way round.
      .toSorted((one, other) => one.of.length - other.of.length || (one.roleId < other.roleId ? -1 : 1))
  );
}

function sameAs(usual: Usual | undefined, of: readonly Unknown[]): boolean {
  if (usual?.of.length !== of.length) return false;
  return of.every(({ personId, key }, at) => usual.of[at]?.personId === personId && usual.of[at]?.key === key);
}

function meanOf(rates: readonly Rate[]): number {
  return rounded(rates.reduce((sum, rate) => sum + amountOf(60, rate), 0) / rates.length);
}

async function openAll({ vault }: Parts, tx: Tx): Promise<readonly Usual[]> {
  const opened = [];
  for (const { id, role_id: roleId, sealed } of await listUsual(tx))
    opened.push({ roleId, ...usualShape.parse(JSON.parse(await vault.openText(tx, placeOf(id), sealed))) });
  return opened;
}

async function tell({ clock, vault }: Parts, tx: Tx, usual: Usual, now: Date): Promise<Usual> {
  const id = newId(clock);
  const { roleId, ...kept } = usual;
  const stored: StoredUsual = {
    ...{ id, role_id: roleId, told_at: now },
    sealed: await vault.seal(tx, placeOf(id), JSON.stringify(kept)),
  };
  await insertUsual(tx, stored);
  return usual;
}
