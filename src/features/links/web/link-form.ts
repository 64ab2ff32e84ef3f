import { instantOf, type WallTime, wallTimeAt } from '../../../web/zoned-time.ts';
import type { LinkChange, ShortLink } from './contract.ts';

/** What the window for a link holds. */
export interface LinkForm {
  /** Empty for the address that chance gave. */
  readonly name: string;
  /** Empty for no end. */
  readonly endsAt: WallTime | '';
  readonly targetAfter: string;
  readonly allOfRequest: boolean;
}

/** What is to be sent: only what differs, so that a rename does not touch the ends of other links. */
export function changeOf(link: ShortLink, form: LinkForm, timeZone: string): LinkChange {
  const name = form.name.trim() === '' ? null : form.name.trim();
  const before = link.endsAt === null ? '' : wallTimeAt(new Date(link.endsAt), timeZone);
  // Without an end there is nothing afterwards.
  const after = form.endsAt === '' || form.targetAfter.trim() === '' ? null : form.targetAfter.trim();
  const endChanged = form.endsAt !== before || after !== link.targetAfter;
  const endsAt = form.endsAt === '' ? null : (instantOf(form.endsAt, timeZone)?.toISOString() ?? null);
  return {
    ...(name === link.name ? {} : { name }),
    ...(endChanged
      ? { endsAt: form.endsAt === before ? link.endsAt : endsAt, targetAfter: after, allOfRequest: form.allOfRequest }
      : {}),
  };
}
