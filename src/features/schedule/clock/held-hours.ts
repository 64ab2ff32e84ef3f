import type { PersonalDataSource } from '../../people/index.ts';
import { localAt } from '../calendar/zone.ts';
import type { ScheduleParts } from '../parts.ts';
import { answerAt, reasonAt } from './corrections/correcting.ts';
import { correctionStates } from './corrections/correction.ts';
import { listCorrections } from './corrections/store.ts';
import type { Stretch } from './entry.ts';
import { loadNames } from './names.ts';
import { entriesOn } from './store.ts';

const ever = { from: '2000-01-01', to: '2199-12-31' };
const most = 10_000;

/** What the time clock holds about somebody: their hours, and the corrections with what was written for them. */
export function hoursHeld(parts: Pick<ScheduleParts, 'vault' | 'people'>): PersonalDataSource {
  return {
    title: 'Hours you worked',
    read: async (tx, personId) => {
      const nameOf = await loadNames(parts, tx);
      const entries = await entriesOn(tx, ever, [personId]);
      const corrections = [];
      const query = { personIds: [personId], states: correctionStates, limit: most };
      for (const one of await listCorrections(tx, query)) {
        const { id, kind, state, zone, reasonSealed, answerSealed } = one;
        corrections.push({
          ...{ kind, state, ...times(one, zone), askedAt: one.askedAt },
          reason: await parts.vault.openText(tx, reasonAt(id), reasonSealed),
          answer: answerSealed && (await parts.vault.openText(tx, answerAt(id), answerSealed)),
        });
      }
      return {
        entries: entries.map((entry) => {
          const { roleName, locationName } = nameOf(entry);
          return { ...times(entry, entry.zone), role: roleName, location: locationName };
        }),
        corrections,
      };
    },
  };
}

function times({ start, end, breaks }: Stretch, zone: string) {
  const at = (minute: number | null) => (minute === null ? null : localAt(zone, minute));
  return {
    from: at(start),
    to: at(end),
    zone,
    breaks: breaks.map((one) => ({ from: at(one.start), to: at(one.end) })),
  };
}
