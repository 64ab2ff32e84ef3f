import { defineActs } from '../../../platform/audit/index.ts';

/** What is recorded of forecasts. */
export const forecastActs = defineActs({
  'schedule.forecast_changed': {
    sentence: '{actor} changed the forecast of a role',
    target: 'role',
    fields: { days: 'how many days', halfHours: 'how many half hours have another number now' },
  },
  'schedule.forecast_measure_changed': {
    sentence: '{actor} changed in what the demand of a role is counted',
    target: 'role',
  },
  'schedule.forecast_projected': {
    sentence: '{actor} projected the forecast of a role from what was',
    target: 'role',
    fields: {
      ...{ days: 'how many days', halfHours: 'how many half hours have another number now' },
      ...{ source: 'forecast or worked', weeks: 'how many weeks it is the mean of' },
    },
  },
  'schedule.forecast_imported': {
    sentence: '{actor} imported forecasts from a file',
    target: 'organisation',
    fields: {
      ...{ added: 'how many half hours had no number before', changed: 'how many have another one' },
      ...{ same: 'how many were as the file says already', refused: 'how many rows were not taken' },
    },
  },
});
