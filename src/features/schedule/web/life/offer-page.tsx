import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { AcceptForm } from './accept-form.tsx';
import classes from './life.module.css';
import { offerQuery } from './life-api.ts';
import type { OfferDetail } from './life-contract.ts';
import { hasActions, OfferActions } from './offer-actions.tsx';
import { OfferCard } from './offer-card.tsx';

const route = getRouteApi('/member/team/offers/$id');

/** One offer: where links in mails lead. */
export function OfferPage(): ReactElement {
  const { id } = route.useParams();
  const offer = useQuery(offerQuery(id));
  const title = offer.data === undefined ? 'Offer' : titleOf(offer.data);
  return (
    <>
      <PageHead
        title={title}
        above={
          <TextLink to="/team/offers" size="sm">
            <IconArrowLeft size={15} aria-hidden style={{ marginBottom: -2 }} /> All offers
          </TextLink>
        }
      />
      {offer.isError && <ErrorPanel error={offer.error} onRetry={() => void offer.refetch()} />}
      {offer.isPending && (
        <Panel>
          <LoadingLines count={4} />
        </Panel>
      )}
      {offer.data !== undefined && <Opened offer={offer.data} />}
    </>
  );
}

const titleOf = ({ mine, fromName }: OfferDetail) => (mine ? 'Your offer' : `${fromName} offers a shift`);

function Opened({ offer }: { readonly offer: OfferDetail }): ReactElement {
  const navigate = useNavigate();
  // Stays when somebody else is faster, to say so.
  const [isAsked] = useState(offer.mayAccept);
  const others = { ...offer, mayAccept: false };
  return (
    <div className={classes.one}>
      <OfferCard offer={offer}>{hasActions(others) && <OfferActions offer={others} />}</OfferCard>
      {isAsked && (
        <Panel title="Take this shift">
          <AcceptForm offer={offer} onDone={() => void navigate({ to: '/team/offers' })} />
        </Panel>
      )}
    </div>
  );
}
