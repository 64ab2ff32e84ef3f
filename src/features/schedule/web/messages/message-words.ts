import { plural } from '../../../../web/figures.ts';
import { dayWords } from '../../calendar/describe.ts';
import type { Addressed, Audience, Message } from './messages-api.ts';

const listed = new Intl.ListFormat('en-GB');

/** Who gets a message, before it is sent. */
export function addressedWords({ people, names, beyond }: Addressed): string {
  const more =
    beyond === 0
      ? ''
      : ` ${plural(beyond, 'person', 'people')} more ${beyond === 1 ? 'is' : 'are'} not yours to schedule.`;
  if (people === 0) return `Nobody would get it.${more}`;
  const called = names.map((name) => name || 'somebody from Slack');
  const shown = people > names.length ? [...called, `${people - names.length} more`] : called;
  return `${plural(people, 'person gets', 'people get')} it: ${listed.format(shown)}.${more}`;
}

/** Whom a message was for. */
export function toWords({ kind, name, day }: Message['to']): string {
  const called = name || (kind === 'person' ? 'Somebody who left' : 'What is no more');
  if (kind === 'person') return called;
  return kind === 'role' ? `Everybody who knows ${called}` : `On shift at ${called}, ${dayWords(day ?? '')}`;
}

/** How far a message has come. */
export function openedWords({ people, opened }: Pick<Message, 'people' | 'opened'>): string {
  if (people === 1) return opened === 1 ? 'opened' : 'not opened yet';
  return `${opened} of ${people} opened it`;
}

/** What a form has of an audience as one, once it is said. */
export function audienceOf(kind: Audience['kind'], id: string | null, day: string): Audience | null {
  return id === null ? null : { kind, id, day: kind === 'shift' ? day : null };
}
