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

/** What happened to somebody's own account. */
export type AccountNotice = keyof typeof notices;

const notices = {
  password_set: ['Your password for Coact was set', 'A new password was set for your account.'],
  password_removed: ['Your password for Coact was removed', 'The password of your account was removed.'],
  code_added: ['A second factor was added', 'An app for codes was added to your account as a second factor.'],
  code_removed: ['A second factor was removed', 'The app for codes was removed from your account.'],
  recovery_codes_made: [
    'New recovery codes',
    'New recovery codes were made for your account. The ones before are void.',
  ],
  recovery_code_used: [
    'A recovery code was used',
    'A recovery code was used for your account in place of its second factor. It works no more.',
  ],
  passkey_added: ['A passkey was added', 'A passkey was added to your account. It opens your account by itself.'],
  passkey_removed: ['A passkey was removed', 'A passkey was removed from your account.'],
  identity_linked: [
    'Another sign-in was linked',
    'Your organisation’s single sign-on was linked to your account. It opens your account from now on.',
  ],
  identity_removed: [
    'A linked sign-in was removed',
    'Your organisation’s single sign-on was removed from your account.',
  ],
} as const;

/** Tells somebody what was done to their account, in case it was not them. It holds no link that signs in. */
export function accountLetter(to: string, notice: AccountNotice, url: string): Message {
  const [subject, sentence] = notices[notice];
  return mail(to, subject, {
    heading: subject,
    paragraphs: [sentence, 'Was it you? Then there is nothing to do.'],
    button: { text: 'Look at your account', url },
    small: 'It was not you? Sign in, end all other sessions under your account, and tell your organisation’s owner.',
  });
}

export function stepUpLetter(to: string, code: string): Message {
  return mail(to, `${code} is your code for Coact`, {
    heading: 'Is it you?',
    paragraphs: [
      `You are about to change something that matters. Enter this code within 10 minutes: ${code}`,
      'Nobody from Coact or your organisation will ever ask you for it.',
    ],
    small: 'You are not changing anything? Then somebody else uses your session: end it under your account.',
  });
}
