import { z } from 'zod';
import type { Aliases } from './aliases.ts';

/** A view as local-slack holds it. Ids and hash are local-slack's own ("inner"). */
export type View = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly hash?: string;
  readonly external_id?: string;
};

const snapshot = z.object({
  t: z.literal('init'),
  state: z.object({
    modalStack: z.array(z.looseObject({ id: z.string() })).default([]),
    homeViews: z.record(z.string(), z.record(z.string(), z.looseObject({ id: z.string() }))).default({}),
  }),
});

export interface ViewStack {
  /** The modals that are open now, the topmost last. */
  modals(): Promise<readonly View[]>;
  home(slackUserId: string, appId: string): Promise<View | null>;
  /** The topmost modal is about to be exchanged by an answer to a submission; it keeps its outer id. */
  expectExchange(outerId: string): void;
}

/**
 * What views are open. local-slack has no request for that, but tells each new page everything on connecting, so we
 * connect as a page for a moment. Exact, at about 5 ms.
 */
export function createViewStack(localSlackUrl: string, aliases: Aliases): ViewStack {
  let exchanged: string | null = null;
  const read = async () => {
    const state = await readSnapshot(localSlackUrl);
    const top = state.modalStack.at(-1);
    if (exchanged !== null && top && aliases.innerOf(exchanged) !== top.id) aliases.set(exchanged, top.id);
    exchanged = null;
    return state;
  };
  return {
    modals: async () => (await read()).modalStack,
    home: async (slackUserId, appId) => (await read()).homeViews[slackUserId]?.[appId] ?? null,
    expectExchange: (outerId) => {
      exchanged = outerId;
    },
  };
}

function readSnapshot(url: string): Promise<z.infer<typeof snapshot>['state']> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ui`);
    const timer = setTimeout(() => fail(new Error('local-slack did not tell its state.')), 5_000);
    socket.onerror = () => fail(new Error('local-slack refused a page.'));
    socket.onmessage = (message) => {
      const parsed = snapshot.safeParse(JSON.parse(String(message.data)));
      if (!parsed.success) return;
      clearTimeout(timer);
      socket.close();
      done(parsed.data.state);
    };
  });
}
