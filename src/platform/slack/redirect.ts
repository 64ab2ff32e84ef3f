/** A redirect that no cache keeps and that tells the next page nothing of the address it came from. */
export function redirectTo(location: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, {
    status: 302,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...headers },
  });
}
