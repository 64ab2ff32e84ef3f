import type { Config } from './config.ts';

/** The names of the outside services that the configuration names, by which telemetry tells them apart. */
export function configuredHosts({
  slack,
  bluesky,
  linkedin,
  x,
  mastodon,
  threads,
  oidc,
  twilio,
  rewriting,
  stripe,
}: Config): readonly string[] {
  const { plcUrl, handleResolver, appViewUrl, serverUrl } = bluesky;
  const addresses = [
    slack.apiUrl,
    slack.oidcIssuer,
    plcUrl,
    handleResolver,
    appViewUrl,
    serverUrl,
    linkedin.tokenUrl,
    linkedin.apiUrl,
    x.apiUrl,
    mastodon.serverUrl,
    threads.graphUrl,
    oidc?.issuer,
    twilio?.url,
    rewriting?.url,
    stripe?.apiBase,
  ];
  return [
    ...new Set(
      addresses.flatMap((address) => (address === undefined || address === null ? [] : new URL(address).hostname)),
    ),
  ];
}
