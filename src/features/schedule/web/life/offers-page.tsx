import { IconArrowsExchange } from '@tabler/icons-react';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { AcceptWindow } from './accept-window.tsx';
import classes from './life.module.css';
import { offersQuery } from './life-api.ts';
import type { Offer, OfferLists } from './life-contract.ts';
import { hasActions, OfferActions } from './offer-actions.tsx';
import { OfferCard } from './offer-card.tsx';

/** Shifts that change hands: offered to me, offered by me, and for schedulers those that wait for a yes. */
export function OffersPage(): ReactElement {
  return (
    <div className={classes.page}>
      <PageHead
        title="Offers"
        explains="Shifts that change hands, within the rules. Until somebody accepts, whoever offers a shift works it."
        actions={
          <LinkButton to="/team/mine" variant="default">
            Offer a shift of mine
          </LinkButton>
        }
      />
      <Offers />
    </div>
  );
}

function Offers(): ReactElement {
  const offers = useQuery(offersQuery);
  const [accepting, setAccepting] = useState<Offer | null>(null);
  return (
    <>
      <Lists offers={offers} onAccept={setAccepting} />
      {accepting !== null && <AcceptWindow offer={accepting} onClose={() => setAccepting(null)} />}
    </>
  );
}

interface ListsProps {
  readonly offers: UseQueryResult<OfferLists>;
  readonly onAccept: (offer: Offer) => void;
}

function Lists({ offers, onAccept }: ListsProps): ReactElement {
  if (offers.isError) return <ErrorPanel error={offers.error} onRetry={() => void offers.refetch()} />;
  if (offers.isPending) {
    return (
      <Panel>
        <LoadingLines count={6} height={28} />
      </Panel>
    );
  }
  const { forMe, mine, toDecide } = offers.data;
  if (forMe.length + mine.length + toDecide.length === 0) {
    return (
      <Panel>
        <EmptyPanel icon={<IconArrowsExchange size={30} stroke={1.5} />} title="Nothing is offered">
          Can’t work a shift? Open it in your schedule and offer it to others. What they offer you appears here, and you
          are told.
        </EmptyPanel>
      </Panel>
    );
  }
  return (
    <>
      <Group onAccept={onAccept} title="To decide" offers={toDecide} />
      <Group onAccept={onAccept} title="For you" offers={forMe} />
      <Group onAccept={onAccept} title="Yours" offers={mine} />
    </>
  );
}

interface GroupProps extends Pick<ListsProps, 'onAccept'> {
  readonly title: string;
  readonly offers: readonly Offer[];
}

function Group({ title, offers, onAccept }: GroupProps): ReactElement | null {
  if (offers.length === 0) return null;
  return (
    <section className={classes.group}>
      <h2>
        {title}
        <small className={classes.count}>{offers.length}</small>
      </h2>
      <ul className={classes.list}>
        {offers.map((offer) => (
          <li key={offer.id}>
            <OfferCard offer={offer}>
              {hasActions(offer) && <OfferActions offer={offer} onAccept={() => onAccept(offer)} />}
            </OfferCard>
          </li>
        ))}
      </ul>
    </section>
  );
}
