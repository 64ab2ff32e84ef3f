/** One kind of act, described for people and for whoever reviews what is kept. */
export type ActKind = {
  /** `{actor}` and `{target}` stand for who acted and what it was done to. */
  readonly sentence: string;
  /** What kind of thing the target is. */
  readonly target: string;
  /** Nothing was changed: protected data was read. */
  readonly reads?: true;
  /** Every field that the entry may hold, with what it says. */
  readonly fields?: Readonly<Record<string, string>>;
};

/** The closed list of acts of one slice: `slice.verb_noun` → what it is. */
export type Acts<Action extends string = string> = Readonly<Record<Action, ActKind>>;

const actionName = /^[a-z]+\.[a-z_]+$/;

/**
 * Declares the acts of a slice. What is not declared can't be recorded, so every act has a sentence.
 * @throws Error for a name that is no `slice.verb_noun`, or a sentence that ends like one on its own
 */
export function defineActs<const Kinds extends Acts>(kinds: Kinds): Kinds {
  for (const [name, { sentence }] of Object.entries<ActKind>(kinds)) {
    if (!actionName.test(name)) throw new Error(`not the name of an act: ${name}`);
    if (sentence === '' || sentence.endsWith('.')) throw new Error(`${name} needs a sentence without its full stop`);
  }
  return kinds;
}

/** What the audit log says of itself. */
export const auditActs = defineActs({
  'audit.log_read': {
    sentence: '{actor} read the audit log',
    target: 'organisation',
    reads: true,
    fields: { filters: 'names of the filters that were set', entries: 'how many entries were shown' },
  },
  'audit.log_exported': {
    sentence: '{actor} exported the audit log',
    target: 'organisation',
    reads: true,
    fields: {
      format: 'csv or jsonl',
      filters: 'names of the filters that were set',
      entries: 'how many entries the log had',
    },
  },
  'audit.log_verified': {
    sentence: '{actor} verified the audit log',
    target: 'organisation',
    fields: { ok: 'whether the chain held', entries: 'how many entries were followed', brokenAt: 'where it broke' },
  },
  'audit.end_lost': {
    sentence: 'The sealed end of the audit log was missing or broken; entries before this one may have been cut off',
    target: 'organisation',
    fields: { reason: 'missing or broken' },
  },
});

/** Ids and names of fields: no space, no "@", nothing that a name, an address or a sentence would need. */
const plainValue = /^[\w.,:+/-]{0,500}$/;
const plainId = /^[\w.:-]{1,100}$/;

/** What may be recorded, checked when it is: a slip in one place must not put somebody's name into the log for ever. */
export type Recorded = {
  readonly actor: { readonly id: string };
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly detail?: Readonly<Record<string, string | number | boolean>> | undefined;
};

/**
 * Refuses an entry that is not declared, or that holds more than ids and names of fields.
 * @param acts null where a test of a single slice knows no list: names and values are checked all the same
 * @throws Error naming the act and the field, never the value
 */
export function checkEntry({ actor, action, target, detail = {} }: Recorded, acts: Acts | null): void {
  if (!actionName.test(action)) throw new Error(`not the name of an act: ${action}`);
  const kind = acts?.[action];
  if (acts !== null && kind === undefined) throw new Error(`${action} is not declared in any list of acts`);
  if (kind !== undefined && kind.target !== target.type) throw new Error(`${action} is done to a ${kind.target}`);
  if (!plainId.test(actor.id) || !plainId.test(target.id)) throw new Error(`${action} needs ids of actor and target`);
  for (const [field, value] of Object.entries(detail)) {
    if (kind !== undefined && kind.fields?.[field] === undefined) throw new Error(`${action} declares no ${field}`);
    const plain = typeof value === 'string' ? plainValue.test(value) : typeof value === 'boolean' || isCount(value);
    if (!plain) throw new Error(`${field} of ${action} holds more than ids, names of fields or whole numbers`);
  }
}

/** Whole and exact: the only numbers that are the same in the database, in JSON and in the hash. */
function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}
