import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../web/api.ts';
import { ownPaySchema, payPeopleSchema, paySettingsSchema } from './contract.ts';

export const ownPayQuery = queryOptions({
  queryKey: ['pay', 'me'],
  queryFn: ({ signal }) => call(ownPaySchema, 'GET', '/api/pay/me', { signal }),
});

export const payPeopleQuery = queryOptions({
  queryKey: ['pay', 'people'],
  queryFn: ({ signal }) => call(payPeopleSchema, 'GET', '/api/pay/people', { signal }),
});

export const paySettingsQuery = queryOptions({
  queryKey: ['pay', 'settings'],
  queryFn: ({ signal }) => call(paySettingsSchema, 'GET', '/api/pay/settings', { signal }),
});
