import { Badge, Button, Text } from '@mantine/core';
import { IconPlus, IconTable } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import pageClasses from '../pay.module.css';
import rowClasses from '../raises/raises.module.css';
import { dayText } from '../words.ts';
import { type Cycles, cyclesQuery } from './contract.ts';
import { CycleWindow } from './cycle-window.tsx';
import { stateWords } from './cycle-words.ts';

/** Reviews of many wages at once. No amount stands here: whoever opens one says why. */
export function CyclesPage(): ReactElement {
  const client = useQueryClient();
  const navigate = useNavigate();
  const found = useQuery(cyclesQuery);
  const [isOpen, setOpen] = useState(false);
  const done = (id: string) => {
    setOpen(false);
    void client.invalidateQueries({ queryKey: ['pay'] });
    void navigate({ to: '/pay/cycles/$id', params: { id } });
  };
  return (
    <>
      <PageHead
        title="Pay reviews"
        explains="Raises of many people at once, within a budget. What is chosen becomes ordinary proposals, which others approve."
        above={
          <TextLink to="/pay" size="sm">
            Pay
          </TextLink>
        }
        actions={
          found.data?.keeps && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
              Begin a review
            </Button>
          )
        }
      />
      <div className={pageClasses.page}>
        {found.isPending && (
          <Panel>
            <LoadingLines count={4} height={40} />
          </Panel>
        )}
        {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {found.data !== undefined && <CycleList found={found.data} />}
      </div>
      {isOpen && found.data !== undefined && (
        <CycleWindow known={found.data} cycle={null} onClose={() => setOpen(false)} onDone={done} />
      )}
    </>
  );
}

function CycleList({ found: { cycles, keeps } }: { readonly found: Cycles }): ReactElement {
  if (cycles.length === 0)
    return (
      <Panel>
        <EmptyPanel icon={<IconTable size={28} />} title="No review yet">
          {keeps
            ? 'Begin one with a budget and guidelines; managers choose for their people where they see pay.'
            : 'Here stand reviews in which you choose for your people, once those who keep pay have opened one.'}
        </EmptyPanel>
      </Panel>
    );
  return (
    <Panel>
      <ul className={rowClasses.rows}>
        {cycles.map(({ id, name, from, currency, state, people }) => (
          <li key={id}>
            <div>
              <TextLink to="/pay/cycles/$id" params={{ id }}>
                {name}
              </TextLink>
              <Text size="sm" c="dimmed">
                {`Raises from ${dayText(from)} · in ${currency} · ${plural(people, 'person', 'people')}${keeps ? '' : ' of yours'}`}
              </Text>
            </div>
            <div>
              <Badge variant="light" color={stateWords[state].color}>
                {stateWords[state].words}
              </Badge>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
