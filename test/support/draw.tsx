import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterContextProvider, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { routeTree } from '../../src/web/router.tsx';
import { cssVariables, theme } from '../../src/web/theme.ts';

/** What the server has answered already: query key and answer. */
export type Answers = ReadonlyArray<readonly [readonly unknown[], unknown]>;

/** Words and structure of a drawn page or part, without a browser. */
export interface Drawing {
  readonly html: string;
  /** What can be read, with single spaces. */
  readonly text: string;
  /** Addresses that links lead to. */
  readonly links: readonly string[];
  /** Words on buttons. */
  readonly buttons: readonly string[];
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function read(drawn: string): Drawing {
  const html = drawn.replaceAll(/<style[^>]*>.*?<\/style>/gs, '');
  const links = [...html.matchAll(/<a[^>]* href="([^"]*)"/g)].map((match) => wordsOf(match[1] ?? ''));
  const buttons = [...html.matchAll(/<(?:button|a)(?=[\s>])[^>]*>.*?<\/(?:button|a)>/gs)].map(
    (match) => /aria-label="([^"]+)"/.exec(match[0])?.[1] ?? wordsOf(match[0]),
  );
  return { html, text: wordsOf(html), links, buttons };
}

function clientWith(answers: Answers): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  for (const [key, answer] of answers) client.setQueryData(key, answer);
  return client;
}

function around(client: QueryClient, children: ReactNode): Drawing {
  return read(
    renderToStaticMarkup(
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </MantineProvider>,
    ),
  );
}

/** Draws the page at an address, as it is when the server has given these answers. */
export async function drawPage(path: string, answers: Answers): Promise<Drawing> {
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: [path] }) });
  await router.load();
  return around(clientWith(answers), <RouterProvider router={router} />);
}

/** Draws one part of a page. */
export function drawPart(part: ReactNode, answers: Answers = []): Drawing {
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  return around(clientWith(answers), <RouterContextProvider router={router}>{part}</RouterContextProvider>);
}
