import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { TextLink } from '../../../web/controls/link-button.tsx';
import { PageHead } from '../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../web/controls/panels.tsx';
import { plural } from '../../../web/figures.ts';
import { useSignedIn, useTimeZone } from '../../../web/queries.ts';
import { billingQuery, useLeaving, useRefresh } from './billing-api.ts';
import type { Billing, PlanName } from './billing-contract.ts';
import { dayWords, exactMoney, planTitles, standingWords } from './billing-words.ts';
import { Offers } from './offers.tsx';

/** The plan: how it stands, whom it counts, what comes next. Owners change it, on Stripe's own pages. */
export function BillingPage(): ReactElement {
  const billing = useQuery(billingQuery);
  const isOwner = useSignedIn().roles.includes('owner');
  const { from } = useSearch({ strict: false });
  const { mutate: ask, ...asked } = useRefresh();
  // Whoever comes back from Stripe sees what they did there, also before Stripe has told of it.
  useEffect(() => {
    if (from !== undefined && isOwner) ask();
  }, [from, isOwner, ask]);
  return (
    <>
      <PageHead
        title="Plan"
        explains="You pay by the number of active people. Cards and bills are with Stripe; Coact never sees a card number."
        above={
          <TextLink to="/settings" size="sm" c="dimmed">
            Settings
          </TextLink>
        }
      />
      {billing.isPending && (
        <Panel>
          <LoadingLines count={5} />
        </Panel>
      )}
      {billing.isError && <ErrorPanel error={billing.error} onRetry={() => void billing.refetch()} />}
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => ask()} />}
      {billing.data !== undefined && <Plan billing={billing.data} isOwner={isOwner} isAsking={asked.isPending} />}
    </>
  );
}

interface PlanProps {
  readonly billing: Billing;
  readonly isOwner: boolean;
  readonly isAsking: boolean;
}

function Plan({ billing, isOwner, isAsking }: PlanProps): ReactElement {
  const timeZone = useTimeZone();
  const leaving = useLeaving();
  const { word, color, sentence } = standingWords(billing, timeZone, new Date());
  return (
    <Stack>
      <Panel
        title={billing.plan === null ? 'No plan yet' : titleOf(billing.plan.name)}
        aside={
          <Badge color={color} variant="light" size="lg">
            {word}
          </Badge>
        }
      >
        <Stack gap="md">
          <Text maw="64ch" aria-live="polite">
            {isAsking ? 'Asking Stripe how it stands …' : sentence}
          </Text>
          <Facts billing={billing} timeZone={timeZone} />
          {leaving.isError && <ErrorPanel error={leaving.error} />}
          {isOwner && billing.plan !== null && <Ways billing={billing} leaving={leaving} />}
        </Stack>
      </Panel>
      {billing.offers.length > 0 && <Offers billing={billing} isOwner={isOwner} leaving={leaving} />}
      {billing.standing === 'ended' && <Waited />}
      {!isOwner && (
        <Text size="sm" c="dimmed">
          Owners choose, change and end the plan.
        </Text>
      )}
    </Stack>
  );
}

const titleOf = (name: PlanName | null) => (name === null ? 'Plan' : `${planTitles[name]} plan`);

function Facts({ billing, timeZone }: { readonly billing: Billing; readonly timeZone: string }): ReactElement {
  const { people, plan } = billing;
  return (
    <Group gap="xl" component="dl" my={0} align="flex-start">
      <Fact name="Active people">{people}</Fact>
      {plan !== null && <Fact name="On the present bill">{plural(plan.people, 'person', 'people')}</Fact>}
      {plan?.next && (
        <Fact name={`Next bill, ${dayWords(plan.renewsAt, timeZone)}`}>
          {exactMoney(plan.next)}
          {people !== plan.people && (
            <Text size="xs" c="dimmed" maw="30ch">
              The number of people is counted anew on the day before.
            </Text>
          )}
        </Fact>
      )}
    </Group>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" ml={0} fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {children}
      </Text>
    </div>
  );
}

interface WaysProps {
  readonly billing: Billing;
  readonly leaving: ReturnType<typeof useLeaving>;
}

/** The ways to Stripe's pages. */
function Ways({ billing, leaving }: WaysProps): ReactElement {
  const isCancelled = billing.standing === 'paid' && billing.until !== null;
  const isMeant = (page: 'home' | 'cancel' | 'payment') =>
    leaving.isPending && 'page' in leaving.variables && leaving.variables.page === page;
  const way = (page: 'home' | 'cancel' | 'payment', words: string, variant: 'filled' | 'default' | 'subtle') => (
    <Button
      key={page}
      variant={variant}
      {...(page === 'cancel' ? { color: 'red' } : {})}
      loading={isMeant(page)}
      disabled={leaving.isPending}
      onClick={() => leaving.mutate({ page })}
    >
      {words}
    </Button>
  );
  return (
    <Group>
      {billing.standing === 'dunning' && way('payment', 'Mend the payment at Stripe', 'filled')}
      {isCancelled
        ? way('home', 'Take the cancellation back at Stripe', 'filled')
        : way('home', 'Manage at Stripe', 'default')}
      {!isCancelled && way('cancel', 'Cancel the plan', 'subtle')}
    </Group>
  );
}

/** What is found again once there is a plan. */
function Waited(): ReactElement {
  return (
    <Panel title="What waits">
      <Text size="sm" maw="64ch">
        Requests whose time comes meanwhile become drafts again and say so; nothing goes out by itself later on. Once
        there is a plan, look through <TextLink to="/requests">Requests</TextLink> and send what still holds, and
        publish the <TextLink to="/team/schedule">schedule</TextLink>.
      </Text>
    </Panel>
  );
}
