import { ActionIcon, Button, Checkbox, Menu, NumberInput, SegmentedControl, Select, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Rule, RuleKind } from '../../rules/rule.ts';
import { hoursOf, minutesOf, ruleKinds, ruleLooks } from './rule-look.ts';
import classes from './work.module.css';

interface Props {
  readonly rules: readonly Rule[];
  readonly onChange: (rules: readonly Rule[]) => void;
  readonly disabled?: boolean;
}

/** Rules, each hard or soft with a weight. A kind may come twice: a soft 40 hours a week and a hard 48. */
export function RuleFields({ rules, onChange, disabled = false }: Props): ReactElement {
  const put = (index: number, rule: Rule) => onChange(rules.map((one, place) => (place === index ? rule : one)));
  return (
    <div>
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rules of a kind may be alike while they are edited
        <div key={index} className={classes.rule}>
          <div>
            <Text fw={600} size="sm">
              {ruleLooks[rule.kind].name}
            </Text>
            <Text size="xs" c="dimmed">
              {ruleLooks[rule.kind].explains}
            </Text>
          </div>
          <div className={classes.figures}>
            <Figures rule={rule} onChange={(next) => put(index, next)} disabled={disabled} />
          </div>
          <div className={classes.strength}>
            <Strength rule={rule} onChange={(next) => put(index, next)} disabled={disabled} />
            {!disabled && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`Remove the rule ${ruleLooks[rule.kind].name}`}
                onClick={() => onChange(rules.filter((_, place) => place !== index))}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </div>
        </div>
      ))}
      {!disabled && <AddRule onAdd={(kind) => onChange([...rules, ruleLooks[kind].first])} />}
    </div>
  );
}

function AddRule({ onAdd }: { readonly onAdd: (kind: RuleKind) => void }): ReactElement {
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="default" size="sm" mt="sm" leftSection={<IconPlus size={16} aria-hidden />}>
          Add a rule
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {ruleKinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => onAdd(kind)}>
            {ruleLooks[kind].name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface OneProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly disabled: boolean;
}

/** Overtime has its own policy in place of a force. */
function Strength({ rule, onChange, disabled }: OneProps): ReactElement {
  const name = ruleLooks[rule.kind].name;
  const weight = (
    <NumberInput
      aria-label={`Weight of ${name}`}
      w={110}
      prefix="weight "
      min={0}
      max={1000}
      disabled={disabled}
      value={rule.weight}
      onChange={(value) => onChange({ ...rule, weight: Number(value) })}
    />
  );
  if (rule.kind === 'overtime') return rule.policy === 'last_resort' ? weight : <span />;
  return (
    <>
      <SegmentedControl
        aria-label={`How strictly ${name} holds`}
        size="xs"
        disabled={disabled}
        data={[
          { value: 'hard', label: 'Must' },
          { value: 'soft', label: 'Should' },
        ]}
        value={rule.hard ? 'hard' : 'soft'}
        onChange={(force) => onChange({ ...rule, hard: force === 'hard' })}
      />
      {!rule.hard && weight}
    </>
  );
}

function Figures({ rule, onChange, disabled }: OneProps): ReactElement | null {
  const { name } = ruleLooks[rule.kind];
  const hours = (label: string, minutes: number | null, set: (minutes: number | null) => void) => (
    <HoursField name={name} label={label} minutes={minutes} onChange={set} disabled={disabled} />
  );
  const count = (label: string, value: number, set: (value: number) => void) => (
    <CountField name={name} label={label} value={value} onChange={set} disabled={disabled} />
  );
  switch (rule.kind) {
    case 'rest':
      return (
        <>
          {hours('At least', rule.minutes, (minutes) => onChange({ ...rule, minutes: minutes ?? 0 }))}
          <Checkbox
            mb={8}
            label="also within a day"
            disabled={disabled}
            checked={rule.sameDay}
            onChange={(event) => onChange({ ...rule, sameDay: event.currentTarget.checked })}
          />
        </>
      );
    case 'day_hours':
    case 'week_hours':
    case 'period_hours':
      return (
        <>
          {hours('At least', rule.min, (min) => onChange({ ...rule, min }))}
          {hours('At most', rule.max, (max) => onChange({ ...rule, max }))}
        </>
      );
    case 'overtime':
      return (
        <>
          <OvertimeField
            policy={rule.policy}
            onChange={(policy) => onChange({ ...rule, policy })}
            disabled={disabled}
          />
          {hours('Above a day', rule.dayMinutes, (dayMinutes) => onChange({ ...rule, dayMinutes }))}
          {hours('Above a week', rule.weekMinutes, (weekMinutes) => onChange({ ...rule, weekMinutes }))}
        </>
      );
    case 'days_in_row':
    case 'weekends':
      return count('At most', rule.max, (max) => onChange({ ...rule, max }));
    case 'days_off':
      return count('At least', rule.min, (min) => onChange({ ...rule, min }));
    case 'notice':
      return count('Days', rule.days, (days) => onChange({ ...rule, days }));
    default:
      return null;
  }
}

interface FigureProps {
  /** The rule whose figure it is. */
  readonly name: string;
  readonly label: string;
  readonly disabled: boolean;
}

interface HoursProps extends FigureProps {
  readonly minutes: number | null;
  readonly onChange: (minutes: number | null) => void;
}

function HoursField({ name, label, minutes, onChange, disabled }: HoursProps): ReactElement {
  return (
    <NumberInput
      label={label}
      aria-label={`${name}: ${label}`}
      w={120}
      suffix=" h"
      min={0}
      decimalScale={2}
      placeholder="no bound"
      disabled={disabled}
      value={hoursOf(minutes)}
      onChange={(value) => onChange(minutesOf(value))}
    />
  );
}

interface CountProps extends FigureProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function CountField({ name, label, value, onChange, disabled }: CountProps): ReactElement {
  return (
    <NumberInput
      label={label}
      aria-label={`${name}: ${label}`}
      w={120}
      min={0}
      allowDecimal={false}
      disabled={disabled}
      value={value}
      onChange={(typed) => onChange(Number(typed))}
    />
  );
}

type OvertimePolicy = Extract<Rule, { readonly kind: 'overtime' }>['policy'];

interface OvertimeProps {
  readonly policy: OvertimePolicy;
  readonly onChange: (policy: OvertimePolicy) => void;
  readonly disabled: boolean;
}

function OvertimeField({ policy, onChange, disabled }: OvertimeProps): ReactElement {
  return (
    <Select
      label="Overtime"
      w={190}
      allowDeselect={false}
      disabled={disabled}
      data={[
        { value: 'never', label: 'Never' },
        { value: 'last_resort', label: 'When nobody else can' },
        { value: 'free', label: 'Freely' },
      ]}
      value={policy}
      onChange={(chosen) => onChange(chosen === 'never' || chosen === 'free' ? chosen : 'last_resort')}
    />
  );
}
