/**
 * HTTP: the server with its limits in front, and the application that slices mount their routes on. Every route is made
 * with `guarded`, every error leaves as an RFC 9457 problem, every answer carries the security headers.
 */
export { callerKey, lacksSecondFactor, type SecondFactorRule, tooMany } from './admission.ts';
export { type Api, type ApiOptions, createApi, type Pages, type RouteListing } from './api.ts';
export { cardNumberRefused, holdsCardNumber } from './card-numbers.ts';
export { clientAddress } from './client-address.ts';
export {
  emptyAnswer,
  fileField,
  type Guard,
  type GuardedContext,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  multipartBody,
  publicRoute,
  signedIn,
} from './guarded.ts';
export { repeatJobs } from './jobs.ts';
export { createLimits, type Limit, type Limits } from './limits.ts';
export { openLive } from './live.ts';
export { announce } from './live-topics.ts';
export { escapeHtml, type Message, messagePage } from './message-page.ts';
export { startMetricsListener } from './metrics-listener.ts';
export { migrations } from './migrations.ts';
export { openPages } from './pages.ts';
export { pictureAnswer } from './picture-answer.ts';
export { watchPressure } from './pressure.ts';
export { probeRoutes } from './probes.ts';
export { notFound, problem, problemResponse } from './problem.ts';
export { openRepeats, sealedPlaces } from './repeats.ts';
export { type RunningServer, type ServerEnv, startServer } from './server.ts';
export { openLimits } from './shared-limits.ts';
export { watchLimits } from './watched.ts';
