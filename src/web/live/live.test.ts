import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createEventReader, type ServerEvent } from './event-stream.ts';
import { followLive } from './live.ts';

const changed = (what: string) => `event: changed\nid: 0\ndata: {"what":"${what}"}\n\n`;

/** A server that answers with the given streams, one after the other, and then refuses. */
function server(...streams: readonly (readonly string[])[]) {
  const asked: Headers[] = [];
  const ask = async (_input: unknown, init?: RequestInit) => {
    const pieces = streams[asked.length];
    asked.push(new Headers(init?.headers));
    if (pieces === undefined) return new Response('{}', { status: 503 });
    const body = new ReadableStream({
      start: (stream) => {
        for (const piece of pieces) stream.enqueue(new TextEncoder().encode(piece));
        stream.close();
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  return { asked, fetch: ask as typeof fetch };
}

async function follow(from: ReturnType<typeof server>, ms: number) {
  const refreshed: (readonly string[] | null)[] = [];
  const stop = new AbortController();
  const parts = {
    fetch: from.fetch,
    pollMs: 40,
    pauseMs: 5,
    refresh: (key: readonly string[] | null) => refreshed.push(key),
  };
  const done = followLive(stop.signal, parts);
  await pause(ms);
  stop.abort();
  await done;
  return refreshed;
}

describe('a stream of events', () => {
  it('is read in whatever pieces it comes', () => {
    const text = ': hello\nid: 0\nretry: 5\n\nevent: a\ndata: 1\ndata: 2\r\n\r\ndata\n\n';
    for (let size = 1; size < text.length; size += 1) {
      const events: ServerEvent[] = [];
      const read = createEventReader((event) => events.push(event));
      for (let at = 0; at < text.length; at += size) read(text.slice(at, at + size));
      expect(events).toEqual([
        { kind: 'a', data: '1\n2' },
        { kind: 'message', data: '' },
      ]);
    }
  });
});

describe('live updates', () => {
  it('ask again what the kind of thing is shown by', async () => {
    const one = server(['id: 0\n\n', changed('members'), changed('unheard of'), 'event: changed\ndata: {\n\n']);
    expect((await follow(one, 30)).slice(0, 2)).toEqual([['members'], ['me']]);
  });

  it('say, when they come back, that everything may have changed meanwhile', async () => {
    const two = server(['id: 0\n\n'], ['id: 0\n\n', 'event: everything\nid: 0\ndata: {}\n\n']);
    const refreshed = await follow(two, 30);
    expect(two.asked.slice(0, 2).map((headers) => headers.get('last-event-id'))).toEqual([null, '0']);
    expect(refreshed).toContain(null);
  });

  it('are replaced by looking now and then while there is no stream', async () => {
    const none = server();
    const refreshed = await follow(none, 400);
    expect(refreshed.length).toBeGreaterThan(1);
    expect(refreshed.every((key) => key === null)).toBe(true);
    expect(none.asked.length).toBeLessThan(20);
  });

  it('stop when they are told to', async () => {
    const none = server();
    await follow(none, 20);
    const asked = none.asked.length;
    await pause(100);
    expect(none.asked.length).toBe(asked);
  });
});
