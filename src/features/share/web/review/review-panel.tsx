import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense } from 'react';
import { ErrorPanel, Panel } from '../../../../web/controls/panels.tsx';
import { useTimeZone } from '../../../../web/queries.ts';
import { formatDateTime } from '../../../../web/zoned-time.ts';
import type { ShareRequest } from '../contract.ts';
import { Deciding, isLate } from './deciding.tsx';
import classes from './review.module.css';
import { type Review, type ReviewStep, reviewQuery } from './review-api.ts';
import { stepWords } from './step-words.ts';

const SlackMessage = lazy(() =>
  import('../composer/slack-message.tsx').then(({ SlackMessage }) => ({ default: SlackMessage })),
);

/** What waits for a decision, for whoever may take it; and for everybody, what became of it so far. */
export function ReviewPanel({ request }: { readonly request: ShareRequest }): ReactElement | null {
  const review = useQuery({ ...reviewQuery(request.id), refetchInterval: 60_000 });
  if (review.isError) return <ErrorPanel error={review.error} onRetry={() => void review.refetch()} />;
  if (review.data === undefined) return null;
  const { data } = review;
  return (
    <>
      {request.state === 'in_review' && <Waiting request={request} review={data} />}
      {data.steps.length > 0 && <History steps={data.steps} />}
    </>
  );
}

interface WaitingProps {
  readonly request: ShareRequest;
  readonly review: Review;
}

function Waiting({ request, review }: WaitingProps): ReactElement {
  const timeZone = useTimeZone();
  const when =
    request.sendAt == null
      ? 'Once it is approved, a publisher sends it.'
      : isLate(request)
        ? `Its time, ${formatDateTime(request.sendAt, timeZone)}, has passed: once it is approved, it goes out at once.`
        : `Once it is approved, it goes out ${formatDateTime(request.sendAt, timeZone)}.`;
  const who = review.mayDecide
    ? `Written by ${review.composers.join(', ')}. Look at everything that people will see.`
    : 'Somebody else has to approve it: nobody decides about what they have written, changed or submitted.';
  return (
    <Panel title={review.mayDecide ? 'Your decision' : 'Waits for approval'} explains={`${who} ${when}`}>
      <div className={classes.looks}>
        <section aria-label="In Slack">
          <Text size="xs" fw={600} c="dimmed" mb={4}>
            In Slack
          </Text>
          <Suspense fallback={<Skeleton height={160} />}>
            <SlackMessage blocks={review.slack} />
          </Suspense>
        </section>
        {review.texts.map(({ title, text }) => (
          <section key={title} aria-label={title}>
            <Text size="xs" fw={600} c="dimmed" mb={4}>
              {title}
            </Text>
            <p className={classes.text}>{text}</p>
          </section>
        ))}
      </div>
      {review.mayDecide && <Deciding request={request} />}
    </Panel>
  );
}

function History({ steps }: { readonly steps: readonly ReviewStep[] }): ReactElement {
  const timeZone = useTimeZone();
  return (
    <Panel title="Review">
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <Text size="sm" fw={550}>
              {stepWords(step, timeZone)}
            </Text>
            {step.words !== null && <blockquote className={classes.words}>{step.words}</blockquote>}
            <Text size="xs" c="dimmed" component="time" dateTime={step.at}>
              {formatDateTime(step.at, timeZone)}
            </Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
