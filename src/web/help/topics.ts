import { topicOf } from './topic.ts';

const files = import.meta.glob<string>('../../../docs/using/*.md', { query: '?raw', import: 'default', eager: true });

/** Every page of the help, by title: what is read here is what stands in the documentation. */
export const topics = Object.entries(files)
  .map(([path, source]) => topicOf(path, source))
  .toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
