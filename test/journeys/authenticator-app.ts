import { setTimeout as sleep } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';

/** The app on somebody's phone, which has taken over a key. */
export interface AuthenticatorApp {
  /** A code that was not given before: each works once. Waits for the next, for half a minute at most. */
  code(): Promise<string>;
}

const period = 30;

/** @param key as it is typed off the screen, in groups or not */
export function openAuthenticatorApp(key: string): AuthenticatorApp {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(/\s/g, '')), digits: 6, period });
  let last = 0;
  return {
    code: async () => {
      // The server takes the code after the present one too, as clocks differ; that saves half of the waiting.
      const wanted = Math.max(last + 1, totp.counter());
      last = wanted;
      while (totp.counter() < wanted - 1) await sleep(250);
      return totp.generate({ timestamp: wanted * period * 1000 });
    },
  };
}
