import { Alert, Button, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import type { LookReason } from '../../../../web/look-reasons.ts';
import { AskWhy } from '../ask-why.tsx';
import pageClasses from '../pay.module.css';
import { type Letter, letterSchema, raisePath } from './contract.ts';
import { readable } from './raise-page.tsx';
import classes from './raises.module.css';

const route = getRouteApi('/member/pay/raises/$id/letter');
const ownRoute = getRouteApi('/member/pay/me/letters/$id');

/** A letter about somebody else's raise, to be printed: asked why first, as everything about their pay. */
export function LetterPage(): ReactElement {
  const { id } = route.useParams();
  const look = useMutation({
    mutationFn: (reason: LookReason) => call(letterSchema, 'GET', `${raisePath(id)}/letter?reason=${reason}` as const),
  });
  const back = (
    <LinkButton variant="default" to="/pay/raises/$id" params={{ id }}>
      Back to the proposal
    </LinkButton>
  );
  if (look.data !== undefined) return <LetterSheet letter={look.data} back={back} />;
  return (
    <>
      <PageHead title="Letter" actions={back} />
      <div className={pageClasses.page}>
        <AskWhy look={look} without="raise" explains={readable} submit="Show the letter" />
      </div>
    </>
  );
}

/** The letter about one's own. */
export function OwnLetterPage(): ReactElement {
  const { id } = ownRoute.useParams();
  const letter = useQuery({
    queryKey: ['pay', 'letter', id],
    queryFn: ({ signal }) =>
      call(letterSchema, 'GET', `/api/pay/raises/told/${encodeURIComponent(id)}/letter` as const, { signal }),
  });
  const back = (
    <LinkButton variant="default" to="/pay/me">
      Back to my pay
    </LinkButton>
  );
  if (letter.data === undefined)
    return (
      <>
        <PageHead title="Letter" actions={back} />
        {letter.isError ? (
          <ErrorPanel error={letter.error} onRetry={() => void letter.refetch()} />
        ) : (
          <LoadingLines count={8} />
        )}
      </>
    );
  return <LetterSheet letter={letter.data} back={back} />;
}

interface SheetProps {
  readonly letter: Letter;
  readonly back: ReactElement;
}

/** A letter as it is printed; around it, on the screen alone, what can be done with it. */
export function LetterSheet({ letter, back }: SheetProps): ReactElement {
  const { title, organisation, day, greeting, opening, facts, closing, signed, lacks, language } = letter;
  useDocumentTitle(title);
  return (
    <>
      <div className={classes.controls}>
        <div className={classes.acts} style={{ margin: '0 0 20px' }}>
          {back}
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => globalThis.print()}>
            Print or save as PDF
          </Button>
        </div>
        {lacks !== '' && (
          <Alert color="gray" mb="md" title="This letter is printed from here">
            The PDF that Coact makes has Latin, Greek and Cyrillic letters, and not “{lacks}”. Your browser has them.
          </Alert>
        )}
      </div>
      <article className={classes.letter} lang={language}>
        <Text fw={600}>{organisation}</Text>
        <Text c="dimmed">{day}</Text>
        <h1>{title}</h1>
        <p>{greeting}</p>
        <p>{opening}</p>
        <dl className={classes.facts}>
          {facts.map(({ label, now, before }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={classes.now}>{now}</dd>
              {before !== null && <dd>until then: {before}</dd>}
            </div>
          ))}
        </dl>
        <p style={{ marginTop: 24 }}>{closing}</p>
        <p className={classes.signed}>{signed}</p>
      </article>
    </>
  );
}
