import { Button, Pill, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../../web/api.ts';
import classes from './audit.module.css';
import { type AuditSearch, isFiltered } from './audit-search.ts';
import { type Act, actsSchema, type Entry } from './contract.ts';
import { PersonFilter } from './person-filter.tsx';
import { actLabel, groupLabel, nameOf } from './words.ts';

interface Props {
  readonly search: AuditSearch;
  readonly entries: readonly Entry[];
  readonly onChange: (change: AuditSearch) => void;
  readonly onClear: () => void;
}

/** Everything that can be recorded; the list changes only with the version. */
function useActs(): readonly Act[] {
  const acts = useQuery({
    queryKey: ['audit', 'acts'],
    queryFn: ({ signal }) => call(actsSchema, 'GET', '/api/audit/acts', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return acts.data?.acts ?? [];
}

/** Each group with "everything about it" and its acts. */
function choicesOf(acts: readonly Act[]) {
  return [...Map.groupBy(acts, ({ group }) => group)].map(([group, own]) => ({
    group: groupLabel(group),
    items: [
      { value: group, label: `Everything: ${groupLabel(group)}` },
      ...own.map((act) => ({ value: act.action, label: actLabel(act) })),
    ],
  }));
}

/** The filters, and what is set by looking at an entry. */
export function AuditFilters({ search, entries, onChange, onClear }: Props): ReactElement {
  const acts = useActs();
  const known = entries.flatMap(({ actor, target }) => [actor, target]);
  const called = (id: string) => {
    const found = known.find((one) => one.id === id);
    return found === undefined ? id : nameOf(found);
  };
  return (
    <div className={classes.filters}>
      <SegmentedControl
        aria-label="Kind"
        value={search.kind ?? 'all'}
        onChange={(kind) => onChange({ kind: kind === 'changes' || kind === 'reads' ? kind : undefined })}
        data={[
          { value: 'all', label: 'All' },
          { value: 'changes', label: 'Changes' },
          { value: 'reads', label: 'Reads' },
        ]}
      />
      <Select
        aria-label="What was done"
        placeholder="Every act"
        clearable
        searchable
        className={classes.act}
        data={choicesOf(acts)}
        value={search.action ?? null}
        onChange={(action) => onChange({ action: action ?? undefined })}
      />
      <PersonFilter value={search.actor} called={called} onChange={(actor) => onChange({ actor })} />
      <DayField label="From" value={search.from} onChange={(from) => onChange({ from })} />
      <DayField label="To" value={search.to} onChange={(to) => onChange({ to })} />
      {search.targetId !== undefined && (
        <Pill size="md" withRemoveButton onRemove={() => onChange({ targetId: undefined, targetType: undefined })}>
          {`About ${called(search.targetId)}`}
        </Pill>
      )}
      {isFiltered(search) && (
        <Button variant="subtle" color="gray" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function DayField({ label, value, onChange }: DayProps): ReactElement {
  return (
    <TextInput
      type="date"
      aria-label={`${label} day`}
      leftSection={<span className={classes.dayLabel}>{label}</span>}
      leftSectionWidth={52}
      className={classes.day}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
