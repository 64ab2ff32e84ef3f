import { Badge, Group, Pagination, Tabs, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { departmentsQuery, locationsQuery, placeNames } from '../places/contract.ts';
import { Portrait } from '../profile/portrait.tsx';
import { ChartTree } from './chart-tree.tsx';
import { type Colleague, peoplePageSize, peopleQuery } from './contract.ts';
import classes from './directory.module.css';

/** Everybody's colleagues: found while one types, and who reports to whom. */
export function PeoplePage(): ReactElement {
  return (
    <>
      <PageHead
        title="People"
        actions={
          <Group gap="xs">
            <LinkButton to="/qualifications" variant="default">
              Qualifications
            </LinkButton>
            <LinkButton to="/profile" variant="default">
              Your profile
            </LinkButton>
          </Group>
        }
      />
      <Tabs defaultValue="list" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="list">Everybody</Tabs.Tab>
          <Tabs.Tab value="chart">Who reports to whom</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          <Search />
        </Tabs.Panel>
        <Tabs.Panel value="chart">
          <ChartTree />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Search(): ReactElement {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState({ q: '', page: 1 });
  const later = useDebouncedCallback((q: string) => setAsked({ q, page: 1 }), 200);
  const found = useQuery({ ...peopleQuery(asked.q, asked.page), placeholderData: keepPreviousData });
  const pages = Math.ceil((found.data?.total ?? 0) / peoplePageSize);
  return (
    <>
      <TextInput
        type="search"
        aria-label="Search people"
        placeholder="Name (press /)"
        leftSection={<IconSearch size={16} aria-hidden />}
        mb="md"
        w={{ base: '100%', xs: 300 }}
        maxLength={200}
        data-search-field
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          later(event.currentTarget.value.trim());
        }}
      />
      {found.isPending && (
        <Panel>
          <LoadingLines count={5} height={32} />
        </Panel>
      )}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && <Rows people={found.data.people} />}
      {pages > 1 && (
        <Group mt="lg" justify="space-between">
          <Pagination
            total={pages}
            value={asked.page}
            onChange={(page) => setAsked({ ...asked, page })}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
          <Text size="sm" c="dimmed">
            {plural(found.data?.total ?? 0, 'person', 'people')}
          </Text>
        </Group>
      )}
    </>
  );
}

function Rows({ people }: { readonly people: readonly Colleague[] }): ReactElement {
  const departments = useQuery(departmentsQuery).data ?? [];
  const locations = useQuery(locationsQuery).data ?? [];
  if (people.length === 0) {
    return (
      <Panel>
        <EmptyPanel icon={<IconSearch size={28} stroke={1.5} />} title="Nobody like this">
          Try another name, or a part of it.
        </EmptyPanel>
      </Panel>
    );
  }
  return (
    <ul className={classes.people}>
      {people.map(({ id, name, pictureAt, details }) => {
        const places = [
          ...placeNames(departments, details?.departments ?? []),
          ...placeNames(locations, details?.locations ?? []),
        ];
        const about = [...places, ...(details?.manager ? [`reports to ${details.manager.name}`] : [])];
        return (
          <li key={id}>
            <Link to="/people/$id" params={{ id }} className={classes.person}>
              <Portrait id={id} name={name} pictureAt={pictureAt} size={42} />
              <span>
                <span className={classes.name}>{name || 'Somebody from Slack'}</span>
                {about.length > 0 && (
                  <Text span display="block" size="sm" c="dimmed">
                    {about.join(' · ')}
                  </Text>
                )}
              </span>
              {details !== null && details.state !== 'active' && (
                <Badge color="gray" variant="light" tt="none">
                  {details.state === 'invited' ? 'Invited' : 'Has left'}
                </Badge>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
