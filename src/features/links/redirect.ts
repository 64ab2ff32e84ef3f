import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../platform/clock/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Tally } from '../../platform/telemetry/index.ts';
import { createAnswers } from './answers.ts';
import { cardPage } from './card.ts';
import type { Destinations } from './destinations.ts';
import { type Destination, keyOf, readKey } from './link.ts';
import { pages } from './pages.ts';
import { remember } from './remembered.ts';
import { type Asked, askedOf, type LinkPlace, plainSlugIn, withoutPort } from './request-line.ts';
import { readHeaders, type Sighting } from './sighting.ts';
import { isUnfurler } from './unfurlers.ts';
import { createVouch } from './vouch.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A plain function in front of the HTTP framework. Out: false when the request is not for a short link and somebody else's to answer. */
export type Redirect = Answer & {
  /**
   * The same for the usual case alone: a GET, exactly for a known link, under the host as configured or one of an organisation's own. It
   * needs none of a server's checks to go before it, and leaves everything else to them (out: false, nothing done).
   */
  readonly swift: Answer;
  /** Whether this is a host of some organisation's links. @param host as it came, in lower case */
  readonly serves: (host: string) => boolean;
  /** Tells the operator's proxy which hosts are to have a certificate, whatever host it asks under. */
  readonly vouch: Answer;
};

interface Parts {
  readonly place: LinkPlace;
  readonly destinations: Destinations;
  /** The visitor's address, through the operator's proxies. Used for one blind token and kept nowhere. */
  readonly clientAddress: (request: IncomingMessage) => string;
  /** Takes a GET to be counted. Out: a promise to wait for before the answer, or null. */
  readonly take: (sighting: Sighting) => Promise<void> | null;
  /** The web app is reached by https, so the redirect is too. */
  readonly secure: boolean;
  /** Names of the installation's own hosts. */
  readonly ownHosts: readonly string[];
  /** The whole address of a link. */
  readonly urlOf: (host: string | null, slug: string) => string;
  readonly clock: Clock;
  readonly log: Log;
  /** How often a link led on, and how often a page had to say why not: integers, read when somebody asks. */
  readonly tallies: { readonly redirected: Tally; readonly page: Tally };
}

/**
 * Makes the redirect. GET leads to the link's target and is counted; HEAD answers the same and is not counted; anything else is
 * refused. Only what stands in the link decides where it leads: the query is dropped. Crawlers and prefetches are counted apart; programs
 * that draw cards get the link's card where it has one. After its end a link leads where its publisher said, uncounted, or to a page that
 * says so. It throws for nothing that a client sends.
 */
export function createRedirect(parts: Parts): Redirect {
  const { place, destinations, log } = parts;
  const answers = createAnswers(parts.secure, parts.tallies);
  const answer = createAnswer(parts, answers);
  const respond = (asked: Asked, request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answers.explain(pages.method, request, response);
    const now = parts.clock.now().getTime();
    const key = keyOf(asked.org, asked.slug);
    const known = destinations.find(key, now);
    if (known !== null) return answer(known, asked, request, response);
    return destinations.lookUp(key, now).then((found) => answer(found, asked, request, response));
  };
  const whole: Answer = (request, response) => {
    const asked = askedOf(request.url ?? '', request.headers.host, place);
    if (asked === null) return false;
    const broken = (error: unknown) => {
      log.error({ event: 'redirect_failed' }, error);
      response.destroy();
    };
    // Nothing here is known to throw; if it does, one answer is lost and not the process.
    try {
      respond(asked, request, response)?.catch(broken);
    } catch (error) {
      broken(error);
    }
    return true;
  };
  const serves = (host: string) => place.ownerOf(withoutPort(host)) !== null;
  const vouch = createVouch((host) => serves(host) || parts.ownHosts.includes(host));
  return Object.assign(whole, { swift: createSwift(parts, answers.send), serves, vouch });
}

type Answers = ReturnType<typeof createAnswers>;
type Found = Destination | 'absent' | 'busy';

/** Answers as the link says, once it is known. Out: a promise where the answer waits for its click to be counted. */
function createAnswer({ clock, clientAddress, take, urlOf }: Parts, { send, explain, show }: Answers) {
  return (link: Found, asked: Asked, request: IncomingMessage, response: ServerResponse): Promise<void> | undefined => {
    if (typeof link === 'string') return explain(link === 'busy' ? pages.busy : pages.unknown, request, response);
    const now = clock.now();
    if (link.endsAt && link.endsAt <= now) {
      return link.targetAfter === null ? explain(pages.ended, request, response) : send(link, response, true);
    }
    const { agent, referer, isPrefetch } = readHeaders(request.rawHeaders);
    const { isScan } = asked;
    const sighting = () => ({
      ...{ link, nowMs: now.getTime(), address: clientAddress(request), agent, referer, isPrefetch, isScan },
    });
    const held = request.method === 'GET' ? take(sighting()) : null;
    const { card } = link;
    const answer = () => {
      if (card === null || !isUnfurler(agent)) return send(link, response);
      const url = urlOf(asked.host, readKey(link.key)?.slug ?? '');
      show(cardPage(card, url, link.target), request, response);
    };
    if (held) return held.then(answer);
    answer();
  };
}

function createSwift({ place, destinations, clientAddress, take, clock }: Parts, send: Answers['send']): Answer {
  const drawsCards = remember(isUnfurler);
  /** What a plain address is remembered by, under the host that it was sent to. */
  const keyIn = (target: string, host: string | null): string | null => {
    if (host === place.servedHost) return plainSlugIn(target, place.prefix);
    const org = host === null ? null : place.ownerOf(host);
    const slug = org === null ? null : plainSlugIn(target, '/');
    return slug === null ? null : `${org}/${slug}`;
  };
  return (request, response) => {
    const target = request.url ?? '';
    if (request.method !== 'GET' || target.length > place.prefix.length + 64) return false;
    const { host, agent, referer, isPrefetch } = readHeaders(request.rawHeaders);
    const key = keyIn(target, host);
    if (key === null) return false;
    const nowMs = clock.now().getTime();
    const link = destinations.find(key, nowMs);
    if (link === null || typeof link === 'string') return false;
    if (link.endsAt !== null && link.endsAt.getTime() <= nowMs) return false;
    if (link.card !== null && drawsCards(agent)) return false;
    const address = clientAddress(request);
    const held = take({ link, nowMs, address, agent, referer, isPrefetch, isScan: false });
    if (held === null) send(link, response);
    else
      void held.then(
        () => send(link, response),
        () => response.destroy(),
      );
    return true;
  };
}
