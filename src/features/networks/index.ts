/**
 * Social networks and the accounts that employees connect to them. Each network is one folder behind the interface in
 * `network.ts`; the rest of Coact names a network, never a protocol. What this slice keeps is that somebody has
 * connected an account, sealed; it never learns for long, and never stores, what the account was used for.
 */
export type { Disconnection, ShareOrder, ShareOutcome, SocialAccount } from './accounts/accounts.ts';
export { renewAction } from './accounts/ending.ts';
export type { Connected, ConnectRequest } from './connect/connect.ts';
export { connectRoutes } from './connect/routes.ts';
export { migrations, sealedPlaces } from './migrations.ts';
export {
  type AccountLimits,
  type AccountQuestion,
  type Ask,
  accountLabel,
  asks,
  type Composer,
  type Connection,
  type EngageOrder,
  type Network,
  type NetworkLimits,
  type NetworkName,
  networkNames,
  networkTitles,
  type Picture,
  type Post,
  type PostCheck,
  type PostDraft,
  type PostOutcome,
  type PostPlace,
  type SetupFinding,
  type TextMention,
} from './network.ts';
export { type NetworkSettings, type Networks, openNetworks } from './networks.ts';
export type { NetworkSetup } from './setup/setup.ts';
export { durationWords, type Video, type VideoLimits, videoRefusal } from './video.ts';
