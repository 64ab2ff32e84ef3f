import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { TextLink } from '../controls/link-button.tsx';
import { PageHead } from '../controls/page-head.tsx';
import { plural } from '../figures.ts';
import { type Finding, findTopics } from './find-topics.ts';
import classes from './help.module.css';
import { HelpFrame } from './help-frame.tsx';
import { topics } from './topics.ts';
import { TourList } from './tour-list.tsx';

const route = getRouteApi('/help');

/** Public: all topics of the help, and a search through them. */
export function HelpPage(): ReactElement {
  const { q = '' } = route.useSearch();
  const navigate = useNavigate();
  const findings = findTopics(topics, q);
  return (
    <HelpFrame>
      <PageHead title="Help" explains="How Coact is used, and what it keeps about you." />
      <TextInput
        type="search"
        size="md"
        aria-label="Search the help"
        placeholder="What would you like to do?"
        leftSection={<IconSearch size={18} aria-hidden />}
        value={q}
        onChange={(event) =>
          void navigate({ to: '/help', search: { q: event.currentTarget.value || undefined }, replace: true })
        }
      />
      <Text role="status" size="sm" c="dimmed" my="md">
        {q.trim() === '' ? plural(topics.length, 'topic') : foundWords(findings.length)}
      </Text>
      {q.trim() === '' ? <AllTopics /> : <Findings findings={findings} />}
      {q.trim() === '' && <TourList />}
    </HelpFrame>
  );
}

function foundWords(count: number): string {
  return count === 0 ? 'Nothing found. Try fewer or other words.' : `Found in ${plural(count, 'place')}`;
}

function AllTopics(): ReactElement {
  return (
    <ul className={classes.topics}>
      {topics.map(({ name, title, begins }) => (
        <li key={name}>
          <TextLink to="/help/$topic" params={{ topic: name }}>
            {title}
          </TextLink>
          <Text size="sm" c="dimmed">
            {begins}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  return (
    <ul className={classes.findings}>
      {findings.map(({ topic, section, excerpt }) => (
        <li key={`${topic.name}#${section.anchor}`}>
          <TextLink to="/help/$topic" params={{ topic: topic.name }} hash={section.anchor || undefined}>
            {section.heading === '' ? topic.title : `${topic.title}: ${section.heading}`}
          </TextLink>
          <Text size="sm" c="dimmed">
            {excerpt}
          </Text>
        </li>
      ))}
    </ul>
  );
}
