import { Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { disclosureQuery } from '../requests-api.ts';

interface Props {
  readonly checked: boolean;
  readonly onChange: (disclosed: boolean) => void;
}

/** Whether this request's posts end with the organisation's disclosure; where there is none, who may is led to it. */
export function DisclosureField({ checked, onChange }: Props): ReactElement | null {
  const { manage } = useSignedIn().can;
  const words = useQuery(disclosureQuery).data?.words;
  const settings = (
    <TextLink to="/requests/disclosure" size="xs">
      {words === '' ? 'Add a disclosure, such as #ad, to every post' : 'Change the disclosure'}
    </TextLink>
  );
  if (words === undefined || (words === '' && !manage)) return null;
  if (words === '') return <Text mt="md">{settings}</Text>;
  return (
    <>
      <Switch
        mt="md"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={`End every post with “${words}”`}
        description="People can’t take it out. It counts in the length, and never stands twice."
      />
      {manage && settings}
    </>
  );
}
