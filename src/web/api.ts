import type { Address, Answered, Fitting, Method, Sent } from './api-call.ts';
import { ApiFailure, failureFrom } from './problem.ts';
import { askStepUp } from './step-up/asking.ts';
import { z } from './zod.ts';

interface CallOptions<Body = unknown> {
  /** Sent as JSON, or as multipart when it is a FormData. */
  readonly body?: Body | undefined;
  readonly signal?: AbortSignal;
}

const organisationKey = 'coact.organisation';

/** The organisation that a person who belongs to several has chosen on this device. */
export function chosenOrganisation(): string | null {
  return globalThis.localStorage?.getItem(organisationKey) ?? null;
}

export function chooseOrganisation(id: string): void {
  globalThis.localStorage?.setItem(organisationKey, id);
}

/** What every call to the server carries. */
export function headersFor(options: CallOptions): Headers {
  // The server refuses state-changing calls without this header: another site can't add it without a CORS preflight.
  const headers = new Headers({ accept: 'application/json', 'x-coact': '1' });
  const organisation = chosenOrganisation();
  if (organisation !== null) headers.set('x-coact-org', organisation);
  if (options.body !== undefined && !(options.body instanceof FormData)) {
    headers.set('content-type', 'application/json');
  }
  return headers;
}

async function request(method: Method, path: string, options: CallOptions): Promise<Response> {
  const body = options.body instanceof FormData ? options.body : JSON.stringify(options.body);
  try {
    return await fetch(path, {
      method,
      headers: headersFor(options),
      body: options.body === undefined ? undefined : body,
      signal: options.signal,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw failureFrom(0, null);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function waitOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

async function exchange<S extends z.ZodType>(
  schema: S,
  method: Method,
  path: string,
  options: CallOptions,
): Promise<z.output<S>> {
  const response = await request(method, path, options);
  const body = await bodyOf(response);
  if (!response.ok) throw failureFrom(response.status, body, waitOf(response));
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  // The page was loaded before the server was upgraded, or the contract is broken; both end with a reload.
  throw new ApiFailure(
    'broken',
    'Coact answered in a way this page doesn’t understand. Please load the page again.',
    `unexpected_answer ${parsed.error.issues[0]?.path.join('.') ?? ''}`,
  );
}

/**
 * Calls the server and parses its answer with `schema`. Address, body and schema are checked against the API's own
 * description when this is compiled. When the server wants to know first that it's really the person,
 * the window that asks them opens and the call is repeated once.
 * Throws `ApiFailure` for every answer that isn't 2xx, for no answer, and for an answer of another shape.
 */
export async function call<S extends z.ZodType, M extends Method, A extends Address<M>>(
  schema: Fitting<S, Answered<M, A>> & S,
  method: M,
  path: A,
  options: CallOptions<Sent<M, A>> = {},
): Promise<z.output<S>> {
  try {
    return await exchange(schema, method, path, options);
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.code !== 'step_up_needed') throw error;
    await confirmItsYou(error.methods);
    return await exchange(schema, method, path, options);
  }
}

/**
 * Fetches a file, asking first for a proof of who it is where the server wants one.
 * @returns its content and the name that the server gives it
 */
export async function download(path: string): Promise<{ readonly name: string | null; readonly blob: Blob }> {
  const fetchFile = async () => {
    const response = await request('GET', path, {});
    if (!response.ok) throw failureFrom(response.status, await bodyOf(response), waitOf(response));
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? null;
    return { name, blob: await response.blob() };
  };
  try {
    return await fetchFile();
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.code !== 'step_up_needed') throw error;
    await confirmItsYou(error.methods);
    return await fetchFile();
  }
}

/** Asks the person to confirm that it's them. Throws the quiet `cancelled` failure when they don't. */
export async function confirmItsYou(methods: readonly string[]): Promise<void> {
  if (await askStepUp(methods)) return;
  throw new ApiFailure('cancelled', 'You didn’t confirm that it’s you, so nothing was changed.', 'step_up_cancelled');
}

/** For calls whose answer carries nothing. */
export const nothing: z.ZodType<unknown> = z.unknown();
