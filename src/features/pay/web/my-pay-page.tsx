import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { lookReasons } from '../../../web/look-reasons.ts';
import { BandPosition } from './bands/band-position.tsx';
import type { Look } from './contract.ts';
import { CurrentPay, EntryList } from './entry-list.tsx';
import classes from './pay.module.css';
import { ownPayQuery, payPeopleQuery } from './queries.ts';
import { ToldPanel } from './raises/told-panel.tsx';
import { momentText, placeWords } from './words.ts';

/** What one earns and earned, and who looked. */
export function MyPayPage(): ReactElement {
  const pay = useQuery(ownPayQuery);
  const people = useQuery(payPeopleQuery).data;
  const answersFor = people !== undefined && !people.administers && people.people.length > 0;
  return (
    <>
      <PageHead
        title="My pay"
        explains="Kept sealed. You see it, owners and payroll of your organisation do, and your manager where an owner has said so. Each time one of them looks, it is written down here."
        actions={answersFor ? <LinkButton to="/pay">Pay of your people</LinkButton> : undefined}
      />
      <div className={classes.page}>
        {pay.isPending && (
          <Panel>
            <LoadingLines count={4} height={28} />
          </Panel>
        )}
        {pay.isError && <ErrorPanel error={pay.error} onRetry={() => void pay.refetch()} />}
        {pay.data !== undefined && (
          <>
            <ToldPanel />
            <Panel title="What you earn">
              <CurrentPay
                pay={pay.data}
                none="Nothing is written down yet. Owners and payroll enter what you have agreed."
              />
            </Panel>
            {pay.data.band !== null && (
              <Panel title="Your band">
                <BandPosition band={pay.data.band} />
              </Panel>
            )}
            {pay.data.entries.length > 0 && (
              <Panel title="History" explains="Nothing is ever rewritten: what was wrong stays, with its correction.">
                <EntryList entries={pay.data.entries} now={pay.data.current} today={pay.data.today} />
              </Panel>
            )}
            <Panel title="Who looked at it" explains="The last 200 times, with the reason that was given.">
              <Looks looks={pay.data.looks} />
            </Panel>
          </>
        )}
      </div>
    </>
  );
}

function Looks({ looks }: { readonly looks: readonly Look[] }): ReactElement {
  if (looks.length === 0) return <Text c="dimmed">Nobody has looked.</Text>;
  return (
    <ol className={classes.entries}>
      {looks.map(({ at, by, reason, where }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once, and two looks may say the very same
        <li key={index}>
          <span>
            {by}, {placeWords(where)}: {(lookReasons[reason] ?? reason).toLowerCase()}
          </span>
          <Text span size="sm" c="dimmed">
            {momentText(at)}
          </Text>
        </li>
      ))}
    </ol>
  );
}
