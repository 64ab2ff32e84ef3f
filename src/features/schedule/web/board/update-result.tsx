import { Accordion, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { plural } from '../../../../web/figures.ts';
import type { Plan } from './plan-contract.ts';
import classes from './update.module.css';
import type { Outcome, Unfilled } from './update-contract.ts';
import { diffOf, diffWords, endedWords, figuresOf, nameOf, type PersonDiff, shiftWords } from './update-diff.ts';

interface Props {
  readonly outcome: Outcome;
  readonly plan: Plan;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onDrop: () => void;
}

/** What an update would change: figures before and after, per person what comes and goes, and what stays open and why. */
export function UpdateResult({ outcome, plan, busy, onTake, onDrop }: Props): ReactElement {
  const diff = useMemo(() => diffOf(outcome, plan), [outcome, plan]);
  const figures = figuresOf(outcome.before, outcome.after, plan.totals.currency);
  return (
    <Stack>
      <div className={classes.decide}>
        <Text size="sm">
          {diff.length === 0
            ? 'Nothing would change: this is as good as it gets.'
            : `${plural(outcome.added.length, 'shift')} given, ${outcome.removed.length} taken away, ${outcome.kept} kept.`}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onDrop} disabled={busy}>
            Discard
          </Button>
          <Button onClick={onTake} loading={busy} disabled={diff.length === 0}>
            Take
          </Button>
        </Group>
      </div>
      <dl className={classes.figures}>
        {figures.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {before} <IconArrowRight size={14} aria-label="to" /> <b>{after}</b>
            </dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        {endedWords(outcome)}
      </Text>
      {outcome.unfilled.length > 0 && (
        <section>
          <Title order={3}>Still open: {plural(outcome.missing, 'place')}</Title>
          <Accordion variant="separated" mt="xs">
            {outcome.unfilled.map((unfilled) => (
              <UnfilledItem key={unfilled.shiftId} unfilled={unfilled} plan={plan} />
            ))}
          </Accordion>
        </section>
      )}
      {diff.length > 0 && (
        <section>
          <Title order={3}>Who gets what</Title>
          <Accordion variant="separated" mt="xs">
            {diff.map((person) => (
              <DiffItem key={person.personId} person={person} />
            ))}
          </Accordion>
        </section>
      )}
    </Stack>
  );
}

function DiffItem({ person }: { readonly person: PersonDiff }): ReactElement {
  return (
    <Accordion.Item value={person.personId}>
      <Accordion.Control>
        <b>{person.name}</b>{' '}
        <Text span size="sm" c="dimmed">
          {diffWords(person)}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        <ul className={classes.diff}>
          {person.added.map((line) => (
            <li key={`+${line}`} data-change="added">
              <IconPlus size={14} aria-label="gets" /> {line}
            </li>
          ))}
          {person.removed.map((line) => (
            <li key={`-${line}`} data-change="removed">
              <IconMinus size={14} aria-label="loses" /> <s>{line}</s>
            </li>
          ))}
        </ul>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

function UnfilledItem({ unfilled, plan }: { readonly unfilled: Unfilled; readonly plan: Plan }): ReactElement {
  const shift = plan.shifts.find(({ id }) => id === unfilled.shiftId);
  return (
    <Accordion.Item value={unfilled.shiftId}>
      <Accordion.Control>
        {shift === undefined ? 'A shift that has gone' : shiftWords(shift, plan.roles)}{' '}
        <Text span size="sm" c="dimmed">
          {plural(unfilled.missing, 'place')} open
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        {unfilled.fixes.length > 0 && (
          <>
            <Text size="sm" fw={600}>
              The cheapest ways to fill it
            </Text>
            <ul className={classes.lines}>
              {unfilled.fixes.map(({ personId, sentence }) => (
                <li key={`${personId}${sentence}`}>
                  {nameOf(plan, personId)}: {sentence}
                </li>
              ))}
            </ul>
          </>
        )}
        <Text size="sm" fw={600} mt="xs">
          Why nobody
        </Text>
        <ul className={classes.lines}>
          {unfilled.candidates.map(({ personId, words }) => (
            <li key={`${personId}${words}`}>
              {nameOf(plan, personId)}: {words}
            </li>
          ))}
          {unfilled.candidates.length === 0 && <li>Nobody knows this role yet.</li>}
        </ul>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
