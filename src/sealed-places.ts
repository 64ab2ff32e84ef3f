import * as networks from './features/networks/index.ts';
import * as pay from './features/pay/index.ts';
import * as people from './features/people/index.ts';
import * as processes from './features/processes/index.ts';
import * as schedule from './features/schedule/index.ts';
import * as audit from './platform/audit/index.ts';
import * as http from './platform/http/index.ts';
import * as mail from './platform/mail/index.ts';
import * as slack from './platform/slack/index.ts';
import type { SealedPlace } from './platform/vault/index.ts';
import * as vault from './platform/vault/index.ts';
import * as webhooks from './platform/webhooks/index.ts';

/** Every column of the product that holds values sealed by the vault: what a rotation of keys seals anew. */
export const allSealedPlaces: readonly SealedPlace[] = [
  ...vault.sealedPlaces,
  ...audit.sealedPlaces,
  ...http.sealedPlaces,
  ...mail.sealedPlaces,
  ...slack.sealedPlaces,
  ...webhooks.sealedPlaces,
  ...people.sealedPlaces,
  ...networks.sealedPlaces,
  ...schedule.sealedPlaces,
  ...pay.sealedPlaces,
  ...processes.sealedPlaces,
];
