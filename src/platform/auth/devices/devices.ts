import { type Box, equalSecrets, randomToken } from '../../vault/index.ts';
import { readCookie, setCookie } from '../cookie.ts';

export type Devices = {
  /** Marks the browser as one in which this user has signed in: the `Set-Cookie` to send. */
  remember(userId: string): string;
  /** The mark of a browser in which this user has signed in before, or null. It proves nothing but that. */
  known(request: Request, userId: string): string | null;
  /** Whether the browser shows a mark at all, of whomever, right or made up. */
  isMarked(request: Request): boolean;
};

const cookieName = '__Host-coact-device';
const yearSeconds = 365 * 86_400;

/**
 * Browsers in which a user has been before. They count their wrong guesses apart from everybody else's, so that whoever
 * guesses at an account from outside can't lock its owner out. Nothing is stored: the cookie carries a signature.
 */
export function openDevices(box: Box): Devices {
  const signatureOf = (device: string, userId: string) => box.mac('device', device, userId);
  return {
    remember: (userId) => {
      const device = randomToken();
      return setCookie(cookieName, `${device}.${signatureOf(device, userId)}`, yearSeconds);
    },
    isMarked: (request) => readCookie(request, cookieName) !== null,
    known: (request, userId) => {
      const [device = '', signature = ''] = readCookie(request, cookieName)?.split('.') ?? [];
      return device !== '' && equalSecrets(signature, signatureOf(device, userId)) ? device : null;
    },
  };
}
