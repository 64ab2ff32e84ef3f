import { z } from 'zod';

/** An e-mail address in one spelling, so that one mailbox has one hash. */
export type Address = string & { readonly brand: 'Address' };

export const addressSchema = z
  .string()
  .trim()
  .max(254, 'This address is too long.')
  .pipe(z.email('Please enter an e-mail address.'))
  .transform((text) => text.normalize('NFC').toLowerCase() as Address);
