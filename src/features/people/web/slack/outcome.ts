export interface Outcome {
  readonly tone: 'good' | 'bad';
  readonly sentence: string;
}

const outcomes: Readonly<Record<string, Outcome>> = {
  connected: { tone: 'good', sentence: 'Slack is connected.' },
  cancelled: { tone: 'bad', sentence: 'You cancelled at Slack. Nothing was changed.' },
  expired: { tone: 'bad', sentence: 'That took longer than ten minutes. Please start again from here.' },
  other_team: { tone: 'bad', sentence: 'That workspace is connected with another organisation here.' },
};

/** What to say after the way back from Slack's consent page; null when one didn't come from there. */
export function outcomeOf(code: string | undefined): Outcome | null {
  if (code === undefined || code === '') return null;
  return outcomes[code] ?? { tone: 'bad', sentence: 'Slack wasn’t connected. Please try again.' };
}
