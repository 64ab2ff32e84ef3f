import { type ReactElement, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { WindowForm } from '../../../../web/controls/window-form.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { wallTimeAt, zoneLabel } from '../../../../web/zoned-time.ts';
import { WallTimeField } from '../composer/wall-time-field.tsx';
import type { Entry } from './calendar-api.ts';
import { type Landing, landingAt } from './days.ts';

interface Props {
  readonly entry: Entry;
  readonly onClose: () => void;
  readonly onMove: (entry: Entry, landing: Landing) => void;
}

const idle = { isPending: false, error: null };

/** Moves a request by choosing a day and time: what dragging does, by keyboard and to the minute. */
export function MoveWindow({ entry, onClose, onMove }: Props): ReactElement {
  const timeZone = useTimeZone();
  const [wall, setWall] = useState(() => (entry.at === null ? '' : wallTimeAt(new Date(entry.at), timeZone)));
  const landing = landingAt(entry, wall, timeZone, new Date());
  return (
    <Window opened onClose={onClose} title={`Move “${entry.title || 'Untitled request'}”`}>
      <WindowForm
        sending={idle}
        submit="Move"
        isReady={landing.kind === 'move'}
        onSubmit={() => {
          onMove(entry, landing);
          onClose();
        }}
        onCancel={onClose}
      >
        <WallTimeField
          label="Goes out at"
          description={`In ${zoneLabel(timeZone)}.`}
          value={wall}
          onChange={setWall}
          error={landing.kind === 'refused' ? landing.sentence : undefined}
          presets={[]}
        />
      </WindowForm>
    </Window>
  );
}
