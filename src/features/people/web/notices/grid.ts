import {
  type Chosen,
  type ClosedReason,
  methods,
  type NoticeEvent,
  type NoticeMethod,
  type Preferences,
} from './contract.ts';

/** What an event is called, and when it happens. */
export const eventWords: Readonly<Record<NoticeEvent, readonly [name: string, when: string]>> = {
  schedule_published: ['My schedule is published', 'A new period with shifts of mine.'],
  schedule_changed: ['My schedule changes', 'A published shift of mine is moved, given or taken away.'],
  shift_offered: ['A shift is offered to me', 'By a colleague.'],
  shift_open: ['A shift is open', 'One that I could claim, where I pick up extra shifts.'],
  trade_decided: ['My trade is decided', 'Accepted, declined, approved or expired.'],
  time_off_decided: ['My time off is decided', 'Approved or declined, with the reason.'],
  hours_decided: ['My hours are decided', 'A correction, or a timesheet that is open again.'],
  approval_needed: [
    'Something waits for me',
    'Time off, a trade, a correction or a share request to approve; an API key, a webhook, a feed or a link host to look at.',
  ],
  request_decided: [
    'My share request or suggestion is decided',
    'Approved, or changes are asked for; taken up, or not this time.',
  ],
  message: ['A message to me', 'Somebody who makes the schedule writes to me.'],
  reminder: ['Reminders', 'A shift starts soon, or something that I hold runs out.'],
};

export const methodWords: Readonly<Record<NoticeMethod, string>> = {
  slack: 'Slack',
  email: 'E-mail',
  text: 'Text',
  call: 'Call',
};

const reasons: Readonly<Record<ClosedReason, string>> = {
  not_connected: 'your organisation has not connected Slack.',
  not_linked: 'Coact does not know you in Slack yet. Sign in with Slack once, or open Coact there.',
  no_address: 'Coact has no e-mail address of yours. Whoever manages your organisation can add it.',
  not_configured: 'this installation of Coact sends no texts and makes no calls.',
  no_number: 'Coact has no phone number of yours.',
};

/** Sentences about the methods that are closed; those that are so for one reason are said together. */
export function closedSentences(closed: Preferences['closed']): readonly string[] {
  const byReason = new Map<ClosedReason, string[]>();
  for (const method of methods) {
    const why = closed[method];
    if (why !== null) byReason.set(why, [...(byReason.get(why) ?? []), methodWords[method]]);
  }
  return [...byReason].map(([why, names]) => `${names.join(' and ').replace(/ (Call)$/, ' call')}: ${reasons[why]}`);
}

/** Switches a method of an event; null when it is the last of its row, which stays. */
export function switched(chosen: Chosen, event: NoticeEvent, method: NoticeMethod): Chosen | null {
  const now = chosen[event];
  const next = now.includes(method) ? now.filter((one) => one !== method) : [...now, method];
  return next.length === 0 ? null : { ...chosen, [event]: methods.filter((one) => next.includes(one)) };
}
