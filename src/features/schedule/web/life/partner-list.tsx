import { Checkbox, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import classes from './life.module.css';
import type { Partner, Partners } from './life-contract.ts';
import { shiftWords } from './life-words.ts';

/** By person, the shifts of theirs of which they may give one; none: nothing is asked for. */
export type Chosen = ReadonlyMap<string, ReadonlySet<string>>;

interface Props {
  readonly partners: Partners;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** Everybody who could take the shift, each with what could be taken in return; and who could not, and why. */
export function PartnerList({ partners: { partners, refused }, chosen, onChange }: Props): ReactElement {
  const put = (personId: string, returns: ReadonlySet<string> | null) => {
    const others = [...chosen].filter(([id]) => id !== personId);
    onChange(new Map(returns === null ? others : [...others, [personId, returns] as const]));
  };
  return (
    <div>
      {partners.length === 0 && <Text size="sm">Nobody could take it as things are.</Text>}
      {partners.map((partner) => (
        <PartnerRow
          key={partner.personId}
          partner={partner}
          returns={chosen.get(partner.personId) ?? null}
          onChange={(returns) => put(partner.personId, returns)}
        />
      ))}
      {refused.length > 0 && (
        <details>
          <Text component="summary" size="sm" c="dimmed">
            {refused.length === 1 ? 'Why not somebody else' : `Why not ${refused.length} others`}
          </Text>
          <ul className={classes.refused}>
            {refused.map(({ personId, name, reasons }) => (
              <li key={personId}>
                {name}
                <span>{reasons.join(' · ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface RowProps {
  readonly partner: Partner;
  /** Null: not chosen. */
  readonly returns: ReadonlySet<string> | null;
  readonly onChange: (returns: ReadonlySet<string> | null) => void;
}

function PartnerRow({ partner, returns, onChange }: RowProps): ReactElement {
  const home = useTimeZone();
  const { name, words, alone } = partner;
  // Whoever can take it only by giving a shift is asked for any of those that would do.
  const first = alone ? [] : partner.returns.map(({ assignmentId }) => assignmentId);
  const flip = (id: string, on: boolean) => {
    const kept = [...(returns ?? [])].filter((one) => one !== id);
    const next = on ? [...kept, id] : kept;
    onChange(next.length === 0 && !alone ? null : new Set(next));
  };
  return (
    <div className={classes.partner}>
      <Checkbox
        label={name}
        description={words === '' ? undefined : words}
        checked={returns !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? new Set(first) : null)}
      />
      {returns !== null && partner.returns.length > 0 && (
        <fieldset className={classes.returns} aria-label={`In return from ${name}`}>
          <Text size="sm" c="dimmed">
            {alone ? 'In return for one of these; tick none to ask for nothing' : 'In return for one of these'}
          </Text>
          {partner.returns.map((shift) => (
            <Checkbox
              key={shift.assignmentId}
              size="sm"
              label={shiftWords(shift, home)}
              checked={returns.has(shift.assignmentId)}
              onChange={(event) => flip(shift.assignmentId, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
