import type { ShareSite } from '../../../../test/support/share-world.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { OrgId } from '../../../platform/db/index.ts';
import type { NetworkName } from '../../networks/index.ts';
import { requestKeyName } from '../blind.ts';
import { makeLinks } from '../lifecycle/send.ts';
import { draftSchema } from '../request.ts';
import { findRequest, insertRequest, setProgress } from '../store.ts';
import { type Acceptance, acceptShare } from './accept.ts';
import type { WantedShare } from './payload.ts';

/** Writes a request that is open, as if its message stood in the channel. Gives its id. */
export async function openRequest({ parts }: Pick<ShareSite, 'parts'>, org: OrgId, title = 'Porto'): Promise<string> {
  const { db, clock, ring } = parts;
  const id = newId(clock);
  const draft = draftSchema.parse({
    link: 'https://harbour.example/porto',
    title,
    slackText: '',
    networks: { bluesky: { variants: ['We open in Porto!'] } },
    editPolicy: 'free',
    channelId: 'C1',
  });
  await ring.findOrCreate(requestKeyName(id));
  await db.inOrg(org, async (tx) => {
    await insertRequest(tx, { id, draft, channelName: 'news', createdBy: newId(clock), now: clock.now() });
    const request = await findRequest(tx, id);
    if (request !== null) await makeLinks(parts, tx, request);
    await setProgress(tx, id, { state: 'open', delivery: 'sent', sent_at: clock.now() });
  });
  return id;
}

/** A person's share, taken on as the window's form does it. */
export function share(
  { parts }: Pick<ShareSite, 'parts'>,
  org: OrgId,
  wanted: {
    readonly requestId: string;
    readonly personId: string;
    readonly text: string;
    readonly at?: Date;
    readonly network?: NetworkName;
    readonly picture?: WantedShare['picture'];
  },
): Promise<Acceptance> {
  const { requestId, personId, text, at, network = 'bluesky', picture = null } = wanted;
  const payload: WantedShare = {
    ...{ requestId, personId, text, network },
    title: 'Porto',
    slackUserId: personId,
    viewId: null,
    engage: null,
    editPolicy: 'free',
    given: '',
    disclosure: '',
    card: { url: 'http://localhost:3000/l/Abcdefgh1234', title: 'Porto', description: '', pictureId: null },
    picture,
    pictures: [],
    at: at?.toISOString() ?? null,
  };
  return acceptShare(parts, org, payload);
}
