import type { Page } from 'playwright-core';

/** A device that keeps passkeys, and a finger that is there only when somebody means it to be. */
export interface VirtualPasskeys {
  /** Does something with the finger on the sensor. */
  touching(work: () => Promise<void>): Promise<void>;
  count(): Promise<number>;
}

/** Gives a page a built-in authenticator through Chromium's DevTools protocol; it stays over navigations. */
export async function addVirtualPasskeys(page: Page): Promise<VirtualPasskeys> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: false,
    },
  });
  const touch = (enabled: boolean) =>
    devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  return {
    touching: async (work) => {
      await touch(true);
      await work();
      await touch(false);
    },
    count: async () => (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}
