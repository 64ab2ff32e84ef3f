import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../web/api.ts';
import { bandsSchema, equitySchema, ownPaySchema, payPeopleSchema, paySettingsSchema } from './contract.ts';

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

export const bandsQuery = queryOptions({
  queryKey: ['pay', 'bands'],
  queryFn: ({ signal }) => call(bandsSchema, 'GET', '/api/pay/bands', { signal }),
});

/** What groups earn; `asked` narrows it to people who are alike in one thing. */
export const equityQuery = (asked: string) =>
  queryOptions({
    queryKey: ['pay', 'equity', asked],
    queryFn: ({ signal }) => call(equitySchema, 'GET', `/api/pay/equity${asked}` as '/api/pay/equity', { signal }),
  });
