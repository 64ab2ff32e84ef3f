import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { type Cycle, chosenSchema, cyclePath, type Line } from './contract.ts';
import { asSuggested, type Drafts, isFree, isOther, minorTyped, type Typed, typedOf, withKept } from './typed.ts';

type Words = Readonly<Record<string, string>>;
interface Sent {
  readonly personId: string;
  readonly version: number;
  readonly minor: number | null;
  readonly why: string | null;
}

/** What is typed and kept in the grid of a review. */
export interface Choosing {
  readonly lines: readonly Line[];
  readonly drafts: Drafts;
  /** Why what is typed is not kept, by person. */
  readonly wrong: Words;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly type: (line: Line, typed: Typed) => void;
  /** Keeps what is typed for one, where it is something else. */
  readonly keep: (line: Line, typed?: Typed) => void;
  /** Takes what is suggested for everybody for whom nothing is chosen. */
  readonly takeSuggested: () => void;
}

const clashWords =
  'Somebody else has chosen for them meanwhile. What you typed is not kept yet: press Enter to keep it.';

/** @param onClash asks for the review as it is now: what is typed stays */
export function useChoosing(cycle: Cycle, onClash: () => void): Choosing {
  const [kept, setKept] = useState({ of: cycle, lines: cycle.lines });
  const [drafts, setDrafts] = useState<Drafts>({});
  const [wrong, setWrong] = useState<Words>({});
  // What was asked for anew goes before what was kept here since.
  const lines = kept.of === cycle ? kept.lines : cycle.lines;
  const versions = useRef(new Map<string, number>());
  const send = useMutation({
    // One after the other: who leaves two fields of a line at once does not write over themselves.
    scope: { id: `pay cycle ${cycle.id}` },
    mutationFn: (sent: readonly Sent[]) => {
      const body = { lines: sent.map((one) => ({ ...one, version: latest(one, versions.current) })) };
      return call(chosenSchema, 'PUT', `${cyclePath(cycle.id)}/lines` as const, { body });
    },
    onSuccess: ({ saved, clashed, refused }, sent) => {
      for (const { personId, version } of saved) versions.current.set(personId, version);
      const byPerson = new Map(sent.map((one) => [one.personId, one]));
      const done = saved.map(({ personId, version }) => {
        const { minor = null, why = null } = byPerson.get(personId) ?? {};
        return { personId, version, minor, why };
      });
      setKept((before) => ({
        of: cycle,
        lines: withKept(before.of === cycle ? before.lines : cycle.lines, done, new Date().toISOString()),
      }));
      const told = [...refused, ...clashed.map((personId) => ({ personId, words: clashWords }))];
      const fine = new Set(saved.map(({ personId }) => personId));
      setWrong((before) => ({
        ...Object.fromEntries(Object.entries(before).filter(([personId]) => !fine.has(personId))),
        ...Object.fromEntries(told.map(({ personId, words }) => [personId, words])),
      }));
      if (clashed.length > 0) onClash();
    },
  });
  const type = (line: Line, typed: Typed) => setDrafts((before) => ({ ...before, [line.personId]: typed }));
  const keep = (line: Line, typed = drafts[line.personId] ?? typedOf(line)) => {
    const sent = sentOf(line, typed);
    if (sent !== null && (isOther(line, typed) || wrong[line.personId] !== undefined)) send.mutate([sent]);
  };
  const takeSuggested = () => {
    const open = lines.filter((line) => isFree(line) && line.chosen === null && line.suggestion !== null);
    const taken = open.map((line) => ({ line, typed: asSuggested(line, drafts[line.personId] ?? typedOf(line)) }));
    setDrafts((before) => ({
      ...before,
      ...Object.fromEntries(taken.map(({ line, typed }) => [line.personId, typed])),
    }));
    const sent = taken.flatMap(({ line, typed }) => sentOf(line, typed) ?? []);
    for (let from = 0; from < sent.length; from += 1000) send.mutate(sent.slice(from, from + 1000));
  };
  return { lines, drafts, wrong, isSaving: send.isPending, error: send.error, type, keep, takeSuggested };
}

/** The version of what was read, or of what was kept here since. */
const latest = ({ personId, version }: Sent, kept: ReadonlyMap<string, number>) =>
  Math.max(version, kept.get(personId) ?? 0);

function sentOf(line: Line, typed: Typed): Sent | null {
  const minor = minorTyped(line, typed);
  if (minor === undefined) return null;
  const { personId, version } = line;
  return { personId, version, minor, why: minor === null ? null : typed.why.trim() || null };
}
