import { Code, Collapse, SimpleGrid, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import { networkTitles } from '../network.ts';
import { campaignsQuery } from '../reports/report-api.ts';
import { placeholderWords, utmHints, utmKeys } from '../utm-keys.ts';
import { TemplatePicker } from '../utm-templates/template-picker.tsx';
import classes from './composer.module.css';
import { noUtm } from './composer-form.ts';
import type { Part } from './part.ts';
import { chosenNetworks } from './post-texts.ts';
import { trackedTarget } from './tracked-url.ts';

/** UTM parameters for the company's own web analytics, with the address as it will be. Closed until it is wanted. */
export function TrackingSection({ form, patch, state }: Part): ReactElement {
  const filled = utmKeys.filter((key) => form.utm[key].trim() !== '').length;
  const [opened, { toggle }] = useDisclosure(filled > 0);
  const [first = 'linkedin', ...others] = chosenNetworks(form);
  const campaign = useQuery(campaignsQuery).data?.campaigns.find(({ id }) => id === form.campaignId)?.name ?? '';
  const target = trackedTarget(form.link, form.utm, { network: first, title: form.title, campaign });
  const differs = others.length > 0 && Object.values(form.utm).some((value) => value.includes('{network}'));
  return (
    <Panel>
      <UnstyledButton className={classes.fold} onClick={toggle} aria-expanded={opened}>
        <span>
          <h2>Campaign tracking</h2>
          <Text span size="sm" c="dimmed">
            {filled === 0
              ? 'UTM parameters for your own web analytics'
              : `${filled} UTM ${filled === 1 ? 'parameter' : 'parameters'}`}
          </Text>
        </span>
        <IconChevronDown size={20} data-opened={opened} aria-hidden />
      </UnstyledButton>
      <Collapse expanded={opened}>
        <Stack pt="md">
          <TemplatePicker
            utm={form.utm}
            disabled={state !== null && state !== 'draft'}
            onPick={(utm) => patch({ utm: { ...noUtm, ...utm } })}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {utmKeys.map((key) => (
              <TextInput
                key={key}
                label={`utm_${key}`}
                placeholder={utmHints[key]}
                maxLength={200}
                disabled={state !== null && state !== 'draft'}
                value={form.utm[key]}
                onChange={(event) => patch({ utm: { ...form.utm, [key]: event.currentTarget.value } })}
              />
            ))}
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {placeholderWords}
          </Text>
          <LeadsTo isOut={state === 'open'} target={target} of={differs ? networkTitles[first] : null} />
        </Stack>
      </Collapse>
    </Panel>
  );
}

interface LeadsToProps {
  readonly isOut: boolean;
  /** Null without a link. */
  readonly target: string | null;
  /** The network whose links it is about; null where all lead to the same. */
  readonly of: string | null;
}

function LeadsTo({ isOut, target, of }: LeadsToProps): ReactElement {
  if (isOut) {
    return (
      <Text size="sm">
        The links are in people’s posts already. They keep the title and the campaign with which they were sent.
      </Text>
    );
  }
  return (
    <div>
      <Text size="sm" fw={500}>
        {of === null ? 'Short links lead to' : `Short links of ${of} lead to`}
      </Text>
      <Code block className={classes.target}>
        {target ?? 'Add a link first.'}
      </Code>
    </div>
  );
}
