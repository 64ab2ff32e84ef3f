import { Alert, Button, Checkbox, NumberInput, Select, SimpleGrid, Slider, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { setsRules } from '../access.ts';
import { type Settings, settingsSchema, weightNames } from '../contract.ts';
import { settingsQuery } from '../queries.ts';
import { TimeOffKinds } from '../staff/time-off-kinds.tsx';
import { Holidays } from './holidays.tsx';
import { OrderPanel } from './order-panel.tsx';
import { RuleFields } from './rule-fields.tsx';
import { type Part, Time } from './settings-time.tsx';
import classes from './work.module.css';

/** How the organisation counts time and what it asks of a schedule. Who may not change it reads it. */
export function ScheduleSettingsPage(): ReactElement {
  const settings = useQuery(settingsQuery);
  const disabled = !setsRules(useSignedIn());
  return (
    <>
      <PageHead
        title="Rules & settings"
        explains="What every schedule must or should keep to. People can have rules of their own on their page."
      />
      {settings.isPending && (
        <Panel>
          <LoadingLines count={8} height={32} />
        </Panel>
      )}
      {settings.isError && <ErrorPanel error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data !== undefined && (
        <div className={classes.settings}>
          <Form key={settings.data.revision} settings={settings.data} />
          <OrderPanel mode={settings.data.schedulingOrder} />
          <Holidays disabled={disabled} />
          <TimeOffKinds disabled={disabled} />
        </div>
      )}
    </>
  );
}

function Form({ settings }: { readonly settings: Settings }): ReactElement {
  const [form, setForm] = useState(settings);
  const save = useSaveSettings();
  const disabled = !setsRules(useSignedIn());
  const part: Part = { form, disabled, patch: (change) => setForm({ ...form, ...change }) };
  const isChanged = JSON.stringify(form) !== JSON.stringify(settings);
  return (
    <form
      className={classes.settings}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(form);
      }}
    >
      {settings.findings.length > 0 && (
        <Alert color="yellow" icon={<IconAlertTriangle size={20} />} title="Some of this will not work out">
          {settings.findings.map((finding) => (
            <Text key={finding} size="sm">
              {finding}
            </Text>
          ))}
        </Alert>
      )}
      <Time {...part} />
      <Panel
        title="Rules"
        explains="What must be is never broken. What should be costs its weight for each hour, day or occasion."
      >
        <RuleFields rules={form.rules} onChange={(rules) => part.patch({ rules: [...rules] })} disabled={disabled} />
      </Panel>
      <Packs {...part} />
      <Weights {...part} />
      <Trades {...part} />
      {(isChanged || save.isError) && (
        <div className={classes.saving}>
          <div>
            {save.isError && (
              <Text c="red" size="sm" role="alert">
                {sentenceOf(save.error)}
              </Text>
            )}
          </div>
          <Button variant="default" onClick={() => setForm(settings)}>
            Reset
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}

function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ availablePacks, findings, ...body }: Settings) =>
      call(settingsSchema, 'PUT', '/api/schedule/settings', { body }),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved);
      notifications.show({ color: 'pine', title: 'Saved', message: 'The next schedule keeps to it.' });
    },
  });
}

function Packs({ form, patch, disabled }: Part): ReactElement {
  return (
    <Panel
      title="Rule packs"
      explains="Rules that a law makes. They come on top of your own; some of them nobody can be excepted from."
    >
      <Stack gap="sm">
        {form.availablePacks.map(({ id, name, source }) => (
          <Checkbox
            key={id}
            label={name}
            description={source}
            disabled={disabled}
            checked={form.packs.includes(id)}
            onChange={(event) =>
              patch({
                packs: event.currentTarget.checked ? [...form.packs, id] : form.packs.filter((one) => one !== id),
              })
            }
          />
        ))}
      </Stack>
    </Panel>
  );
}

const weightWords: Readonly<Record<(typeof weightNames)[number], string>> = {
  rank: 'Management ranks',
  preference: 'What people prefer',
  fairness: 'Fairness: hours, weekends and nights evenly spread',
  cost: 'Labour cost',
  overtime: 'Little overtime',
  stability: 'Few changes to what is published',
};

function Weights({ form, patch, disabled }: Part): ReactElement {
  return (
    <Panel
      title="What matters how much"
      explains="First as many shifts as possible are filled, the important ones before others. Among schedules that fill the same, this decides."
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl">
        {weightNames.map((name) => (
          <div key={name}>
            <Text size="sm" fw={500} mb={4}>
              {weightWords[name]}
            </Text>
            <Slider
              thumbLabel={weightWords[name]}
              min={0}
              max={100}
              step={5}
              disabled={disabled}
              value={form.weights[name]}
              onChange={(value) => patch({ weights: { ...form.weights, [name]: value } })}
            />
          </div>
        ))}
      </SimpleGrid>
      <Select
        mt="lg"
        maw={420}
        label="Which shifts are filled first"
        allowDeselect={false}
        disabled={disabled}
        data={[
          { value: 'simple', label: 'By the places of roles and weekdays' },
          { value: 'detailed', label: 'By the place of each shift' },
        ]}
        value={form.schedulingOrder}
        onChange={(order) => patch({ schedulingOrder: order === 'detailed' ? 'detailed' : 'simple' })}
      />
    </Panel>
  );
}

function Trades({ form, patch, disabled }: Part): ReactElement {
  return (
    <Panel title="Trades, open shifts, time clock">
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Select
          label="Trades"
          allowDeselect={false}
          disabled={disabled}
          data={[
            { value: 'off', label: 'Not allowed' },
            { value: 'rules', label: 'Within the rules' },
            { value: 'approval', label: 'A manager approves' },
          ]}
          value={form.trades}
          onChange={(trades) => patch({ trades: trades === 'off' || trades === 'approval' ? trades : 'rules' })}
        />
        <NumberInput
          label="Trades end before the shift"
          suffix=" min"
          min={0}
          max={20_160}
          step={30}
          disabled={disabled || form.trades === 'off'}
          value={form.tradeDeadlineMinutes}
          onChange={(value) => patch({ tradeDeadlineMinutes: Number(value) })}
        />
        <Select
          label="Open shifts go to"
          allowDeselect={false}
          disabled={disabled}
          data={[
            { value: 'first', label: 'Whoever claims first' },
            { value: 'picked', label: 'Whom a manager picks' },
          ]}
          value={form.claims}
          onChange={(claims) => patch({ claims: claims === 'picked' ? 'picked' : 'first' })}
        />
      </SimpleGrid>
      <Switch
        mt="md"
        label="People clock in and out"
        disabled={disabled}
        checked={form.timeClock}
        onChange={(event) => patch({ timeClock: event.currentTarget.checked })}
      />
    </Panel>
  );
}
