import { describe, expect, it } from 'vitest';
import { parseTarget } from './target.ts';

const rules = { allow: new Set(['localhost:2583', '[::1]:2583']), ports: new Set([80, 443]) };
const reasonFor = (address: string) => {
  const target = parseTarget(address, rules);
  return target.ok ? 'ok' : target.reason;
};

describe('parseTarget', () => {
  it.each([
    ['https://example.com/a?b#c', 'ok'],
    [' https://example.com ', 'ok'],
    ['http://example.com:443/', 'ok'],
    ['https://bücher.example/', 'ok'],
    ['example.com', 'bad_url'],
    ['', 'bad_url'],
    ['https://', 'bad_url'],
    ['https://example..com/', 'bad_url'],
    ['https://a.example../', 'bad_url'],
    [`https://${'a'.repeat(64)}.example/`, 'bad_url'],
    [`https://example.com/${'a'.repeat(5_000)}`, 'bad_url'],
    ['http://1.2.3.4.5/', 'bad_url'],
    ['http://256.1.1.1/', 'bad_url'],
    ['file:///etc/passwd', 'not_http'],
    ['ftp://example.com/', 'not_http'],
    ['javascript:alert(1)', 'not_http'],
    ['data:text/html,x', 'not_http'],
    ['gopher://127.0.0.1:6379/_INFO', 'not_http'],
    ['https://user@example.com/', 'credentials'],
    ['https://:secret@example.com/', 'credentials'],
    ['https://example.com:8080/', 'port'],
    ['https://example.com:22/', 'port'],
    ['http://127.0.0.1/', 'private_address'],
    ['http://localhost:2583/', 'ok'],
    ['http://LOCALHOST:2583/', 'ok'],
    ['http://[0::1]:2583/', 'ok'],
    ['http://localhost:2584/', 'port'],
    ['http://localhost.evil.example:2583/', 'port'],
  ])('%s → %s', (address, reason) => expect(reasonFor(address)).toBe(reason));

  it('resolves a host as the certificate names it: lower case, ASCII, no trailing dot', () => {
    expect(parseTarget('https://BÜCHER.example./x', rules)).toMatchObject({ host: 'xn--bcher-kva.example', port: 443 });
    const target = parseTarget('https://example.com./x', rules);
    expect(target.ok && target.url.href).toBe('https://example.com/x');
  });
});
