import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { NoticeEvent, NoticeMethod } from './notice.ts';

interface PreferenceRow {
  org_id: string;
  person_id: string;
  event: NoticeEvent;
  methods: NoticeMethod[];
}

interface Tables {
  notice_preferences: PreferenceRow;
}

/** What somebody chose, by event. */
export type Chosen = ReadonlyMap<NoticeEvent, readonly NoticeMethod[]>;

/** What these people chose; whoever has chosen nothing is left out. */
export async function choicesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Chosen>> {
  const found = new Map<string, Map<NoticeEvent, readonly NoticeMethod[]>>();
  if (personIds.length === 0) return found;
  const { rows } = await sql<PreferenceRow>`
    select person_id, event, methods from notice_preferences where person_id = any (${[...new Set(personIds)]}::uuid[])
  `.execute(tx.on());
  for (const { person_id: personId, event, methods } of rows) {
    found.set(personId, (found.get(personId) ?? new Map()).set(event, methods));
  }
  return found;
}

/** Sets what somebody chose for these events. */
export async function putChoices(tx: Tx, personId: string, chosen: Chosen): Promise<void> {
  const rows = [...chosen].map(([event, methods]) => ({
    ...{ org_id: orgOf(tx), person_id: personId, event },
    methods: [...methods],
  }));
  if (rows.length === 0) return;
  await tx
    .on<Tables>()
    .insertInto('notice_preferences')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'person_id', 'event'])
        .doUpdateSet((row) => ({ methods: row.ref('excluded.methods') })),
    )
    .execute();
}
