import type { Role } from '../contract.ts';

export const setupSteps = ['locations', 'roles', 'people', 'knowing', 'availability', 'ready'] as const;
export type SetupStep = (typeof setupSteps)[number];

export const stepNames: Readonly<Record<SetupStep, string>> = {
  locations: 'Locations',
  roles: 'Roles and shifts',
  people: 'People',
  knowing: 'Who knows what',
  availability: 'Availability',
  ready: 'First schedule',
};

/** What is there already; the set-up continues where something is missing, on any device. */
export interface Progress {
  readonly locations: number;
  readonly roles: readonly Pick<Role, 'series' | 'people' | 'archived'>[];
  readonly people: number;
}

/** Whether what a step asks for is there. Availability has a default that suits most, so it always is. */
export function isDone(step: SetupStep, { locations, roles, people }: Progress): boolean {
  const inUse = roles.filter(({ archived }) => !archived);
  if (step === 'locations') return locations > 0;
  if (step === 'roles') return inUse.some(({ series }) => series > 0);
  // One person is whoever sets it up.
  if (step === 'people') return people > 1;
  if (step === 'knowing') return inUse.length > 0 && inUse.every((role) => role.people.length > 0);
  return step === 'availability' && isDone('knowing', { locations, roles, people });
}

/** The first step that lacks something. */
export function firstOpen(progress: Progress): SetupStep {
  return setupSteps.find((step) => !isDone(step, progress)) ?? 'ready';
}
