import { Checkbox, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { plural } from '../figures.ts';

interface Props {
  readonly missing: { readonly departments: readonly string[]; readonly locations: readonly string[] };
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** The choice to make departments and locations that a file names and the organisation doesn't have. */
export function MissingPlaces({ missing, checked, onChange }: Props): ReactElement | null {
  const names = [...missing.departments, ...missing.locations];
  if (names.length === 0) return null;
  const kinds = [
    ...(missing.departments.length > 0 ? [plural(missing.departments.length, 'department', 'departments')] : []),
    ...(missing.locations.length > 0 ? [plural(missing.locations.length, 'location', 'locations')] : []),
  ].join(' and ');
  const [shown, more] = [names.slice(0, 12), names.length - 12];
  return (
    <div>
      <Checkbox
        label={`Create ${kinds} that the organisation doesn’t have`}
        description="Otherwise rows that name one of them are in error. New locations get your organisation’s time zone."
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Text size="sm" c="dimmed" mt={6} ml={32}>
        {shown.join(', ')}
        {more > 0 && ` and ${more} more`}
      </Text>
    </div>
  );
}
