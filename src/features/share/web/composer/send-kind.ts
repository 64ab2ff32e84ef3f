import type { RequestState, ShareRequest } from '../contract.ts';
import { type ComposerForm, formOf } from './composer-form.ts';
import { draftBody } from './draft-body.ts';

/** What the composer's button does: send (now or at a time), send for review, or change what is out. */
export type SendKind = 'send' | 'review' | 'update';

/**
 * @param required whether requests need an approval
 * @param changed whether the form says something else than what was approved
 */
export function sendKindOf(state: RequestState | null, required: boolean, changed: boolean): SendKind {
  if (state === 'open') return 'update';
  if (!required) return 'send';
  return (state === 'approved' || state === 'scheduled') && !changed ? 'send' : 'review';
}

/** What an approval is not about. */
const apart = { endsAt: null, reminderHours: null, campaignId: null, tags: [] };

/** Whether a form says something else than the request, its end, its reminder and its filing aside: that is what an approval is about. */
export function saysOtherwise(request: ShareRequest | null, form: ComposerForm, timeZone: string): boolean {
  if (request === null) return true;
  const content = (one: ComposerForm): string => JSON.stringify({ ...draftBody(one, timeZone), ...apart });
  // The end plays no part, nor does the time: any will do.
  return content(formOf(request, form, () => '')) !== content(form);
}

/** What is said before saving, where an approval is at stake; null where none is. */
export function approvalNotice(state: RequestState | null, required: boolean, changed: boolean): string | null {
  if (!required) return null;
  switch (state) {
    case 'open':
      return 'What people see was approved as it stands, so only the end and the reminder can be changed. Duplicate the request to say something else.';
    case 'in_review':
      return 'This request is in review. Saving a change makes it a draft, which you send for review again.';
    case 'approved':
    case 'scheduled':
      return changed
        ? 'Saving this change takes the approval back: the request is a draft then, which you send for review again.'
        : 'This request is approved. Changing more than its end or its time takes the approval back.';
    default:
      return null;
  }
}
