/** Where the plan is shown, people come back to from Stripe, and mails to the owners lead. */
export const planPage = (publicUrl: string): string => `${publicUrl}/settings/plan`;
