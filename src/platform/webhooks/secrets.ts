import type { Tx } from '../db/index.ts';
import { randomToken } from '../vault/index.ts';
import type { WebhookContext } from './context.ts';
import type { Endpoint } from './endpoint.ts';
import { writeSecret } from './signature.ts';
import { type SealedSecrets, updateEndpoint } from './store.ts';

type Context = Pick<WebhookContext, 'vault' | 'clock'>;

const dayInMs = 86_400_000;
const place = (column: 'secret_sealed' | 'former_sealed', rowId: string) =>
  ({ table: 'webhook_endpoints', column, rowId }) as const;

/** A fresh secret, and as it is kept. */
export async function makeSecret({ vault }: Context, tx: Tx, endpointId: string) {
  const secret = writeSecret(randomToken());
  return { secret, sealed: await vault.seal(tx, place('secret_sealed', endpointId), secret) };
}

/** What a delivery is signed with now: the secret, and for a day the one before. */
export async function secretsOf(
  { vault, clock }: Context,
  tx: Tx,
  { id, sealed, formerUntil }: Pick<Endpoint, 'id' | 'formerUntil'> & { readonly sealed: SealedSecrets },
): Promise<readonly string[]> {
  const secret = await vault.openText(tx, place('secret_sealed', id), sealed.secret);
  if (sealed.former === null || formerUntil === null || formerUntil <= clock.now()) return [secret];
  return [secret, await vault.openText(tx, place('former_sealed', id), sealed.former)];
}

/** Gives an end-point a new secret. Deliveries are signed with both for a day, so that the receiver can change over. */
export async function replaceSecret(
  context: Context,
  tx: Tx,
  endpoint: Pick<Endpoint, 'id'> & { readonly sealed: SealedSecrets },
): Promise<string> {
  const { vault, clock } = context;
  const { id, sealed } = endpoint;
  const former = await vault.openText(tx, place('secret_sealed', id), sealed.secret);
  const made = await makeSecret(context, tx, id);
  await updateEndpoint(tx, id, {
    secret_sealed: made.sealed,
    former_sealed: await vault.seal(tx, place('former_sealed', id), former),
    former_until: new Date(clock.now().getTime() + dayInMs),
  });
  return made.secret;
}
