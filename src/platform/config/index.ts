/**
 * Configuration: one schema for everything that an operator can set, read from the environment here and nowhere else.
 * Documentation is generated from the same schema (see `describeConfig`).
 */
export { type Config, ConfigError, loadConfig } from './config.ts';
export { describeConfig } from './describe.ts';
export { configuredHosts } from './hosts.ts';
export { isLoopback } from './loopback.ts';
export { nearestName } from './nearest.ts';
export { effectiveSettings, misspeltSettings } from './secrets.ts';
export { settings } from './settings.ts';
export { productVersion } from './version.ts';
