import { Badge, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconBulb, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { dayName, timesOf } from './days.ts';
import { folded } from './filters.ts';
import { OverruleForm, Reasons } from './overrule.tsx';
import { candidatesQuery } from './plan-api.ts';
import type { Assignment, CandidateRow, Candidates, Shift } from './plan-contract.ts';
import type { Edit } from './plan-edit.ts';
import classes from './windows.module.css';

interface Props {
  readonly shift: Shift;
  /** Whose place it is that somebody else gets; null where an open place is filled. */
  readonly moving: Assignment | null;
  readonly roleName: string;
  readonly onClose: () => void;
  readonly onChoose: (edit: Edit, why?: string) => void;
}

/** Everybody who could take a shift, the best first; for those who may not, why, and how to insist. */
export function CandidateWindow({ shift, moving, roleName, onClose, onChoose }: Props): ReactElement {
  const candidates = useQuery(candidatesQuery(shift.id));
  const choose = (personId: string, why?: string) => {
    onChoose(
      moving === null
        ? { kind: 'assign', shiftId: shift.id, personId }
        : { kind: 'move', assignmentId: moving.id, personId },
      why,
    );
    onClose();
  };
  const title = `${roleName}, ${dayName(shift.day)} ${timesOf(shift)}`;
  return (
    <Window opened onClose={onClose} title={title} size="lg">
      {candidates.isPending && <LoadingLines count={6} />}
      {candidates.isError && <ErrorPanel error={candidates.error} onRetry={() => void candidates.refetch()} />}
      {candidates.data !== undefined && (
        <CandidateList candidates={candidates.data} word={moving === null ? 'Assign' : 'Give'} onChoose={choose} />
      )}
    </Window>
  );
}

interface ListProps {
  readonly candidates: Candidates;
  readonly word: 'Assign' | 'Give';
  readonly onChoose: (personId: string, why?: string) => void;
}

export function CandidateList({ candidates: { candidates, fixes }, word, onChoose }: ListProps): ReactElement {
  const [words, setWords] = useState('');
  const found = candidates.filter(({ name }) => folded(name).includes(folded(words)));
  const may = candidates.filter(({ allowed }) => allowed).length;
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        aria-label="Search people"
        placeholder="Search people"
        leftSection={<IconSearch size={16} aria-hidden />}
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {may === 0 && (
        <Text size="sm" role="status">
          Nobody may take this shift as things are.
        </Text>
      )}
      {fixes.length > 0 && may === 0 && <Fixes fixes={fixes} candidates={candidates} />}
      <ul className={classes.people}>
        {found.map((candidate) => (
          <Candidate key={candidate.personId} candidate={candidate} word={word} onChoose={onChoose} />
        ))}
      </ul>
      {found.length === 0 && <Text c="dimmed">Nobody of this name.</Text>}
    </Stack>
  );
}

function Fixes({ fixes, candidates }: Candidates): ReactElement {
  const names = new Map(candidates.map(({ personId, name }) => [personId, name]));
  return (
    <div className={classes.fixes}>
      <IconBulb size={18} aria-hidden />
      <div>
        <b>The cheapest ways to fill it</b>
        <ul>
          {fixes.map(({ personId, sentence }) => (
            <li key={`${personId}${sentence}`}>
              {names.get(personId) ?? 'Somebody'}: {sentence.charAt(0).toLowerCase()}
              {sentence.slice(1)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface CandidateProps extends Pick<ListProps, 'word' | 'onChoose'> {
  readonly candidate: CandidateRow;
}

function Candidate({ candidate, word, onChoose }: CandidateProps): ReactElement {
  const [isOverruling, setOverruling] = useState(false);
  const { personId, name, allowed, reasons } = candidate;
  const mayInsist = reasons.every(({ hard, overrulable }) => !hard || overrulable);
  return (
    <li>
      <div className={classes.person}>
        <div>
          <b>{name}</b>{' '}
          {allowed && reasons.length === 0 && (
            <Badge size="sm" variant="light" color="pine">
              fits
            </Badge>
          )}
          {reasons.length > 0 && <Reasons reasons={reasons} />}
        </div>
        {allowed && (
          <Button size="xs" onClick={() => onChoose(personId)} aria-label={`${word} ${name}`}>
            {word}
          </Button>
        )}
        {!allowed && mayInsist && !isOverruling && (
          <Button
            size="xs"
            variant="default"
            onClick={() => setOverruling(true)}
            aria-label={`Overrule the rules for ${name}`}
          >
            Overrule…
          </Button>
        )}
      </div>
      {isOverruling && (
        <OverruleForm
          submit={`${word} all the same`}
          onOverrule={(why) => onChoose(personId, why)}
          onCancel={() => setOverruling(false)}
        />
      )}
    </li>
  );
}
