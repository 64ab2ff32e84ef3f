/**
 * The one way out of the process to addresses that somebody's input chose, and the reading of what comes back: pages and pictures.
 * Nothing here trusts a name, a redirect, a length or a content type. Expected failures are values with a sentence for the person.
 */
export { createEgress, type Egress, type EgressOptions } from './client.ts';
export type { EgressResponse, Exchange } from './exchange.ts';
export { type FetchLimits, sendingMs } from './fetch-like.ts';
export type { EgressRequest } from './follow.ts';
export { addressesOf, type Inspected, inspectCertificate, type ShownCertificate, speaksOldTls } from './inspection.ts';
export { type CleanPicture, type ReadPicture, readPicture } from './picture.ts';
export type { PictureLimits, PictureReason, PictureRefusal } from './picture-limits.ts';
export type { Preview } from './preview.ts';
export { type EgressReason, type EgressRefusal, EgressRefused, nothingWasSent } from './refusals.ts';
export { type TrustedOptions, trustedFetch } from './trusted-fetch.ts';
export { type ReadTxt, type TxtAnswer, txtReader } from './txt.ts';
