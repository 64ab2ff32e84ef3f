import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Utm } from '../contract.ts';
import { utmKeys } from '../utm-keys.ts';
import { utmTemplatesQuery } from './utm-templates-api.ts';

interface Props {
  readonly utm: Utm;
  readonly disabled: boolean;
  readonly onPick: (utm: Utm) => void;
}

/** Fills in the parameters of a template; which one they are of is seen by what they say. Nothing where there is none. */
export function TemplatePicker({ utm, disabled, onPick }: Props): ReactElement | null {
  const templates = useQuery(utmTemplatesQuery).data?.templates ?? [];
  if (templates.length === 0) return null;
  const same = (other: Utm) => utmKeys.every((key) => (other[key] ?? '') === (utm[key] ?? '').trim());
  return (
    <Select
      label="Template"
      placeholder="Parameters of its own"
      disabled={disabled}
      data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      value={templates.find((template) => same(template.utm))?.id ?? null}
      allowDeselect={false}
      onChange={(chosen) => {
        const template = templates.find(({ id }) => id === chosen);
        if (template !== undefined) onPick(template.utm);
      }}
    />
  );
}
