import { Group, Text, Tree, type TreeNodeData, useTree } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { Portrait } from '../profile/portrait.tsx';
import { type Branch, branchesOf, sizeOf } from './chart.ts';
import { type Box, chartQuery } from './contract.ts';
import classes from './directory.module.css';

/** Who reports to whom, as a tree that opens by pointer and by arrow keys. */
export function ChartTree(): ReactElement {
  const chart = useQuery(chartQuery);
  return (
    <Panel>
      {chart.isPending && <LoadingLines count={6} height={32} />}
      {chart.isError && <ErrorPanel error={chart.error} onRetry={() => void chart.refetch()} />}
      {chart.data !== undefined && <Drawn people={chart.data} />}
    </Panel>
  );
}

function Drawn({ people }: { readonly people: readonly Box[] }): ReactElement {
  const tree = useTree({ initialExpandedState: Object.fromEntries(people.map(({ id }) => [id, true])) });
  const branches = branchesOf(people);
  const below = new Map<string, { readonly person: Box; readonly size: number }>();
  const nodeOf = (branch: Branch): TreeNodeData => {
    below.set(branch.person.id, { person: branch.person, size: sizeOf(branch) });
    const node = { value: branch.person.id, label: branch.person.name };
    return branch.reports.length === 0 ? node : { ...node, children: branch.reports.map(nodeOf) };
  };
  const data = branches.map(nodeOf);
  if (people.every(({ managerId }) => managerId === null)) {
    return (
      <Text c="dimmed">
        Nobody of whom you may know it reports to anybody yet. Owners and admins say on somebody’s page to whom they
        report.
      </Text>
    );
  }
  return (
    <Tree
      data={data}
      tree={tree}
      levelOffset={26}
      aria-label="Who reports to whom"
      renderNode={({ node, expanded, hasChildren, elementProps }) => {
        const found = below.get(node.value);
        const Chevron = expanded ? IconChevronDown : IconChevronRight;
        return (
          <Group {...elementProps} gap="sm" wrap="nowrap" className={`${elementProps.className} ${classes.node}`}>
            <Chevron size={16} aria-hidden style={{ visibility: hasChildren ? 'visible' : 'hidden', flex: 'none' }} />
            {found && (
              <Portrait id={found.person.id} name={found.person.name} pictureAt={found.person.pictureAt} size={32} />
            )}
            <TextLink
              to="/people/$id"
              params={{ id: node.value }}
              className={classes.link}
              tabIndex={-1}
              onClick={(event) => event.stopPropagation()}
            >
              {found?.person.name || 'Somebody from Slack'}
            </TextLink>
            {found !== undefined && found.size > 0 && (
              <Text size="sm" c="dimmed">
                {plural(found.size, 'person', 'people')}
              </Text>
            )}
          </Group>
        );
      }}
    />
  );
}
