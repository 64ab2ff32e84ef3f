import { z } from '@hono/zod-openapi';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import type { PayParts } from '../parts.ts';
import type { Letter } from './letter.ts';
import { drawLetter, lackingIn } from './letter-pdf.ts';
import { letterAbout, ownRaise, recordReading } from './reading.ts';
import { letterShape, readShape } from './shapes.ts';
import { hasLetter } from './show.ts';
import { findRaise, type StoredRaise } from './store.ts';

const params = z.object({ id: z.uuid() });

/** Letters about what is agreed on, made when they are asked for and kept nowhere: as a page, and as a PDF. */
export function letterRoutes(parts: PayParts): readonly GuardedRoute[] {
  return (['page', 'pdf'] as const).flatMap((form) => [ownLetter(parts, form), letter(parts, form)]);
}

type Form = 'page' | 'pdf';
const endings: Readonly<Record<Form, string>> = { page: '', pdf: '.pdf' };
const answers = {
  page: { 200: jsonAnswer(letterShape, 'What it says') },
  pdf: { 200: emptyAnswer('The file') },
} as const;

function ownLetter(parts: PayParts, form: Form): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: `/api/pay/raises/told/{id}/letter${endings[form]}`,
      summary: `The letter about a raise that I was told of, as a ${form}`,
      guard: member('pay.open'),
      request: { params },
      responses: answers[form],
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const raise = await findRaise(tx, c.req.valid('param').id);
        const isTold = raise?.personId === c.var.actor.personId && raise.releasedAt !== null;
        return raise !== null && isTold && hasLetter(raise)
          ? give(c, form, await letterAbout(parts, tx, raise))
          : notFound(c);
      }),
  );
}

function letter(parts: PayParts, form: Form): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: `/api/pay/raises/{id}/letter${endings[form]}`,
      summary: `The letter about a raise or promotion of somebody else, as a ${form}; it is recorded with the reason`,
      guard: member('pay.open', { stepUp: true }),
      limit: { name: 'raise-letter', points: 60, seconds: 600 },
      request: { params, query: readShape },
      responses: answers[form],
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const found = await ownRaise(parts, tx, c.var, 'see', await findRaise(tx, c.req.valid('param').id));
        if (found === null) return notFound(c);
        if (!hasLetter(found.raise)) return tooEarly(c, found.raise);
        const made = await letterAbout(parts, tx, found.raise);
        const { reason } = c.req.valid('query');
        await recordReading(parts, tx, c.var.actor, found.raise, reason);
        return give(c, form, made);
      }),
  );
}

type Context = Parameters<typeof problem>[0];

const tooEarly = (c: Context, { state }: StoredRaise) =>
  problem(c, 409, 'no_letter', `There is a letter once it is approved. Now it is ${state}.`);

async function give(c: Context, form: Form, { letter: said, made }: { readonly letter: Letter; readonly made: Date }) {
  const lacks = lackingIn(said);
  const headers = { 'cache-control': 'no-store' };
  if (form === 'page') return c.json({ ...said, lacks }, 200, headers);
  if (lacks !== '')
    return problem(
      c,
      422,
      'letter_lacks_characters',
      `The PDF can’t show “${lacks}”: its fonts have Latin, Greek and Cyrillic letters. Open the letter as a page and print it.`,
    );
  return c.body(new Uint8Array(await drawLetter(said, made)), 200, {
    ...headers,
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="letter-${said.day.replaceAll(' ', '-')}.pdf"`,
  });
}
