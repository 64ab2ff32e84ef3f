import { formatDateTime } from '../../../../web/zoned-time.ts';
import type { HoldReason, Waiting } from './contract.ts';

/** Why something waits, where there is little room. */
const labels: Readonly<Record<HoldReason, string>> = {
  quiet_hours: 'quiet hours',
  quiet_day: 'quiet day',
  day_full: 'channel full for the day',
  week_full: 'channel full for the week',
};

/** "waits until Tue 24 Nov 2026, 07:00 (quiet hours)", for lists. */
export function shortWaiting({ until, reason, endsFirst }: Waiting, timeZone: string): string {
  if (endsFirst) return `ends before it could go out (${labels[reason]})`;
  return `waits until ${formatDateTime(until, timeZone)} (${labels[reason]})`;
}

function because(reason: HoldReason, name: string): string {
  switch (reason) {
    case 'quiet_hours':
      return 'in quiet hours nothing is posted';
    case 'quiet_day':
      return 'on quiet days nothing is posted';
    case 'day_full':
      return `#${name} has had its requests of the day`;
    case 'week_full':
      return `#${name} has had its requests of the week`;
  }
}

/** One sentence for each channel that it waits for; for all at once where they let it out together. */
export function waitingSentences({ channels, endsFirst }: Waiting, timeZone: string): readonly string[] {
  const [first] = channels;
  if (first === undefined) return [];
  const isAlike = channels.every(({ until, reason }) => until === first.until && reason === first.reason);
  const byClock = first.reason === 'quiet_hours' || first.reason === 'quiet_day';
  const told = isAlike && (byClock || channels.length === 1) ? [first] : channels;
  const sentences = told.map(({ name, until, reason, place }) => {
    const where = told.length > 1 ? `#${name}: it` : 'It';
    const behind = place > 1 ? ` ${place === 2 ? 'One request goes' : `${place - 1} requests go`} before it.` : '';
    return `${where} waits until ${formatDateTime(until, timeZone)}, as ${because(reason, name)}.${behind}`;
  });
  const over = 'It ends before then, so it would not be sent. Choose a later end, or send it anyway.';
  return endsFirst ? [...sentences, over] : sentences;
}

/** Of the names that a page knows, the server may know none yet. */
export function named(waiting: Waiting, places: readonly { readonly id: string; readonly name: string }[]): Waiting {
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name;
  return {
    ...waiting,
    channels: waiting.channels.map((channel) => ({ ...channel, name: nameOf(channel.id) ?? channel.name })),
  };
}
