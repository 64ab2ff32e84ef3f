import { newId } from '../../../platform/clock/index.ts';
import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { contentPlace, type NoticeContext } from './context.ts';
import { deliverNotice, refreshNotice } from './jobs.ts';
import {
  contentOf,
  contentSchema,
  methodsFor,
  type Notice,
  type NoticeContent,
  type NoticeMethod,
  type Retold,
  retold,
} from './notice.ts';
import { choicesOf } from './preference-store.ts';
import {
  type Addressee,
  addresseesOf,
  deliveriesOf,
  insertDeliveries,
  insertNotice,
  lockNoticesOfKey,
  putSealed,
  setNoticeState,
} from './store.ts';

type Context = Pick<NoticeContext, 'clock' | 'vault' | 'jobs' | 'phone' | 'phoneOf'>;

/** The methods by which somebody can be reached, as far as Coact knows without asking anybody. */
export async function openMethods(
  { phone, phoneOf }: Pick<NoticeContext, 'phone' | 'phoneOf'>,
  tx: Tx,
  { id, slackUserId, emailSealed }: Addressee,
): Promise<ReadonlySet<NoticeMethod>> {
  const open = new Set<NoticeMethod>();
  if (slackUserId !== null) open.add('slack');
  if (emailSealed !== null) open.add('email');
  if (phone !== null && (await phoneOf(tx, id)) !== null) open.add('text').add('call');
  return open;
}

/**
 * Tells people, each by the methods of their own choice, once the caller's transaction commits. Whoever has left is told
 * nothing; whoever can't be reached in any way finds the notice on the web.
 */
export async function tell(context: Context, tx: Tx, notices: readonly Notice[]): Promise<void> {
  const ids = notices.map(({ personId }) => personId);
  const [people, choices] = [await addresseesOf(tx, ids), await choicesOf(tx, ids)];
  for (const notice of notices) {
    const person = people.get(notice.personId);
    if (!person || person.state === 'deactivated') continue;
    const chosen = choices.get(person.id)?.get(notice.event);
    const methods = methodsFor(chosen, await openMethods(context, tx, person));
    await tellOne(context, tx, notice, methods);
  }
}

async function tellOne(
  { clock, vault, jobs }: Context,
  tx: Tx,
  notice: Notice,
  methods: readonly NoticeMethod[],
): Promise<void> {
  const { personId, event, key } = notice;
  const id = newId(clock);
  const sealed = await vault.seal(tx, contentPlace(id), JSON.stringify(contentOf(notice)));
  if (!(await insertNotice(tx, { id, event, key, sealed, personId, createdAt: clock.now() }))) return;
  await insertDeliveries(tx, id, methods);
  if (methods.length === 0) await setNoticeState(tx, id, 'failed');
  for (const method of methods) await jobs().enqueue(tx, deliverNotice, { orgId: orgOf(tx), noticeId: id, method });
}

/**
 * Changes what notices under a key say, as when an offer is over: their messages in Slack get these lines in place of
 * theirs and lose their buttons unless they get others, and so does what has not gone out yet. What was sent by mail, text or call stays.
 * @param personIds only theirs, where given
 */
export async function retell(
  { vault, jobs }: Pick<Context, 'vault' | 'jobs'>,
  tx: Tx,
  key: string,
  now: Retold,
  personIds?: readonly string[],
): Promise<void> {
  for (const { id, sealed } of await lockNoticesOfKey(tx, key, personIds)) {
    const content = await openContent({ vault }, tx, id, sealed);
    const changed = retold(content, now);
    await putSealed(tx, id, await vault.seal(tx, contentPlace(id), JSON.stringify(changed)));
    const inSlack = (await deliveriesOf(tx, id)).some(({ method, state }) => method === 'slack' && state !== 'failed');
    if (inSlack) await jobs().enqueue(tx, refreshNotice, { orgId: orgOf(tx), noticeId: id });
  }
}

export async function openContent(
  { vault }: Pick<NoticeContext, 'vault'>,
  tx: Tx,
  id: string,
  sealed: Uint8Array,
): Promise<NoticeContent> {
  return contentSchema.parse(JSON.parse(await vault.openText(tx, contentPlace(id), sealed)));
}
