export type { Session } from './session.ts';
