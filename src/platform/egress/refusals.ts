/** Why an outbound request did not bring a result. Stable codes: tests, logs and the API rely on them. */
export type EgressReason = keyof typeof sentences;

/** An expected failure: a code for programs and one sentence for the person who gave the address. */
export interface EgressRefusal {
  readonly ok: false;
  readonly reason: EgressReason;
  readonly sentence: string;
}

const sentences = {
  bad_url: 'This is not a complete web address. It should look like https://example.com/page.',
  not_http: 'Only addresses that begin with http:// or https:// can be opened.',
  credentials: 'The address contains a user name or password. Remove it and try again.',
  port: 'Only the usual web ports (80 and 443) can be opened.',
  private_address: 'This address leads into a private or reserved network, which is never opened from here.',
  dns: 'No server was found under this name. Check the spelling.',
  tls: 'The server could not prove its identity with a valid certificate, or it speaks an outdated version of TLS.',
  refused: 'The server did not accept the connection.',
  broken: 'The server broke off or sent something that is not a valid answer.',
  timeout: 'The server took too long to answer.',
  too_large: 'The answer is too large to be read.',
  too_many_redirects: 'The address redirects too many times.',
  redirected: 'The server tried to send the request somewhere else, which is not followed here.',
  origin: 'This server is not one of those that were set up for this purpose.',
  status: 'The server answered that the page is not available to us.',
  not_html: 'The address does not lead to a web page.',
  no_title: 'The page does not say what it is about. Type a title and description yourself.',
} as const;

/** The refusal for a reason, with its sentence. */
export const refuse = (reason: EgressReason): EgressRefusal => ({ ok: false, reason, sentence: sentences[reason] });

const beforeSending: ReadonlySet<EgressReason> = new Set<EgressReason>([
  'bad_url',
  'not_http',
  'credentials',
  'port',
  'private_address',
  'dns',
  'tls',
  'refused',
  'origin',
]);

/**
 * True when it is certain that the first server never saw the request, so that trying again cannot do something twice.
 * A time-out is not among them: the request may have arrived.
 */
export const nothingWasSent = (reason: EgressReason): boolean => beforeSending.has(reason);

/**
 * Carries a refusal through code that can only throw (undici's connector, `fetch`-compatible functions).
 * It is a TypeError because that is what `fetch` rejects with, and callers of `fetch` test for it.
 */
export class EgressRefused extends TypeError {
  readonly reason: EgressReason;
  constructor(reason: EgressReason, options?: ErrorOptions) {
    super(sentences[reason], options);
    this.name = 'EgressRefused';
    this.reason = reason;
  }
}
