import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { isValidElement, type ReactElement, type ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { TextLink } from '../controls/link-button.tsx';
import { PageHead } from '../controls/page-head.tsx';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import classes from './help.module.css';
import { HelpFrame } from './help-frame.tsx';
import { anchorOf } from './topic.ts';
import { topics } from './topics.ts';

const route = getRouteApi('/help/$topic');

/** Public: one page of the help. */
export function TopicPage(): ReactElement {
  const { topic: name } = route.useParams();
  const topic = topics.find((one) => one.name === name);
  if (topic === undefined) return <NotFoundPage />;
  return (
    <HelpFrame>
      <Text size="sm" mb="xs">
        <TextLink to="/help">All topics</TextLink>
      </Text>
      <PageHead title={topic.title} />
      <article className={classes.text}>
        <Markdown remarkPlugins={[remarkGfm]} components={drawn}>
          {topic.text}
        </Markdown>
      </article>
    </HelpFrame>
  );
}

const drawn: Components = {
  h2: ({ children }) => <h2 id={anchorOf(wordsOf(children))}>{children}</h2>,
  a: ({ href = '', children }) => <HelpLink to={href}>{children}</HelpLink>,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.table} aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
};

/** Links between the files become links between the pages; what is only for operators has no page here. */
function HelpLink({ to, children }: { readonly to: string; readonly children?: ReactNode }): ReactElement {
  if (/^https?:/.test(to)) return <a href={to}>{children}</a>;
  const [, topic, hash] = /^([\w-]+)\.md(?:#(.*))?$/.exec(to) ?? [];
  if (topic === undefined || !topics.some(({ name }) => name === topic)) return <>{children}</>;
  return (
    <TextLink to="/help/$topic" params={{ topic }} hash={hash}>
      {children}
    </TextLink>
  );
}

function wordsOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  return isValidElement<{ readonly children?: ReactNode }>(node) ? wordsOf(node.props.children) : '';
}
