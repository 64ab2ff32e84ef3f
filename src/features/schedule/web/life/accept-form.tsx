import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactElement, useState } from 'react';
import { useTimeZone } from '../../../../web/queries.ts';
import classes from './life.module.css';
import { useLife } from './life-api.ts';
import type { OfferDetail } from './life-contract.ts';
import { shiftWords } from './life-words.ts';
import { isOver, Refusal } from './refusal.tsx';

interface Props {
  readonly offer: OfferDetail;
  /** After it was accepted, or given up. */
  readonly onDone: () => void;
}

/** Taking an offer: what is given for it, and what that makes of my week, before it is said. */
export function AcceptForm({ offer, onDone }: Props): ReactElement {
  const life = useLife();
  const [first] = offer.effects;
  const [chosen, setChosen] = useState<string>();
  const wanted = chosen ?? (offer.effects.length === 1 ? keyOf(first?.returnAssignmentId ?? null) : undefined);
  const over = isOver(life.error) || !offer.mayAccept;
  const accept = () =>
    wanted !== undefined &&
    life.mutate(
      { act: 'accept', id: offer.id, returnAssignmentId: wanted === nothing ? null : wanted },
      {
        onSuccess: (outcome) => {
          notifications.show(outcome === 'waiting' ? asked : taken);
          onDone();
        },
      },
    );
  return (
    <Stack gap="sm">
      <Terms offer={offer} chosen={wanted} onChoose={setChosen} />
      {life.isError && <Refusal error={life.error} />}
      {!offer.mayAccept && life.isIdle && <Text size="sm">{gone}</Text>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onDone}>
          {over ? 'Close' : 'Not now'}
        </Button>
        {!over && (
          <Button onClick={accept} loading={life.isPending} disabled={wanted === undefined}>
            Accept
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface TermsProps {
  readonly offer: OfferDetail;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** What may be given for it, each with what it makes of my week; a choice where there is more than one. */
function Terms({ offer, chosen, onChoose }: TermsProps): ReactElement | null {
  const home = useTimeZone();
  const [first] = offer.effects;
  if (first === undefined) return null;
  const returns = offer.people.flatMap((person) => person.returns);
  const nameOf = (id: string | null) => {
    const shift = returns.find((one) => one.assignmentId === id);
    return shift === undefined ? 'Nothing' : shiftWords(shift, home);
  };
  if (offer.effects.length === 1)
    return (
      <>
        {first.returnAssignmentId !== null && <Text size="sm">You give {nameOf(first.returnAssignmentId)}.</Text>}
        <Text size="sm" className={classes.effect}>
          {first.effect.words}
        </Text>
      </>
    );
  return (
    <Radio.Group label="What you give for it" value={chosen ?? null} onChange={onChoose}>
      <Stack gap="xs" mt={6}>
        {offer.effects.map(({ returnAssignmentId, effect }) => (
          <Radio
            key={keyOf(returnAssignmentId)}
            value={keyOf(returnAssignmentId)}
            label={nameOf(returnAssignmentId)}
            description={effect.words}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

const nothing = 'nothing';
const keyOf = (returnAssignmentId: string | null) => returnAssignmentId ?? nothing;

const gone = 'This can’t be accepted any more: somebody else was faster, or it was withdrawn.';
const taken = { color: 'pine', title: 'It is yours', message: 'Your schedule has it already.' };
const asked = { color: 'yellow', title: 'Accepted', message: 'A scheduler has to approve it; you are told.' };
