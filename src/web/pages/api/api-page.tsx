import { Anchor, Code, Container, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { call } from '../../api.ts';
import { PageHead } from '../../controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../controls/panels.tsx';
import { Wordmark } from '../../logo.tsx';
import classes from './api.module.css';
import { type Chapter, chaptersOf, descriptionSchema } from './description.ts';
import { OperationSection } from './operation.tsx';

/** Public: every call that the server answers, read from the same routes that answer them. */
export function ApiPage(): ReactElement {
  const description = useQuery({
    queryKey: ['api'],
    queryFn: ({ signal }) => call(descriptionSchema, 'GET', '/api/openapi.json', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [wanted, setWanted] = useState('');
  const chapters = description.data === undefined ? [] : matching(chaptersOf(description.data), wanted);
  return (
    <Container component="main" size="md" py={48}>
      <Link to="/" aria-label="Coact, to the start" style={{ color: 'var(--coact-link)', textDecoration: 'none' }}>
        <Wordmark size={26} />
      </Link>
      <div style={{ height: 32 }} />
      <PageHead title="The API" explains={<Introduction />} />
      <TextInput
        label="Find a call"
        placeholder="requests, POST, sign-in…"
        mb="lg"
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
      {description.isPending && <LoadingLines count={8} />}
      {description.isError && <ErrorPanel error={description.error} onRetry={() => void description.refetch()} />}
      {description.isSuccess && chapters.length === 0 && <Text c="dimmed">No call is described with these words.</Text>}
      {chapters.map((chapter) => (
        <ChapterPanel key={chapter.name} chapter={chapter} />
      ))}
    </Container>
  );
}

function Introduction(): ReactElement {
  return (
    <>
      JSON over HTTPS. Errors are problems (RFC 9457) with a stable <Code>code</Code> and a sentence for the person.
      Programs show an API key as <Code>Authorization: Bearer</Code>.{' '}
      <Anchor href="/api/openapi.json">The same description for programs (OpenAPI 3.1)</Anchor>.
    </>
  );
}

function ChapterPanel({ chapter }: { readonly chapter: Chapter }): ReactElement {
  return (
    <Panel mb="lg" title={chapter.name}>
      <ul className={classes.contents} aria-label={`Calls of ${chapter.name}`}>
        {chapter.operations.map(({ id, summary }) => (
          <li key={id}>
            <Anchor href={`#${id}`} size="sm">
              {summary}
            </Anchor>
          </li>
        ))}
      </ul>
      {chapter.operations.map((operation) => (
        <OperationSection key={operation.id} operation={operation} />
      ))}
    </Panel>
  );
}

/** Chapters with the calls whose summary, method or address has every word. */
export function matching(chapters: readonly Chapter[], wanted: string): readonly Chapter[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return chapters
    .map(({ name, operations }) => ({
      name,
      operations: operations.filter(({ method, path, summary }) => {
        const text = `${name} ${method} ${path} ${summary}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ operations }) => operations.length > 0);
}
