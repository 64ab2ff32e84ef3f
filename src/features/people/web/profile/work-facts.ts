import { useQuery } from '@tanstack/react-query';
import { departmentsQuery, locationsQuery, placeNames } from '../places/contract.ts';
import type { Employment } from './contract.ts';
import type { Fact } from './facts.tsx';
import { dayText, kindLabel } from './words.ts';

interface Work {
  readonly employment: Employment | null;
  readonly manager: { readonly name: string } | null;
  readonly places: { readonly departments: readonly string[]; readonly locations: readonly string[] } | null;
}

/** What is kept about somebody's work, to be shown. */
export function useWorkFacts({ employment, manager, places }: Work): readonly Fact[] {
  const departments = useQuery(departmentsQuery).data ?? [];
  const locations = useQuery(locationsQuery).data ?? [];
  return [
    ['Departments', placeNames(departments, places?.departments ?? []).join(', ')],
    ['Locations', placeNames(locations, places?.locations ?? []).join(', ')],
    ['Reports to', manager?.name],
    ['First day', employment?.startDate ? dayText(employment.startDate) : null],
    ['Title', employment?.title],
    ['Seniority', employment?.seniority],
    ['Employment', employment?.kind ? kindLabel(employment.kind) : null],
    ['Name on the contract', employment?.legalName],
  ];
}
