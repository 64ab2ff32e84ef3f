import { z } from 'zod';
import { jobKind } from '../jobs/index.ts';

/** One try of a delivery. Tries are numbered, so that of two jobs for the same one the second finds nothing to do. */
export const deliver = jobKind(
  'webhooks.deliver',
  z.object({ orgId: z.uuid(), deliveryId: z.uuid(), number: z.number().int() }),
  { atOnce: 10 },
);

/** Once a day: removes deliveries that are older than seven days. */
export const forgetDeliveries = jobKind('webhooks.forget_deliveries', z.object({}), { cron: '37 3 * * *', atOnce: 1 });
