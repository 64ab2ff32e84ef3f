import type { Config } from './config.ts';

/** The names of the outside services that the configuration names, by which telemetry tells them apart. */
export function configuredHosts({ slack, bluesky, oidc, twilio }: Config): readonly string[] {
  const { plcUrl, handleResolver, appViewUrl, serverUrl } = bluesky;
  const addresses = [
    slack.apiUrl,
    slack.oidcIssuer,
    plcUrl,
    handleResolver,
    appViewUrl,
    serverUrl,
    oidc?.issuer,
    twilio?.url,
  ];
  return [...new Set(addresses.flatMap((address) => (address === undefined ? [] : new URL(address).hostname)))];
}
