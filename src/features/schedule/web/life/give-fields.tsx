import { SegmentedControl, Select, Switch, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ClockTimes } from '../from-until.tsx';
import type { MyShift } from '../mine/mine-contract.ts';
import type { Partners } from './life-contract.ts';
import { deadlineWords, endings } from './life-words.ts';
import { firstHalf } from './part.ts';
import { PartFields } from './part-fields.tsx';
import { type Chosen, PartnerList } from './partner-list.tsx';

/** As the choice of the latest end; every other one is a time. */
export const whenLast = 'last';

interface WhichPartProps {
  readonly shift: MyShift;
  /** Null: all of it. */
  readonly value: ClockTimes | null;
  readonly onChange: (value: ClockTimes | null) => void;
  readonly problem: string | null;
}

/** Whether all of a shift is offered, or a part, and which. */
export function WhichPart({ shift, value, onChange, problem }: WhichPartProps): ReactElement {
  return (
    <>
      <Switch
        label="Only a part of it"
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? firstHalf(shift) : null)}
      />
      {value !== null && <PartFields value={value} onChange={onChange} problem={problem} />}
    </>
  );
}

interface ReceiversProps {
  readonly partners: Partners;
  readonly to: 'people' | 'everyone';
  readonly onTo: (to: 'people' | 'everyone') => void;
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
}

/** To whom a shift is offered: people that are chosen, or everyone who can take it. */
export function Receivers({ partners, to, onTo, chosen, onChosen }: ReceiversProps): ReactElement {
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label="To whom"
        value={to}
        onChange={onTo}
        data={[
          { value: 'people', label: 'To people I choose' },
          { value: 'everyone', label: 'To everyone who can' },
        ]}
      />
      {to === 'people' ? (
        <PartnerList partners={partners} chosen={chosen} onChange={onChosen} />
      ) : (
        <Text size="sm" c="dimmed">
          {everyoneWords(partners.partners.filter(({ alone }) => alone).length)}
        </Text>
      )}
    </>
  );
}

interface HowLongProps {
  readonly deadline: string;
  readonly zone: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Until when it may be accepted. */
export function HowLong({ deadline, zone, value, onChange }: HowLongProps): ReactElement {
  return (
    <Select
      label="How long"
      description={`${deadlineWords(deadline, zone, new Date())} at the latest. The first who accepts gets it.`}
      allowDeselect={false}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      data={[{ value: whenLast, label: 'As long as possible' }, ...endings(deadline, zone, new Date())]}
    />
  );
}

function everyoneWords(count: number): string {
  if (count === 0) return 'Nobody could take it as things are; whoever can later finds it among the offers.';
  const who = count === 1 ? '1 person could take it' : `${count} people could take it`;
  return `${who} as things are. Nothing is asked in return.`;
}
