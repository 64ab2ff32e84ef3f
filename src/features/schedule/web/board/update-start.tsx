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

/** Asks for an update: of which locations, and under "more" for how long and with which seed. */
export function UpdateStart({ periodId, plan }: { readonly periodId: string; readonly plan: Plan }): ReactElement {
  const client = useQueryClient();
  const [locations, setLocations] = useState<string[]>([]);
  const [seconds, setSeconds] = useState(usualSeconds);
  const [seed, setSeed] = useState<number | null>(null);
  const [changePublished, setChangePublished] = useState(false);
  const [more, { toggle }] = useDisclosure(false);
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
              onChange={(value) => setSeconds(Number(value) || usualSeconds)}
            />
            <NumberInput
              label="Seed"
              description="The same seed gives the same schedule"
              placeholder="a new one"
              min={0}
              max={2_147_483_647}
              value={seed ?? ''}
              onChange={(value) => setSeed(value === '' ? null : Number(value))}
            />
          </Group>
          <Switch
            label="May change what people were told"
            description="Pinned shifts stay in any case."
            checked={changePublished}
            onChange={(event) => setChangePublished(event.currentTarget.checked)}
          />
        </Stack>
      </Collapse>
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
