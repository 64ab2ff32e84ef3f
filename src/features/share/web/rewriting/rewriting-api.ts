import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import type { NetworkName } from '../network.ts';

const path = '/api/share/rewriting';
const settingSchema = z.object({
  offered: z.object({ host: z.string(), model: z.string() }).nullable(),
  on: z.boolean(),
});
export type Rewriting = z.infer<typeof settingSchema>;

const proposalSchema = z.object({ text: z.string(), problems: z.array(z.string()) });
export type Proposal = z.infer<typeof proposalSchema>;

/** Whether a language model may suggest other wordings here. */
export const rewritingQuery = queryOptions({
  queryKey: ['requests', 'rewriting'],
  queryFn: ({ signal }) => call(settingSchema, 'GET', path, { signal }),
  staleTime: 60_000,
});

export const saveRewriting = (on: boolean): Promise<Rewriting> => call(settingSchema, 'PUT', path, { body: { on } });

/** Asks for another wording of a text that goes to these networks. */
export const askForWording = (body: {
  readonly text: string;
  readonly networks: readonly NetworkName[];
  readonly disclosed: boolean;
}): Promise<Proposal> => call(proposalSchema, 'POST', `${path}/proposals`, { body });
