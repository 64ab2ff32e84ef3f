import { z } from 'zod';

/** A kind of event that an organisation can be told of, described for people and for programs. */
export interface EventType<Data extends object = object> {
  /** `thing.happened` */
  readonly name: string;
  /** When it happens, as half a sentence. */
  readonly says: string;
  /** What is told of it: nothing else ever leaves. */
  readonly schema: z.ZodType<Data>;
}

/** Sent on request, to see whether anything arrives. */
export const ping: EventType = {
  name: 'ping',
  says: 'somebody sends a test',
  schema: z.strictObject({ webhookId: z.uuid() }),
};

/** What is sent: the form that the Standard Webhooks specification recommends. */
export function writeBody(type: string, at: Date, told: object): string {
  return JSON.stringify({ type, timestamp: at.toISOString(), data: told });
}

/** The schema of a whole body, for the description of the API. */
export function bodySchema({ name, schema }: EventType) {
  return z.object({ type: z.literal(name), timestamp: z.iso.datetime(), data: schema });
}
