import { type Letter, type Message, setLetter } from '../../platform/mail/index.ts';

const mail = (to: string, subject: string, letter: Letter): Message => ({ to, subject, ...setLetter(letter) });

/** The page that a one-time link opens; it asks for a click, as mail scanners open links too. */
export function linkUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/sign-in/link?token=${token}`;
}

/** A name or text of somebody's own within a subject line: one line, and not too long. */
function inSubject(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not reach a mail header
  const line = text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

export function signInLetter(to: string, url: string): Message {
  return mail(to, 'Your sign-in link for Coact', {
    heading: 'Sign in to Coact',
    paragraphs: ['You asked for a link to sign in. It works once, within 15 minutes.'],
    button: { text: 'Sign in', url },
    small: 'You did not ask for this? Then do nothing: without a click nothing happens.',
  });
}

export function invitationLetter(
  to: string,
  url: string,
  who: { readonly name: string; readonly organisation: string },
): Message {
  return mail(to, `Join ${inSubject(who.organisation)} on Coact`, {
    heading: `${who.organisation} invites you to Coact`,
    paragraphs: [
      `Hello ${who.name},`,
      `you are invited to work with ${who.organisation} on Coact. The link below works once, within seven days.`,
    ],
    button: { text: 'Accept the invitation', url },
    small: 'You do not know this organisation? Then do nothing: without a click nothing happens.',
  });
}

export function confirmationLetter(to: string, url: string, organisation: string): Message {
  return mail(to, 'Confirm your address for Coact', {
    heading: 'Is this your address?',
    paragraphs: [
      `You signed in to Coact with Slack for the first time, at ${organisation}. Slack holds this address for you.`,
      'Confirm it once, within 15 minutes; later sign-ins with Slack need no mail.',
    ],
    button: { text: 'Confirm and sign in', url },
    small: 'You did not sign in with Slack just now? Then do nothing, and tell your organisation’s owner.',
  });
}
