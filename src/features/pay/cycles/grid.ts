import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { bandOn, locationOf, standingIn } from '../bands/band.ts';
import { seesBands } from '../bands/seeing.ts';
import { wageForBand } from '../bands/standing.ts';
import { listBands } from '../bands/store.ts';
import type { PayParts } from '../parts.ts';
import { listRaises } from '../raises/store.ts';
import { openWages } from '../wages/sealing.ts';
import { clashesWith, type Pay, type WageEntry } from '../wages/wage.ts';
import { type Choice, type Cycle, increaseIn, type Obstacle, obstacleOf } from './cycle.ts';
import { type Suggestion, suggestionOf, zoneOf } from './guideline.ts';
import { openChoice } from './sealing.ts';
import { type Seen, seenBy } from './seeing.ts';
import { listLines, type StoredLine } from './store.ts';

type Parts = Pick<PayParts, 'vault' | 'people'>;

/** A line with all that whoever sees it may know. */
export interface GridLine extends Omit<StoredLine, 'sealed'>, Seen {
  readonly title: string | null;
  /** The wage on the day of the cycle: for all work, or, of who has none, the only one of a role. */
  readonly pay: Pay | null;
  readonly roleId: string | null;
  readonly choice: Choice | null;
  readonly obstacle: Obstacle | null;
  /** Null: nothing to suggest from, or not for who may not read bands. */
  readonly suggestion: Suggestion | null;
  /** Where what is chosen lies outside the band. */
  readonly outside: 'below' | 'above' | null;
  /** What it costs more in a year. */
  readonly increase: number;
}

/** The lines of a cycle that somebody may see, by name. `lock` keeps others from choosing until the transaction ends. */
export async function openGrid(
  parts: Parts,
  tx: Tx,
  asking: Pick<Asking, 'allowed' | 'orgId'>,
  cycle: Cycle,
  lock = false,
): Promise<readonly GridLine[]> {
  const stored = await listLines(tx, cycle.id, lock);
  const seen = await seenBy(
    parts,
    tx,
    asking,
    stored.map(({ personId }) => personId),
  );
  const ids = [...seen.keys()];
  const wages = Map.groupBy(ids.length === 0 ? [] : await openWages(parts, tx, ids), ({ personId }) => personId);
  const titles = await parts.people.titlesOf(tx, ids);
  const waiting = new Map(
    (await listRaises(tx, { states: ['open', 'approved'] })).map(({ personId, id }) => [personId, id]),
  );
  const bandFor = await bandsFor(tx, asking, cycle);
  const lines: GridLine[] = [];
  for (const { sealed, ...line } of stored) {
    const { personId } = line;
    const person = seen.get(personId);
    if (person === undefined) continue;
    const title = titles.get(personId) ?? null;
    const { pay, roleId, dayTaken } = wageOn(wages.get(personId) ?? [], cycle.from);
    const choice = sealed === null ? null : await openChoice(parts.vault, tx, line.id, sealed);
    const raiseWaits = waiting.has(personId);
    const known = { left: person.left, pay, dayTaken, raiseWaits };
    const obstacle = line.raise === null ? obstacleOf(cycle.currency, known, choice) : null;
    lines.push({
      ...{ ...line, ...person, title, pay, roleId, choice, obstacle },
      ...bandFor({ title, person, pay, choice }),
      increase: increaseIn(cycle, { choice, obstacle, raise: line.raise }),
    });
  }
  return lines.toSorted((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1));
}

/** What somebody earns on a day, for which work, and whether that very day has an entry of its own. */
export function wageOn(entries: readonly WageEntry[], day: string) {
  const wage = wageForBand(entries, day);
  const roleId = entries.find(({ id }) => id === wage?.id)?.roleId ?? null;
  return { pay: wage?.pay ?? null, roleId, dayTaken: clashesWith(entries, { roleId, from: day, corrects: null }) };
}

interface Banded {
  readonly title: string | null;
  readonly person: Seen;
  readonly pay: Pay | null;
  readonly choice: Choice | null;
}

/** What bands say of a wage and of what is chosen; nothing to who may not read them. */
async function bandsFor(tx: Tx, asking: Pick<Asking, 'allowed' | 'orgId'>, { guidelines, from, currency }: Cycle) {
  const shows = await seesBands(tx, asking);
  const bands = shows ? await listBands(tx) : [];
  return ({ title, person, pay, choice }: Banded): Pick<GridLine, 'suggestion' | 'outside'> => {
    if (!shows || pay === null || pay.currency !== currency) return { suggestion: null, outside: null };
    const band = title === null ? null : bandOn(bands, { title, locationId: locationOf(person.locations) }, from);
    const standingOf = (of: Pay) => (band === null ? null : standingIn(band, of));
    const then = choice && standingOf({ ...choice.before, minor: choice.minor });
    return {
      suggestion: suggestionOf(guidelines, zoneOf(standingOf(pay)), pay.minor),
      outside: then === null || then.where === 'within' ? null : then.where,
    };
  };
}
