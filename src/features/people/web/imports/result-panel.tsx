import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { plural } from '../../../../web/figures.ts';
import { ResultPanel } from '../../../../web/imports/result-panel.tsx';
import type { ImportResult } from './contract.ts';

interface Props {
  readonly result: ImportResult;
  readonly onAgain: () => void;
}

/** What became of the people of a file. */
export function PeopleResult({ result, onAgain }: Props): ReactElement {
  const { added, changed, invited, same, placesMade, refused, refusedFile } = result;
  return (
    <ResultPanel
      done={[
        `${plural(added, 'person', 'people')} added`,
        ...(changed > 0 ? [`${changed} changed`] : []),
        ...(invited > 0 ? [`${invited} invited by mail`] : []),
        ...(same > 0 ? [`${same} already as the file says`] : []),
        ...(placesMade > 0
          ? [`${plural(placesMade, 'department or location', 'departments and locations')} created`]
          : []),
      ]}
      refused={refused.map(({ line, name, email, why }) => ({ line, title: name || email || 'nobody', why }))}
      refusedFile={refusedFile}
      undo="An import can’t be undone as a whole. People can be removed one by one under Members, and invitations withdrawn; mails that went out can’t be called back."
      onward={<LinkButton to="/members">To the members</LinkButton>}
      onAgain={onAgain}
    />
  );
}
