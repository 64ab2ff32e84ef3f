import { Button, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUsers, IconWand } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { EmptyPanel, ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { BudgetBar } from './budget-bar.tsx';
import type { Cycle } from './contract.ts';
import classes from './cycles.module.css';
import { GridRow } from './grid-row.tsx';
import { isFree, totalTyped } from './typed.ts';
import type { Choosing } from './use-choosing.ts';

interface Props {
  readonly cycle: Omit<Cycle, 'lines'>;
  /** The lines, with what is typed in them. */
  readonly choosing: Choosing;
}

/** The people of a review with the budget above them, which moves with what is typed. */
export function Grid({ cycle, choosing }: Props): ReactElement {
  const { currency, budget, shares, keeps, payroll, may } = cycle;
  const { lines, drafts } = choosing;
  const canTake = may.choose && lines.some((line) => isFree(line) && line.chosen === null && line.suggestion !== null);
  const take = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconWand size={16} aria-hidden />}
      loading={choosing.isSaving}
      onClick={choosing.takeSuggested}
    >
      Take what is suggested
    </Button>
  );
  return (
    <>
      <div className={classes.sticky}>
        <BudgetBar
          label={keeps ? 'Budget' : budget === null ? 'Your people' : 'Your share'}
          {...{ total: totalTyped(lines, drafts), budget, currency, payroll }}
        />
      </div>
      {shares.length > 0 && (
        <Panel title="Shares of managers">
          <div className={classes.shares}>
            {shares.map(({ managerId, name, budget: share }) => (
              <BudgetBar
                key={managerId}
                small
                label={name}
                {...{ total: totalTyped(lines, drafts, managerId), budget: share, currency }}
              />
            ))}
          </div>
        </Panel>
      )}
      <Panel title="People" explains={may.choose ? howTo : undefined} aside={canTake && take}>
        {choosing.error !== null && <ErrorPanel error={choosing.error} />}
        <People cycle={cycle} choosing={choosing} />
      </Panel>
    </>
  );
}

const howTo = 'What you type is kept when you leave the field. Enter goes to the next person.';
const heads = ['Person', 'Now', 'Guideline', 'Raise', 'New wage', 'More a year', 'Notes'];

function People({ cycle: { currency, may }, choosing }: Props): ReactElement {
  const [words, setWords] = useState('');
  const { lines } = choosing;
  const shown = lines.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  if (lines.length === 0)
    return (
      <EmptyPanel icon={<IconUsers size={28} />} title="Nobody is in it">
        Set it up anew and put people in.
      </EmptyPanel>
    );
  return (
    <>
      {lines.length > 8 && (
        <TextInput
          aria-label="Find somebody"
          placeholder="Find somebody"
          leftSection={<IconSearch size={16} aria-hidden />}
          mb="sm"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 && <Text c="dimmed">Nobody is called that.</Text>}
      {shown.length > 0 && (
        <table className={classes.grid}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <GridRow key={line.personId} mayChoose={may.choose} {...{ line, currency, choosing }} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
