import type { ReadTxt, TxtAnswer } from '../../src/platform/egress/index.ts';

/** A DNS that knows what a test tells it. */
export interface PretendedDns {
  readonly readTxt: ReadTxt;
  /** Sets the texts at a name; none when there are no values. */
  set(name: string, ...values: readonly string[]): void;
  /** From now on nothing is answered about that name. */
  cutOff(name: string): void;
  /** Every question, in order. */
  readonly asked: readonly string[];
}

const label = /^(_[a-z]+|[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)$/;

/** Strict as a server is: a name that could not stand in a question (RFC 1035, 2.3.4) is a mistake of whoever asks, and fails the test. */
export function pretendDns(): PretendedDns {
  const answers = new Map<string, TxtAnswer>();
  const asked: string[] = [];
  return {
    asked,
    readTxt: async (name) => {
      if (name.length > 253 || !name.split('.').every((part) => label.test(part))) {
        throw new Error(`no DNS can be asked about ${name}`);
      }
      asked.push(name);
      return answers.get(name) ?? { kind: 'none' };
    },
    set: (name, ...values) => {
      answers.set(name, values.length === 0 ? { kind: 'none' } : { kind: 'found', values });
    },
    cutOff: (name) => {
      answers.set(name, { kind: 'unreachable' });
    },
  };
}
