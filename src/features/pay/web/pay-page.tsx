import { Badge, Button, Select, Switch, Text, TextInput } from '@mantine/core';
import { IconCash, IconSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call } from '../../../web/api.ts';
import { LinkButton, TextLink } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../web/queries.ts';
import { type PayPeople, type PaySettings, paySettingsSchema } from './contract.ts';
import { WageImportWindow } from './imports/import-window.tsx';
import classes from './pay.module.css';
import { payPeopleQuery, paySettingsQuery } from './queries.ts';

/** Whose pay one may see. No amounts stand here: whoever opens somebody's pay says why. */
export function PayPage(): ReactElement {
  const found = useQuery(payPeopleQuery);
  const isOwner = useSignedIn().roles.includes('owner');
  const [imports, setImports] = useState(false);
  return (
    <>
      <PageHead
        title="Pay"
        explains="Whose pay you may see. Opening somebody’s asks why; that is written down, and they can read it."
        actions={
          <>
            {found.data?.administers && (
              <>
                <Button variant="default" onClick={() => setImports(true)}>
                  Import wages
                </Button>
                <LinkButton to="/pay/bands" variant="default">
                  Bands
                </LinkButton>
                <LinkButton to="/pay/equity" variant="default">
                  Pay equity
                </LinkButton>
              </>
            )}
            {found.data !== undefined && (found.data.administers || found.data.people.length > 0) && (
              <>
                <LinkButton to="/pay/cycles" variant="default">
                  Pay reviews
                </LinkButton>
                <LinkButton to="/pay/raises" variant="default">
                  Raises and promotions
                </LinkButton>
              </>
            )}
          </>
        }
      />
      {imports && <WageImportWindow onClose={() => setImports(false)} />}
      <div className={found.data?.administers ? classes.beside : classes.page}>
        {found.isPending && (
          <Panel>
            <LoadingLines count={6} height={32} />
          </Panel>
        )}
        {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {found.data !== undefined && <People found={found.data} />}
        {found.data?.administers && <Settings mayChange={isOwner} />}
      </div>
    </>
  );
}

export function People({ found: { people, administers } }: { readonly found: PayPeople }): ReactElement {
  const [words, setWords] = useState('');
  const shown = people.filter(({ name }) => folded(name).includes(folded(words.trim())));
  if (people.length === 0)
    return (
      <Panel>
        <EmptyPanel icon={<IconCash size={28} />} title="Nobody’s pay is yours to see">
          Owners and payroll see everybody’s. Managers see that of their people where an owner has said so.
        </EmptyPanel>
      </Panel>
    );
  return (
    <Panel title={administers ? 'People' : 'Your people'} data-tour="pay-people">
      <TextInput
        aria-label="Find somebody"
        placeholder="Find somebody"
        leftSection={<IconSearch size={16} aria-hidden />}
        mb="sm"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {shown.length === 0 && <Text c="dimmed">Nobody is called that.</Text>}
      <ul className={classes.people}>
        {shown.map(({ id, name, hasWage, waiting }) => (
          <li key={id}>
            <TextLink to="/pay/people/$id" params={{ id }}>
              {name || 'Somebody from Slack'}
            </TextLink>
            {waiting !== null && waiting > 0 ? (
              <Badge variant="light" color="yellow">
                Waits for a second person
              </Badge>
            ) : (
              hasWage === false && (
                <Badge variant="light" color="gray">
                  No wage yet
                </Badge>
              )
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Without accents and capitals: whoever has no ł or ı on the keyboard finds them too. */
const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replaceAll('ł', 'l');

function Settings({ mayChange }: { readonly mayChange: boolean }): ReactElement {
  const client = useQueryClient();
  const settings = useQuery(paySettingsQuery);
  const save = useMutation({
    mutationFn: (body: PaySettings) => call(paySettingsSchema, 'PUT', '/api/pay/settings', { body }),
    onSuccess: (saved) => client.setQueryData(paySettingsQuery.queryKey, saved),
  });
  // What was chosen shows at once, and no control goes away under the keyboard while it is saved.
  const now = save.isPending ? save.variables : settings.data;
  const choice = (key: 'managersSee' | 'secondPerson' | 'peopleSeeBands', label: string, description: string) => (
    <Switch
      label={label}
      description={description}
      disabled={!mayChange || now === undefined}
      checked={now?.[key] ?? false}
      onChange={(event) => now !== undefined && save.mutate({ ...now, [key]: event.currentTarget.checked })}
    />
  );
  return (
    <Panel
      title="Who sees it, and how it is entered"
      explains={mayChange ? undefined : 'Owners change this.'}
      data-tour="pay-settings"
    >
      <div className={classes.fields}>
        {choice(
          'managersSee',
          'Managers see what their people earn',
          'Those who report to them directly, and nobody else. Each look is written down.',
        )}
        {choice(
          'secondPerson',
          'A second person confirms each entry',
          'Nothing that one person alone enters holds. Needs two who are owners or payroll.',
        )}
        <Select
          label="Approvals that a raise needs"
          description="Of owners, payroll, and the manager where managers see pay; never of who proposes it, nor of who gets it."
          maw={420}
          allowDeselect={false}
          data={['1', '2', '3']}
          disabled={!mayChange || now === undefined}
          value={String(now?.approvals ?? 1)}
          onChange={(value) => now !== undefined && save.mutate({ ...now, approvals: Number(value ?? 1) })}
        />
        {choice(
          'peopleSeeBands',
          'People see the band of their title',
          'And where they stand in it, on their own page. Managers who see pay see it too.',
        )}
        {settings.isError && <ErrorPanel error={settings.error} />}
        {save.isError && <ErrorPanel error={save.error} />}
      </div>
    </Panel>
  );
}
