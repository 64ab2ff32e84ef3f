import { Badge, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactElement, useMemo, useState } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { placesWords } from './chip-words.ts';
import { folded } from './filters.ts';
import { moveTargets } from './move-targets.ts';
import type { Assignment, Plan, Shift } from './plan-contract.ts';
import type { Edit } from './plan-edit.ts';
import { shiftWords } from './update-diff.ts';
import classes from './windows.module.css';

interface Props {
  readonly shift: Shift;
  readonly assignment: Assignment;
  readonly name: string;
  readonly plan: Plan;
  readonly onClose: () => void;
  readonly onChoose: (edit: Edit) => void;
}

/** As many as anybody reads; the search finds the others. */
const most = 40;

/** The shifts that somebody could work in place of this one. */
export function MoveWindow({ shift, assignment, name, plan, onClose, onChoose }: Props): ReactElement {
  const [words, setWords] = useState('');
  const targets = useMemo(
    () =>
      moveTargets(shift, assignment, plan.shifts).map((target) => ({ target, line: shiftWords(target, plan.roles) })),
    [shift, assignment, plan],
  );
  const found = targets.filter(({ line }) => folded(line).includes(folded(words)));
  return (
    <Window opened onClose={onClose} title={`Move ${name} to another shift`} size="lg">
      <Stack gap="sm">
        <TextInput
          type="search"
          aria-label="Search shifts"
          placeholder="Day, time or role"
          leftSection={<IconSearch size={16} aria-hidden />}
          data-autofocus
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <ul className={classes.people}>
          {found.slice(0, most).map(({ target, line }) => (
            <li key={target.id}>
              <div className={classes.person}>
                <div>
                  {line}{' '}
                  <Badge size="sm" variant="light" color={target.missing > 0 ? 'pine' : 'gray'}>
                    {placesWords({ shift: target })}
                  </Badge>
                </div>
                <Button
                  size="xs"
                  variant={target.missing > 0 ? 'filled' : 'default'}
                  aria-label={`Move to ${line}`}
                  onClick={() => {
                    onChoose({ kind: 'move', assignmentId: assignment.id, shiftId: target.id });
                    onClose();
                  }}
                >
                  Move
                </Button>
              </div>
            </li>
          ))}
        </ul>
        {found.length === 0 && <Text c="dimmed">No other shift like this in these days.</Text>}
        {found.length > most && (
          <Text size="sm" c="dimmed">
            {found.length - most} more: type a day or a role.
          </Text>
        )}
      </Stack>
    </Window>
  );
}
