import type { Tx } from '../src/platform/db/index.ts';
import type { Vault } from '../src/platform/vault/index.ts';
import { insertRows, type Row } from './history-rows.ts';
import { type Chance, seededId } from './seeded-chance.ts';
import { workers } from './team-company.ts';
import { earnsOf } from './team-pay.ts';

interface Setting {
  readonly tx: Tx;
  readonly chance: Chance;
  readonly now: Date;
}

interface Proposal {
  readonly name: string;
  readonly title: string;
  readonly more: number;
  readonly reason: string;
  /** Days from now: when it was proposed, the first day that it is about, and when somebody decided. */
  readonly proposed: number;
  readonly from: number;
  readonly decided: number | null;
  readonly words: string | null;
}

/** One that waits, one that is agreed on and that its person has not been told of, and one that came to nothing. */
const proposals: readonly Proposal[] = [
  {
    ...{ name: 'Ben Carter', title: 'Crane foreman', more: 120, proposed: -2, from: 26, decided: null, words: null },
    reason: 'Has led the crane crew since spring, and trains the others',
  },
  {
    ...{ name: 'Zoe Martin', title: 'Head of kitchen', more: 180, proposed: -6, from: 12, decided: -3, words: null },
    reason: 'Takes over the kitchen',
  },
  {
    ...{ name: 'Sam Whitfield', title: 'Shop manager', more: 300, proposed: -16, from: 15, decided: -10 },
    ...{ reason: 'Two people report to him now', words: 'Let us see how the autumn goes. Ask again in January.' },
  },
];

const dayMs = 86_400_000;

/** Proposals of raises and promotions in different states, by the manager of those whom they are about. */
export async function writeRaises(
  { tx, chance, now }: Setting,
  vault: Vault,
  idOf: (kind: string, name: string) => string,
): Promise<void> {
  const [by, other] = [idOf('person', 'Dora Novak'), idOf('person', 'Tom Okafor')];
  const [raises, events]: [Row[], Row[]] = [[], []];
  const at = (days: number) => new Date(now.getTime() + days * dayMs);
  for (const { name, title, more, reason, proposed, from, decided, words } of proposals) {
    const [id, person_id] = [seededId(chance, at(proposed)), idOf('person', name)];
    const from_day = at(from).toISOString().slice(0, 10);
    const known = workers.find((one) => one.name === name)?.knows.map((job) => idOf('role', job)) ?? [];
    const pay = (minor: number) => ({ kind: 'hourly', minor, currency: 'USD' });
    const terms = {
      title: { before: null, after: title },
      roles: { before: known.toSorted(), after: known.toSorted() },
      ...{ pay: { roleId: null, before: pay(earnsOf(name)), after: pay(earnsOf(name) + more) }, reason },
    };
    const state = decided === null ? 'open' : words === null ? 'approved' : 'declined';
    const sealed = await vault.seal(tx, { table: 'raises', column: 'sealed', rowId: id }, JSON.stringify(terms));
    raises.push({
      ...{ id, person_id, from_day, sealed, state, revision: 1, needed: 1 },
      ...{ proposed_by: by, proposed_at: at(proposed) },
    });
    const happen = async (kind: string, who: string, days: number, told: object | null) => {
      const event = seededId(chance, at(days));
      const place = { table: 'raise_events', column: 'sealed', rowId: event };
      const said = told && JSON.stringify({ terms: null, from: null, words: null, ...told });
      const held = said === null ? null : await vault.seal(tx, place, said);
      events.push({ id: event, raise_id: id, revision: 1, kind, person_id: who, sealed: held, at: at(days) });
    };
    await happen('proposed', by, proposed, { terms, from: from_day });
    if (decided !== null) await happen(state, other, decided, words === null ? null : { words });
  }
  await insertRows(tx, 'pay_settings', [{ managers_see: true, people_see_bands: true, changed_at: now }]);
  await insertRows(tx, 'raises', raises);
  await insertRows(tx, 'raise_events', events);
}
