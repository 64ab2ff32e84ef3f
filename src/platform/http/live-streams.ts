import type { Session } from '../auth/index.ts';
import type { OrgId } from '../db/index.ts';
import type { LiveTopic } from './live-topics.ts';

/** One open page of one person. */
export interface LiveStream {
  readonly orgId: OrgId;
  readonly personId: string;
  readonly session: Session;
  /** The person's roles when the stream was opened. */
  readonly roles: readonly string[];
  /** What the policies let this person read. */
  readonly topics: ReadonlySet<LiveTopic>;
  send(text: string): void;
  end(): void;
}

/** What a client has not read yet may be this much; a slower one is let go, and reads everything again when it comes back. Bytes. */
const mostUnread = 64 * 1_024;

/** Makes the body of an answer and what writes into it. `ended` is called once, whoever ends it. */
export function openBody(ended: () => void): Pick<LiveStream, 'send' | 'end'> & { readonly body: ReadableStream } {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const finish = (act: (open: ReadableStreamDefaultController<Uint8Array>) => void) => {
    if (controller === null) return;
    const open = controller;
    controller = null;
    act(open);
    ended();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened;
      },
      cancel: () => finish(() => undefined),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostUnread }),
  );
  return {
    body,
    send: (text) => {
      controller?.enqueue(encoder.encode(text));
      if ((controller?.desiredSize ?? 1) <= 0) finish((open) => open.close());
    },
    end: () => finish((open) => open.close()),
  };
}

/** The open streams, so many of a person and of a process at most. */
export class LiveStreams {
  readonly #streams = new Set<LiveStream>();
  readonly #most: number;
  readonly #mostOfPerson: number;

  constructor({ most = 2_000, mostOfPerson = 8 }: { readonly most?: number; readonly mostOfPerson?: number }) {
    this.#most = most;
    this.#mostOfPerson = mostOfPerson;
  }

  /** Why no further stream of this person is opened; null when it may be. */
  refusal(orgId: OrgId, personId: string): 'process' | 'person' | null {
    if (this.#streams.size >= this.#most) return 'process';
    const own = this.of((stream) => stream.orgId === orgId && stream.personId === personId);
    return own.length >= this.#mostOfPerson ? 'person' : null;
  }

  add(stream: LiveStream): void {
    this.#streams.add(stream);
  }

  delete(stream: LiveStream): void {
    this.#streams.delete(stream);
  }

  get size(): number {
    return this.#streams.size;
  }

  of(wanted: (stream: LiveStream) => boolean): LiveStream[] {
    return [...this.#streams].filter(wanted);
  }
}
