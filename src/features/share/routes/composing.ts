import { z } from '@hono/zod-openapi';
import { actedBy } from '../../../platform/audit/index.ts';
import { newId, randomId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { type ReadPicture, readPicture } from '../../../platform/egress/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  multipartBody,
  notFound,
  pictureAnswer,
  problem,
  publicRoute,
} from '../../../platform/http/index.ts';
import { type NetworkName, networkNames } from '../../networks/index.ts';
import { withDisclosure } from '../disclosure/disclosure.ts';
import { disclosureOf } from '../disclosure/store.ts';
import { linkCardOf, pictureUrls } from '../lifecycle/card.ts';
import { namesOnly } from '../mentions.ts';
import { checkWords, sampleLink, withLink } from '../outgoing/post-text.ts';
import { findPublicPicture, insertPicture } from '../pictures/store.ts';
import { draftSchema, networksOf, picturesOf, variantsOf } from '../request.ts';
import { requestMessage } from '../surfaces/message.ts';
import { postedVideo, postedVideoShape } from '../videos/posted.ts';
import { shownVideo } from '../videos/shown.ts';
import type { WebParts } from './parts.ts';

const megabyte = 1024 * 1024;
const pictureLimit = 8 * megabyte;

const noFile = 'Choose one picture file.';

const previewShape = z.object({
  url: z.string(),
  title: z.string(),
  description: z.string(),
  siteName: z.string(),
  pictureId: z.string().nullable(),
  pictureUrl: z.string().nullable(),
  pictureProblem: z.string().nullable(),
});

/** What the composer asks for while a publisher writes. */
export function composingRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [previewRoute(parts), uploadRoute(parts), mediaRoute(parts), renderRoute(parts)];
}

function previewRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/previews',
      summary: 'Read what a link shows of itself',
      guard: member('publish', { keys: true }),
      limit: { name: 'preview', points: 60, seconds: 60 },
      request: { body: jsonBody(z.object({ url: z.string().trim().min(1).max(2000) })) },
      responses: { 200: jsonAnswer(z.object({ preview: previewShape }), 'What the page says about itself') },
    },
    async (c) => {
      const found = await parts.egress.readPreview(c.req.valid('json').url);
      if (!found.ok)
        return problem(c, 422, `preview_${found.reason}`, found.sentence, { fields: { link: found.sentence } });
      const pictureId = found.picture === undefined ? null : await keep(parts, c.var.orgId, found.picture);
      const preview = {
        url: found.url,
        title: found.title,
        description: found.description ?? '',
        siteName: found.siteName ?? '',
        pictureId,
        pictureUrl: pictureId === null ? null : `${parts.publicUrl}/media/${pictureId}`,
        pictureProblem: found.pictureProblem ?? null,
      };
      return c.json({ preview }, 200);
    },
  );
}

function uploadRoute(parts: WebParts): GuardedRoute {
  const shape = z.object({
    id: z.string(),
    url: z.string(),
    width: z.number(),
    height: z.number(),
    mime: z.string(),
    bytes: z.number(),
  });
  return guarded(
    {
      method: 'post',
      path: '/api/pictures',
      summary: 'Upload a picture for a request',
      guard: member('publish', { keys: true }),
      bodyLimit: pictureLimit + megabyte,
      limit: { name: 'upload', points: 60, seconds: 60 },
      request: {
        body: multipartBody(
          z.object({ file: z.instanceof(File, { error: noFile }).openapi({ type: 'string', format: 'binary' }) }),
        ),
      },
      responses: { 201: jsonAnswer(shape, 'The picture, encoded anew') },
    },
    async (c) => {
      const { file } = c.req.valid('form');
      if (file.size > pictureLimit)
        return problem(c, 413, 'too_large', 'This picture is larger than 8 MB. Choose a smaller one.');
      const read = await readPicture(new Uint8Array(await file.arrayBuffer()));
      if (!read.ok)
        return problem(c, 422, `picture_${read.reason}`, read.sentence, { fields: { picture: read.sentence } });
      const { orgId, actor } = c.var;
      const id = await keep(parts, orgId, read, (tx, picture) =>
        parts.audit.append(tx, {
          actor: actedBy(actor),
          action: 'share.picture_uploaded',
          target: { type: 'picture', id: picture },
        }),
      );
      const { width, height, mime } = read;
      return c.json(
        { id, url: `${parts.publicUrl}/media/${id}`, width, height, mime, bytes: read.bytes.byteLength },
        201,
      );
    },
  );
}

/** The id is made at random, not by time: it is all that protects a picture until its request is sent. */
async function keep(
  parts: WebParts,
  orgId: OrgId,
  picture: ReadPicture,
  record: (tx: Tx, id: string) => Promise<void> = async () => undefined,
): Promise<string> {
  const id = randomId();
  const { mime, width, height, bytes, thumb } = picture;
  const row = { id, mime, width, height, bytes, card: thumb.bytes, card_mime: thumb.mime };
  await parts.db.inOrg(orgId, async (tx) => {
    await insertPicture(tx, row, parts.clock.now());
    await record(tx, id);
  });
  return id;
}

function mediaRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/media/{id}',
      summary: 'A picture, as Slack and the networks load it',
      guard: publicRoute(
        "Slack's and the networks' servers fetch pictures without signing in; the id can't be guessed",
      ),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 200: emptyAnswer('The picture') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await parts.db.directory((tx) => findPublicPicture(tx, id));
      if (found === null) return notFound(c);
      return pictureAnswer(c, found, 'for-good');
    },
  );
}

const cardShape = z.object({
  title: z.string(),
  description: z.string(),
  url: z.string(),
  pictureUrl: z.string().nullable(),
});
const renderedPost = z.object({
  /** The words that this is about, as they were sent. */
  words: z.string(),
  text: z.string(),
  remaining: z.number(),
  limit: z.number(),
  problems: z.array(z.string()),
  card: cardShape,
  /** The pictures that the post carries in place of its card. */
  pictures: z.array(z.object({ url: z.string(), alt: z.string() })),
  /** The video that it carries in place of both. */
  video: postedVideoShape.nullable(),
  /** Why the request's video does not go along; null when it does, or there is none. */
  videoNote: z.string().nullable(),
});

const renderedShape = z.object({
  slack: z.object({ blocks: z.array(z.record(z.string(), z.unknown())) }),
  networks: z.partialRecord(z.enum(networkNames), z.array(renderedPost)),
  /** What the short link takes of a post's length. */
  sampleLink: z.string(),
  /** What stands at the end of every post of it; empty for nothing. */
  disclosure: z.string(),
});

function renderRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/requests/render',
      summary: 'See how a draft will look in Slack and on each network',
      guard: member('requests.read', { keys: true }),
      request: { body: jsonBody(draftSchema.extend({ requestId: z.uuid().nullish() })) },
      responses: {
        200: jsonAnswer(renderedShape, 'How it will look'),
      },
    },
    async (c) => {
      const { requestId, ...draft } = c.req.valid('json');
      const pictures = pictureUrls(parts.publicUrl, draft);
      const { timeZone, smallGroup, disclosure, film, linksUrl, links } = await parts.db.inOrg(
        c.var.orgId,
        async (tx) => ({
          ...(await parts.organisation(tx)),
          disclosure: await disclosureOf(tx, draft),
          film: await shownVideo(tx, draft, parts.publicUrl),
          linksUrl: await parts.links.baseFor(tx),
          links: requestId ? await parts.links.forRequest(tx, requestId) : [],
        }),
      );
      // A link that is there already may have a name, which may be longer than what stands in for it.
      const sample = longest([sampleLink(linksUrl), ...links.map(({ url }) => url)]);
      const own = { ...parts, linksUrl, link: sample };
      const card = {
        id: newId(parts.clock),
        state: 'open' as const,
        draft,
        ...pictures,
        timeZone,
        shares: { fewerThan: smallGroup },
      };
      const posts = Object.fromEntries(
        networksOf(draft).map((network) => [
          network,
          variantsOf(draft, network).map((text) => ({
            ...postFor(own, draft, network, text, disclosure),
            ...postedVideo(parts, network, film),
          })),
        ]),
      );
      return c.json(
        {
          slack: { blocks: requestMessage(card).blocks.map((block) => ({ ...block })) },
          networks: posts,
          sampleLink: sample,
          disclosure,
        },
        200,
      );
    },
  );
}

const longest = (texts: readonly string[]) => texts.reduce((most, text) => (text.length > most.length ? text : most));

/** One version of a draft's text on a network, as it will be posted there. */
function postFor(
  parts: WebParts & { readonly link: string },
  draft: z.infer<typeof draftSchema>,
  network: NetworkName,
  words: string,
  disclosure: string,
): Omit<z.infer<typeof renderedPost>, 'video' | 'videoNote'> {
  const said = withDisclosure(words, disclosure);
  const { remaining, limit, problems } = checkWords(parts, network, said);
  return {
    ...{ words, remaining, limit, problems: problems.map((found) => found.sentence) },
    text: namesOnly(withLink(said, `${parts.linksUrl}/…`)),
    card: { ...linkCardOf(parts.publicUrl, draft), url: `${parts.linksUrl}/…` },
    pictures: postedPictures(parts, draft, network),
  };
}

/** What goes along by itself: people who post by the network's own page add pictures there, if they like. */
function postedPictures(parts: WebParts, draft: z.infer<typeof draftSchema>, network: NetworkName) {
  const { limits, unavailable } = parts.networks.describe(network);
  if (!draft.postsPictures || unavailable !== null) return [];
  const posted = picturesOf(draft).slice(0, limits.pictures);
  return posted.map(({ id, alt }) => ({ url: `${parts.publicUrl}/media/${id}`, alt }));
}
