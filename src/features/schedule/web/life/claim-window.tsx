import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactElement } from 'react';
import { Window } from '../../../../web/controls/window.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import classes from './life.module.css';
import { useLife } from './life-api.ts';
import type { OpenShift } from './life-contract.ts';
import { shiftWords } from './life-words.ts';
import { isOver, Refusal } from './refusal.tsx';

interface Props {
  readonly shift: OpenShift;
  readonly isPicked: boolean;
  readonly onClose: () => void;
}

/** Claims an open shift, after showing what that makes of my week. */
export function ClaimWindow({ shift, isPicked, onClose }: Props): ReactElement {
  const home = useTimeZone();
  const life = useLife();
  const over = isOver(life.error);
  const claim = () =>
    life.mutate(
      { act: 'claim', shiftId: shift.shiftId },
      {
        onSuccess: (outcome) => {
          notifications.show(
            outcome === 'waiting'
              ? { color: 'yellow', title: 'Claimed', message: 'A scheduler picks who gets it; you are told.' }
              : { color: 'pine', title: 'It is yours', message: 'Your schedule has it already.' },
          );
          onClose();
        },
      },
    );
  return (
    <Window opened onClose={onClose} title={isPicked ? 'Ask for this shift?' : 'Take this shift?'}>
      <Stack gap="sm">
        <Text size="sm">{shiftWords(shift, home)}</Text>
        <Text size="sm" className={classes.effect}>
          {shift.effect.words}
        </Text>
        {isPicked && <Text size="sm">A scheduler picks among all who ask for it.</Text>}
        {life.isError && <Refusal error={life.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {over ? 'Close' : 'Not now'}
          </Button>
          {!over && (
            <Button onClick={claim} loading={life.isPending} data-autofocus>
              {isPicked ? 'Ask for it' : 'Claim'}
            </Button>
          )}
        </Group>
      </Stack>
    </Window>
  );
}
