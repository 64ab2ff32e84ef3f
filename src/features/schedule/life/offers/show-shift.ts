import type { Span } from '../../calendar/spans.ts';
import { isWhole, type PlannedShift } from '../../plan/plan.ts';
import { type Places, showSpan } from '../places.ts';
import type { OfferShiftAnswer } from './shapes.ts';

/** A shift that changes hands, as the API says it. */
export function showOfferShift(
  { nameOf }: Pick<Places, 'nameOf'>,
  shift: PlannedShift,
  assignmentId: string,
  span: Span,
): OfferShiftAnswer {
  const { id: shiftId, roleId, zone } = shift;
  return {
    ...showSpan(span, zone),
    ...{ assignmentId, shiftId, roleId, ...nameOf(roleId), whole: isWhole(span, shift) },
  };
}
