import {
  Button,
  Chip,
  Group,
  MultiSelect,
  NumberInput,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, nothing } from '../../../../web/api.ts';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { fieldSentences } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import { dayAt } from '../../../../web/zoned-time.ts';
import { locationsQuery, placeChoices } from '../../../people/web/index.ts';
import { type Weekday, weekdayNames, weekdays } from '../../calendar/local.ts';
import { freeColour } from '../../work/palette.ts';
import { colourOf } from '../calendar/event-block.tsx';
import { roleSchema } from '../contract.ts';
import { rolesQuery } from '../queries.ts';
import { useWeekStart } from '../use-week-start.ts';
import { byLocation } from '../work/roles-page.tsx';
import classes from './setup.module.css';
import { seriesOf, shiftTemplates } from './shift-templates.ts';

/** What there is to do, where, and when. */
export function RolesStep(): ReactElement {
  const roles = (useQuery(rolesQuery).data ?? []).filter(({ archived }) => !archived);
  const locations = useQuery(locationsQuery).data ?? [];
  return (
    <Panel
      title="Which jobs are there, and when?"
      explains="Take shifts that come near; times, days and people of each can be changed in the role’s calendar."
    >
      {byLocation(roles, locations).map(([location, of]) => (
        <div key={location}>
          <Text size="sm" c="dimmed" mb={4}>
            {location}
          </Text>
          <ul className={classes.listed}>
            {of.map(({ id, name, colour, series }) => (
              <li key={id}>
                <span aria-hidden style={{ width: 12, height: 12, borderRadius: 4, background: colourOf(colour) }} />
                <TextLink to="/team/roles/$id" params={{ id }}>
                  {name}
                </TextLink>
                <Text size="sm" c="dimmed" component="span">
                  {series === 0 ? 'no shifts yet' : plural(series, 'shift')}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {locations.some(({ archived }) => !archived) ? (
        <AddRole />
      ) : (
        <Text c="dimmed">
          A role needs a location:{' '}
          <TextLink to="/team/setup" search={{ step: 'locations' }}>
            add one first
          </TextLink>
          .
        </Text>
      )}
    </Panel>
  );
}

interface Wanted {
  readonly name: string;
  readonly at: readonly string[];
  readonly template: string;
  readonly days: readonly Weekday[];
  readonly needs: number;
}

type ShiftsWanted = Omit<Wanted, 'name'>;

/** Makes the role at each location, with its shifts. What was made before something failed stays and is shown. */
function useAddRole() {
  const client = useQueryClient();
  const zone = useTimeZone();
  const weekStart = useWeekStart();
  const roles = useQuery(rolesQuery).data ?? [];
  return useMutation({
    mutationFn: async ({ name, at, template: chosen, days, needs }: Wanted) => {
      const template = shiftTemplates.find(({ id }) => id === chosen);
      const colour = freeColour(roles);
      for (const locationId of at) {
        const role = await call(roleSchema, 'POST', '/api/schedule/roles', {
          body: { name: name.trim(), locationId, colour },
        });
        if (template === undefined) continue;
        for (const body of seriesOf({ template, days, needs, from: dayAt(new Date(), zone), weekStart }))
          await call(nothing, 'POST', `/api/schedule/roles/${encodeURIComponent(role.id)}/series`, { body });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
}

function AddRole(): ReactElement {
  const locations = useQuery(locationsQuery).data ?? [];
  const inUse = locations.filter(({ archived }) => !archived);
  const [form, setForm] = useState<ShiftsWanted>({
    ...{ at: inUse.map(({ id }) => id), template: 'two', days: weekdays, needs: 2 },
  });
  const [name, setName] = useState('');
  const add = useAddRole();
  const fields = fieldSentences(add.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // The field is free for the next name at once; what was refused comes back to it, unless somebody has gone on.
        setName('');
        add.mutate({ ...form, name }, { onError: () => setName((typed) => typed || name) });
      }}
    >
      <Stack gap="md">
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            label="Name of the role"
            placeholder="Waiter, nurse, cashier"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fields.name}
          />
          {inUse.length > 1 && (
            <MultiSelect
              label="At"
              data={[...placeChoices(locations, [])]}
              value={[...form.at]}
              onChange={(at) => setForm({ ...form, at })}
              error={form.at.length === 0 ? 'Choose at least one location.' : fields.locationId}
            />
          )}
        </Group>
        <TemplateField value={form.template} onChange={(template) => setForm({ ...form, template })} />
        {form.template !== 'none' && <DaysAndNeeds form={form} onChange={setForm} />}
        {add.isError && Object.keys(fields).length === 0 && <ErrorPanel error={add.error} />}
        <div>
          <Button
            type="submit"
            loading={add.isPending}
            disabled={form.at.length === 0 || (form.template !== 'none' && form.days.length === 0)}
          >
            Add the role
          </Button>
        </div>
      </Stack>
    </form>
  );
}

interface TemplateProps {
  readonly value: string;
  readonly onChange: (template: string) => void;
}

function TemplateField({ value, onChange }: TemplateProps): ReactElement {
  return (
    <Radio.Group label="Shifts" value={value} onChange={onChange}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} mt={6} spacing="xs">
        {shiftTemplates.map(({ id, name: words, explains }) => (
          <Radio key={id} value={id} label={words} description={explains} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

interface DaysProps {
  readonly form: ShiftsWanted;
  readonly onChange: (form: ShiftsWanted) => void;
}

function DaysAndNeeds({ form, onChange }: DaysProps): ReactElement {
  return (
    <Group align="flex-end" gap="lg">
      <div>
        <Text size="sm" fw={500} mb={6}>
          On
        </Text>
        <Chip.Group
          multiple
          value={[...form.days]}
          onChange={(chosen) => onChange({ ...form, days: weekdays.filter((day) => chosen.includes(day)) })}
        >
          <Group gap={6} role="group" aria-label="Days of the week">
            {weekdays.map((day) => (
              <Chip key={day} value={day} size="sm" aria-label={weekdayNames[day]}>
                {weekdayNames[day].slice(0, 3)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
      <NumberInput
        label="People on each"
        w={130}
        min={1}
        max={500}
        allowDecimal={false}
        value={form.needs}
        onChange={(needs) => onChange({ ...form, needs: Number(needs) })}
      />
    </Group>
  );
}
