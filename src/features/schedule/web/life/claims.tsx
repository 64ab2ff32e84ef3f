import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { useTimeZone } from '../../../../web/queries.ts';
import classes from './life.module.css';
import { claimsQuery, useLife } from './life-api.ts';
import type { Claim } from './life-contract.ts';
import { shiftWords } from './life-words.ts';
import { ReasonWindow } from './reason-window.tsx';

/** For who picks: everybody who asked for an open shift, by shift. Nothing while nobody has. */
export function Claims(): ReactElement | null {
  const home = useTimeZone();
  const claims = useQuery(claimsQuery);
  if (claims.isError) return <ErrorPanel error={claims.error} onRetry={() => void claims.refetch()} />;
  if (claims.data === undefined || claims.data.length === 0) return null;
  return (
    <section className={classes.group}>
      <h2>
        To pick
        <small className={classes.count}>{claims.data.length}</small>
      </h2>
      <ul className={classes.list}>
        {[...Map.groupBy(claims.data, ({ shiftId }) => shiftId)].map(([shiftId, own]) => (
          <li key={shiftId}>
            <article className={classes.card}>
              <header>
                <b>{own[0] === undefined ? '' : shiftWords(own[0], home)}</b>
              </header>
              <ul className={classes.asked}>
                {own.map((claim) => (
                  <ClaimRow key={claim.id} claim={claim} />
                ))}
              </ul>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ClaimRow({ claim }: { readonly claim: Claim }): ReactElement {
  const [isRefusing, setRefusing] = useState(false);
  const life = useLife();
  const { id: claimId, personName, words, reasons } = claim;
  const pick = () =>
    life.mutate(
      { act: 'pick', claimId },
      {
        onSuccess: () => notifications.show({ color: 'pine', message: `${personName} has the shift. They are told.` }),
        onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
      },
    );
  return (
    <li>
      <span>
        <b>{personName}</b>
        <small className={classes.about}>{words}</small>
        {reasons.map((reason) => (
          <span key={reason} className={classes.warning}>
            {reason}
          </span>
        ))}
      </span>
      <span className={classes.actions}>
        <Button size="xs" loading={life.isPending && !isRefusing} onClick={pick} aria-label={`Pick ${personName}`}>
          Pick
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => setRefusing(true)}
          aria-label={`Refuse the claim of ${personName}`}
        >
          Refuse…
        </Button>
      </span>
      {isRefusing && (
        <ReasonWindow
          title={`Refuse the claim of ${personName}?`}
          submit="Refuse"
          sending={life}
          onSubmit={(reason) => life.mutate({ act: 'pass', claimId, reason }, { onSuccess: () => setRefusing(false) })}
          onClose={() => {
            setRefusing(false);
            life.reset();
          }}
        />
      )}
    </li>
  );
}
