import { Select } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import { timeZones, zoneLabel } from '../zoned-time.ts';

interface Props {
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
  readonly description?: string;
  readonly error?: string;
  readonly disabled?: boolean;
}

/** Every time zone, found by typing a city, with its offset of today. */
export function ZoneSelect({ value, onChange, description, error, disabled }: Props): ReactElement {
  const zones = useMemo(() => {
    const known = timeZones();
    // A server can hold a zone by an older name that this browser doesn't list.
    const all = known.includes(value) ? known : [value, ...known];
    return all.map((zone) => ({ value: zone, label: zoneLabel(zone) }));
  }, [value]);
  return (
    <Select
      label="Time zone"
      description={description}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No such place. Try the nearest large city."
      limit={80}
      maxDropdownHeight={260}
      data={zones}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      error={error}
      disabled={disabled}
    />
  );
}
