const slackProblems: Readonly<Record<string, string>> = {
  cancelled: 'You cancelled at Slack. Nothing was changed.',
  not_member: 'That Slack account isn’t a member of an organisation here. Ask an owner or admin to invite you.',
  no_address: 'Slack didn’t give us an e-mail address for that account. Sign in by e-mail instead.',
  unreachable: 'Slack can’t be reached at the moment. Please try again, or sign in by e-mail.',
  forged: 'That sign-in was begun in another window or took too long. Please start again from here.',
};

/** What went wrong on the way back from another sign-in, and what to do; null when nothing did. */
export function problemOnReturn(
  search: { readonly problem?: string | undefined; readonly error?: string | undefined },
  oidcName: string | undefined,
): string | null {
  if (search.problem !== undefined) {
    return slackProblems[search.problem] ?? 'Signing in with Slack didn’t work. Please try again.';
  }
  if (search.error === undefined) return null;
  const name = oidcName ?? 'Your organisation’s sign-in';
  if (search.error === 'oidc_refused') {
    return `${name} didn’t sign you in. Please try again; if it stays, ask whoever looks after ${name} whether you may use Coact.`;
  }
  if (search.error === 'oidc_unknown') {
    return `${name} knows you, but no account here is linked with it yet. Sign in another way, then link it under “Your account”. If you have no account, ask an owner or admin to invite you.`;
  }
  return `Signing in with ${name} didn’t work. Please try again, or sign in another way.`;
}
