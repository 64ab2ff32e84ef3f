import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Panel } from '../../../web/controls/panels.tsx';
import { plural } from '../../../web/figures.ts';
import type { useLeaving } from './billing-api.ts';
import type { Billing, Money, PlanName } from './billing-contract.ts';
import { exactMoney, planTitles } from './billing-words.ts';

interface Props {
  readonly billing: Billing;
  readonly isOwner: boolean;
  readonly leaving: ReturnType<typeof useLeaving>;
}

const per: Readonly<Record<PlanName, string>> = { monthly: 'month', yearly: 'year' };

/** The plans to choose from, with what they would cost today. */
export function Offers({ billing, isOwner, leaving }: Props): ReactElement {
  const { offers, people } = billing;
  return (
    <Panel title="Choose a plan" explains="You pay on Stripe’s page, and come back here.">
      <SimpleGrid cols={{ base: 1, sm: offers.length }} spacing="lg">
        {offers.map(({ plan, price }) => (
          <Stack key={plan} gap={6} align="flex-start">
            <Title order={3}>{planTitles[plan]}</Title>
            <Price plan={plan} price={price} people={people} />
            {isOwner && (
              <Button
                mt={6}
                variant={plan === offers.at(-1)?.plan ? 'filled' : 'default'}
                loading={leaving.isPending && 'plan' in leaving.variables && leaving.variables.plan === plan}
                disabled={leaving.isPending}
                onClick={() => leaving.mutate({ plan })}
              >
                Choose {planTitles[plan].toLowerCase()}
              </Button>
            )}
          </Stack>
        ))}
      </SimpleGrid>
    </Panel>
  );
}

interface PriceProps {
  readonly plan: PlanName;
  readonly price: Money | null;
  readonly people: number;
}

function Price({ plan, price, people }: PriceProps): ReactElement {
  if (price === null) return <Text c="dimmed">Stripe shows the price for {plural(people, 'person', 'people')}.</Text>;
  const total = exactMoney({ ...price, amount: price.amount * people });
  return (
    <>
      <Text fw={600}>
        {exactMoney(price)} a person and {per[plan]}
      </Text>
      <Text size="sm" c="dimmed">
        {total} a {per[plan]} for {plural(people, 'person', 'people')}, before tax
      </Text>
    </>
  );
}
