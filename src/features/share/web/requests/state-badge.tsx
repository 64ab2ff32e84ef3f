import type { ReactElement } from 'react';
import type { RequestState } from '../contract.ts';
import classes from './requests.module.css';

export const stateLabels: Readonly<Record<RequestState, string>> = {
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  scheduled: 'Scheduled',
  open: 'Open',
  ended: 'Ended',
  recalled: 'Recalled',
};

/** A request's state, by word and by the shape of its mark, so that colour isn't needed to tell. */
export function StateBadge({ state }: { readonly state: RequestState }): ReactElement {
  return (
    <span className={classes.state} data-state={state}>
      {stateLabels[state]}
    </span>
  );
}
