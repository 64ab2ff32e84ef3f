import { Button, Collapse, Group, MultiSelect, NumberInput, Stack, Switch, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconSparkles } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import type { Plan } from './plan-contract.ts';
import classes from './update.module.css';
import { startUpdate } from './update-api.ts';

const usualSeconds = 30;

/** What is seldom asked for. */
interface Wanted {
  readonly seconds: number;
  /** Null: a new one. */
  readonly seed: number | null;
  readonly changePublished: boolean;
}

/** Asks for an update: of which locations, and under "more" for how long and with which seed. */
export function UpdateStart({ periodId, plan }: { readonly periodId: string; readonly plan: Plan }): ReactElement {
  const client = useQueryClient();
  const [locations, setLocations] = useState<string[]>([]);
  const [wanted, setWanted] = useState<Wanted>({ seconds: usualSeconds, seed: null, changePublished: false });
  const { seconds, seed, changePublished } = wanted;
  const start = useMutation({
    mutationFn: () =>
      startUpdate(periodId, {
        seconds,
        changePublished,
        ...(locations.length > 0 ? { locations } : {}),
        ...(seed === null ? {} : { seed }),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule', 'update', periodId] }),
  });
  return (
    <Stack>
      <Text>
        Coact fills the open shifts: the important ones first, no rule broken, as fair and cheap as it can be. You see
        what would change before you take it.
      </Text>
      {plan.locations.length > 1 && (
        <MultiSelect
          label="Locations"
          placeholder={locations.length === 0 ? 'All' : undefined}
          clearable
          data={plan.locations.map(({ id, name }) => ({ value: id, label: name }))}
          value={locations}
          onChange={setLocations}
        />
      )}
      <Switch
        label="Also change what people were told"
        description={
          changePublished
            ? 'Published shifts may go to others. Whoever loses or gains one is told when you publish again, which may owe them a premium. Pinned shifts stay.'
            : 'Shifts that are published stay with whom they were given; only the others are filled.'
        }
        checked={changePublished}
        onChange={(event) => setWanted((now) => ({ ...now, changePublished: event.target.checked }))}
      />
      <More wanted={wanted} onChange={(change) => setWanted((now) => ({ ...now, ...change }))} />
      {start.isError && <ErrorPanel error={start.error} />}
      <Button
        size="md"
        leftSection={<IconSparkles size={18} aria-hidden />}
        loading={start.isPending}
        onClick={() => start.mutate()}
      >
        Update schedule
      </Button>
    </Stack>
  );
}

interface MoreProps {
  readonly wanted: Wanted;
  readonly onChange: (change: Partial<Wanted>) => void;
}

function More({ wanted: { seconds, seed }, onChange }: MoreProps): ReactElement {
  const [more, { toggle }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton className={classes.more} onClick={toggle} aria-expanded={more}>
        <IconChevronDown size={16} aria-hidden data-open={more} /> More
      </UnstyledButton>
      <Collapse expanded={more}>
        <Stack gap="sm">
          <Group grow align="start">
            <NumberInput
              label="Seconds at most"
              min={1}
              max={240}
              value={seconds}
              onChange={(value) => onChange({ seconds: Number(value) || usualSeconds })}
            />
            <NumberInput
              label="Seed"
              description="The same seed gives the same schedule"
              placeholder="a new one"
              min={0}
              max={2_147_483_647}
              value={seed ?? ''}
              onChange={(value) => onChange({ seed: value === '' ? null : Number(value) })}
            />
          </Group>
        </Stack>
      </Collapse>
    </>
  );
}
