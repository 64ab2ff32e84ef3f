import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '../../../web/queries.ts';
import type { Weekday } from '../calendar/local.ts';
import { schedules } from './access.ts';
import { settingsQuery } from './queries.ts';

/** The day on which weeks begin: as the organisation says, for those who may read its settings, else Monday. */
export function useWeekStart(): Weekday {
  const settings = useQuery({ ...settingsQuery, enabled: schedules(useSignedIn()) });
  return settings.data?.weekStart ?? 'MO';
}
