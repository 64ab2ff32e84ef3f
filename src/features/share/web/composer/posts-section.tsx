import { Button, Radio, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import type { EditPolicy, Rendered } from '../contract.ts';
import { type NetworkName, networkTitles } from '../network.ts';
import { NetworkLogo } from '../network-logo.tsx';
import { networksQuery } from '../requests-api.ts';
import classes from './composer.module.css';
import { DisclosureField } from './disclosure-field.tsx';
import { NetworkPicker } from './network-picker.tsx';
import type { Part } from './part.ts';
import { type Counting, refusalOf } from './post-count.ts';
import { chosenNetworks, readersOf, type Scope, scopesOf, textsAt, withNetwork, withoutOwn } from './post-texts.ts';
import { TextsEditor } from './texts-editor.tsx';

interface Props extends Part {
  readonly rendered: Rendered | undefined;
}

/** For which networks, what people will post there, and who may change it. */
export function PostsSection({ rendered, ...part }: Props): ReactElement {
  const { form, patch, problems } = part;
  const offer = useQuery(networksQuery).data;
  const offered = offer?.networks ?? [];
  const [wanted, setWanted] = useState<Scope>('all');
  const scopes = scopesOf(form);
  const scope = scopes.includes(wanted) ? wanted : scopes[0];
  const counting: Counting = { offered, rendered };
  const editor = (
    <TextsEditor {...part} key={scope} scope={scope} counting={counting} hashtags={offer?.hashtags ?? []} />
  );
  return (
    <Panel
      data-tour="compose-posts"
      title="Posts"
      explains="Versions of the post. People get one of them; the tracked link and its card come with it by themselves."
    >
      <NetworkPicker
        offered={offered}
        chosen={chosenNetworks(form)}
        error={problems.networks}
        onChange={(network, chosen) => patch(withNetwork(form, network, chosen))}
      />
      {scopes.length === 1 ? (
        editor
      ) : (
        <Tabs
          value={scope}
          variant="pills"
          keepMounted={false}
          onChange={(value) => setWanted(scopes.find((one) => one === value) ?? 'all')}
        >
          <Tabs.List aria-label="Whose text" mb="sm">
            {scopes.map((one) => (
              <ScopeTab key={one} scope={one} over={isRefused(one, form, rendered)} />
            ))}
          </Tabs.List>
          <Tabs.Panel value={scope}>
            {scope !== 'all' && <OwnNote network={scope} form={form} patch={patch} />}
            {editor}
          </Tabs.Panel>
        </Tabs>
      )}
      <DisclosureField checked={form.disclosed} onChange={(disclosed) => patch({ disclosed })} />
      <EditPolicyField value={form.editPolicy} onChange={(editPolicy) => patch({ editPolicy })} />
    </Panel>
  );
}

function isRefused(scope: Scope, form: Part['form'], rendered: Rendered | undefined): boolean {
  const texts = textsAt(form, scope);
  return readersOf(form, scope).some((network) => texts.some((text) => refusalOf(network, text, rendered) !== null));
}

function ScopeTab({ scope, over }: { readonly scope: Scope; readonly over: boolean }): ReactElement {
  return (
    <Tabs.Tab
      value={scope}
      className={classes.scope}
      data-over={over}
      leftSection={scope === 'all' ? undefined : <NetworkLogo network={scope} size={16} />}
    >
      {scope === 'all' ? 'All networks' : networkTitles[scope]}
    </Tabs.Tab>
  );
}

/** Says whether a network has a text of its own, and takes it back. */
function OwnNote({
  network,
  form,
  patch,
}: Pick<Part, 'form' | 'patch'> & { readonly network: NetworkName }): ReactElement {
  if (form.own[network] === undefined) {
    return (
      <Text size="sm" c="dimmed" mb="xs">
        The same as for all networks, until you change it here.
      </Text>
    );
  }
  return (
    <Text size="sm" c="dimmed" mb="xs" component="div">
      {networkTitles[network]} has a text of its own.{' '}
      {Object.keys(form.own).length < form.networks.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => patch(withoutOwn(form, network))}>
          Use the one for all again
        </Button>
      )}
    </Text>
  );
}

interface EditPolicyProps {
  readonly value: EditPolicy;
  readonly onChange: (policy: EditPolicy) => void;
}

function EditPolicyField({ value, onChange }: EditPolicyProps): ReactElement {
  return (
    <Radio.Group
      mt="md"
      label="May people change the text?"
      value={value}
      onChange={(chosen) => onChange(chosen === 'add' || chosen === 'fixed' ? chosen : 'free')}
    >
      <Stack gap={14} mt={10}>
        <Radio value="free" label="Yes, freely" description="The most personal posts, and the most read." />
        <Radio value="add" label="They may add to it" description="Your text stays; their words come before it." />
        <Radio value="fixed" label="No" description="For wording that has to stay exactly as it is." />
      </Stack>
    </Radio.Group>
  );
}
