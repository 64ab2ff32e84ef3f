import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '../../../../web/queries.ts';
import { toReadCountQuery } from './contract.ts';

/** How much I have still to read; the navigation shows it. */
export function useToRead(): number {
  const me = useSignedIn();
  const isOpen = me.organisation?.setup.named === true && me.security.secondFactor !== 'needed';
  return useQuery({ ...toReadCountQuery, enabled: isOpen }).data ?? 0;
}
