import { useQuery } from '@tanstack/react-query';
import { useTimeZone } from '../../../../web/queries.ts';
import type { ShareRequest } from '../contract.ts';
import { shareSettingsQuery } from '../review/review-api.ts';
import type { ComposerForm } from './composer-form.ts';
import { approvalNotice, type SendKind, saysOtherwise, sendKindOf } from './send-kind.ts';

/** What the composer's button does for a form as it stands, and what is said of an approval before it is pressed. */
export function useSendKind(
  request: ShareRequest | null,
  form: ComposerForm,
): { readonly kind: SendKind; readonly notice: string | null } {
  const timeZone = useTimeZone();
  const required = useQuery(shareSettingsQuery).data?.approvals === 'required';
  const state = request?.state ?? null;
  const changed = saysOtherwise(request, form, timeZone);
  return { kind: sendKindOf(state, required, changed), notice: approvalNotice(state, required, changed) };
}
