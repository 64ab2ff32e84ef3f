import { z } from '../../../web/zod.ts';

const money = z.object({ amount: z.number(), currency: z.string() });
export type Money = z.infer<typeof money>;

const planName = z.enum(['monthly', 'yearly']);
export type PlanName = z.infer<typeof planName>;

/** How the organisation's plan stands. */
export const billingSchema = z.object({
  standing: z.enum(['trial', 'paid', 'dunning', 'ended']),
  why: z.enum(['trial', 'cancelled', 'unpaid']).nullable(),
  until: z.string().nullable(),
  people: z.number(),
  plan: z
    .object({ name: planName.nullable(), people: z.number(), renewsAt: z.string(), next: money.nullable() })
    .nullable(),
  offers: z.array(z.object({ plan: planName, price: money.nullable() })),
});
export type Billing = z.infer<typeof billingSchema>;

/** A page of Stripe's to go to. */
export const leavingSchema = z.object({ url: z.string() });
