import type { GuardedRoute } from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { availabilityImportRoutes } from './availability/import-routes.ts';
import { roleImportRoutes } from './roles/import-routes.ts';

/** Describing the work from files: roles with their shifts, and when people can work. */
export function importRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [...roleImportRoutes(parts), ...availabilityImportRoutes(parts)];
}
