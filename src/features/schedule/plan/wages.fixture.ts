import type { OrgId } from '../../../platform/db/index.ts';
import { orgOf } from '../../../platform/db/index.ts';
import type { LookReason, Rate, Wages } from './wages.ts';

/** Who was written down as having seen what somebody earns. */
export interface RecordedLook {
  readonly by: string;
  readonly personId: string;
  readonly reason: LookReason;
  readonly where: string;
}

/** Wages as another slice would pass them, kept in memory: by organisation, person, role and first day. */
export interface WrittenWages extends Wages {
  readonly looks: readonly RecordedLook[];
  /** What an hour of somebody costs in a role, from a day on; of all roles where none is named. */
  write(orgId: OrgId, wage: WrittenWage): void;
}

interface WrittenWage extends Partial<Pick<Rate, 'currency' | 'salaried' | 'minutes'>> {
  readonly personId: string;
  readonly roleId?: string;
  readonly minor: number;
  readonly from?: string;
}

export function writtenWages(): WrittenWages {
  const kept = new Map<OrgId, WrittenWage[]>();
  const looks: RecordedLook[] = [];
  return {
    looks,
    write: (orgId, wage) => {
      kept.set(orgId, [wage, ...(kept.get(orgId) ?? [])]);
    },
    ratesOf: async (tx) => {
      const wages = kept.get(orgOf(tx)) ?? [];
      return (personId, roleId, day) => {
        const mine = wages.filter((one) => one.personId === personId && (one.from ?? '') <= day);
        const found = mine.find((one) => one.roleId === roleId) ?? mine.find((one) => one.roleId === undefined);
        if (found === undefined) return null;
        const { minor, currency = 'USD', salaried = false, minutes = 60, from = '' } = found;
        return { minor, currency, salaried, minutes, key: `${found.roleId} ${minor} ${from}` };
      };
    },
    recordLooks: async (_tx, { personId: by }, personIds, look) => {
      for (const personId of new Set(personIds)) looks.push({ by, personId, ...look });
    },
  };
}
