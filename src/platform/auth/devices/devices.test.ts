import { describe, expect, it } from 'vitest';
import { openBox } from '../../vault/index.ts';
import { openDevices } from './devices.ts';

const devices = openDevices(openBox('a secret'));
const pairOf = (header: string) => header.split(';')[0] ?? '';
const request = (cookie: string) => new Request('http://localhost:3000', { headers: { cookie } });

describe('a known device', () => {
  it('is known for the user who signed in there, and for nobody else', () => {
    const header = devices.remember('u1');
    expect(header).toMatch(/^__Host-coact-device=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(devices.known(request(pairOf(header)), 'u1')).not.toBeNull();
    expect(devices.known(request(pairOf(header)), 'u2')).toBeNull();
    expect(header).not.toContain('u1');
  });

  it('is another one each time', () => {
    expect(pairOf(devices.remember('u1'))).not.toBe(pairOf(devices.remember('u1')));
  });

  it.each(['', '__Host-coact-device=', '__Host-coact-device=abc', '__Host-coact-device=abc.def', 'coact-device=a.b'])(
    'is not %j',
    (cookie) => {
      expect(devices.known(request(cookie), 'u1')).toBeNull();
    },
  );

  it('can’t be made by another installation', () => {
    const foreign = pairOf(openDevices(openBox('another')).remember('u1'));
    expect(devices.known(request(foreign), 'u1')).toBeNull();
  });
});
