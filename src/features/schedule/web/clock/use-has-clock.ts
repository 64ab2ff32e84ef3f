import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '../../../../web/queries.ts';
import { clockOnQuery } from './clock-api.ts';

/** Whether the organisation uses the time clock; not asked where there is no organisation to ask. */
export function useHasClock(): boolean {
  const { organisation, security } = useSignedIn();
  const isOpen = organisation?.setup.named === true && security.secondFactor !== 'needed';
  return useQuery({ ...clockOnQuery, enabled: isOpen }).data === true;
}
