import type { Resource } from '../../../platform/policy/index.ts';
import type { Content } from './content.ts';

export type VersionState = 'draft' | 'review' | 'published' | 'retired';

/** Whom a process is meant for. */
export interface Audience {
  readonly kind: 'person' | 'role' | 'department' | 'location';
  readonly ref: string;
}

/** A process without its words. */
export interface Process {
  readonly id: string;
  /** Who answers for it; null: the organisation's owners. */
  readonly ownerId: string | null;
  readonly confidential: boolean;
  readonly reviewBy: string | null;
  readonly archived: boolean;
  readonly audience: readonly Audience[];
}

/** What it says or said, or is to say. */
export interface Version extends Content {
  readonly id: string;
  readonly processId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly revision: number;
  readonly note: string;
  readonly returnedNote: string;
  readonly writtenBy: string | null;
  readonly submittedBy: string | null;
  readonly publishedBy: string | null;
  readonly writtenAt: Date;
  readonly publishedAt: Date | null;
}

/** A process with the version that holds and the one that is written on. */
export interface Found {
  readonly process: Process;
  readonly published: Version | null;
  readonly open: Version | null;
}

/** Everything by which somebody may be meant. */
export interface Standing {
  readonly personId: string;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly locations: readonly string[];
}

/** Whether a process is meant for somebody. The look-ups in SQL say the same; a test holds them together. */
function isMeantFor({ audience, confidential }: Process, standing: Standing): boolean {
  if (audience.length === 0) return !confidential;
  const { personId, roles, departments, locations } = standing;
  const own = { person: [personId], role: roles, department: departments, location: locations };
  return audience.some(({ kind, ref }) => own[kind].includes(ref));
}

/** A process as the policies look at it, for one who asks. */
export function resourceOf(orgId: Resource['orgId'], found: Found, standing: Standing): Resource {
  const { process, published, open } = found;
  return {
    ...{ type: 'Process', id: process.id, orgId },
    owner: process.ownerId ?? '',
    submitter: open?.state === 'review' ? (open.submittedBy ?? '') : '',
    confidential: process.confidential,
    meant: isMeantFor(process, standing),
    holds: published !== null && !process.archived,
  };
}
