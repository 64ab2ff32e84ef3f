import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate and its key, both in PEM, as `https.createServer` takes them. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority made for one test run; nothing outside the test trusts it. */
export interface Authority extends Certificate {
  /** A server certificate for DNS names and IPv4 addresses. `days` may be negative for one that has expired. */
  issue(names: readonly string[], days?: number): Certificate;
}

// DER by hand (X.690): a few lines that need no openssl on the machine.
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const commonName = (name: string) => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));
const time = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
const extension = (id: string, critical: boolean, value: Uint8Array) =>
  sequence(oid(id), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));
const subjectNames = (names: readonly string[]) =>
  extension(
    '551d11',
    false,
    sequence(...names.map((name) => (/^[\d.]+$/.test(name) ? ip(name) : der(0x82, Buffer.from(name))))),
  );
const ip = (address: string) => der(0x87, Buffer.from(address.split('.').map(Number)));
const isAuthority = extension('551d13', true, sequence(der(0x01, Buffer.from([0xff]))));

interface Wanted {
  readonly subject: string;
  readonly issuer: string;
  readonly days: number;
  readonly extensions: Uint8Array;
  readonly signer?: KeyObject;
}

const make = ({ subject, issuer, days, extensions, signer }: Wanted): Certificate => {
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const day = 86_400_000;
  const end = Date.now() + days * day;
  const certificate = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    commonName(issuer),
    sequence(time(new Date(Math.min(Date.now(), end) - day)), time(new Date(end))),
    commonName(subject),
    pair.publicKey,
    der(0xa3, sequence(extensions)),
  );
  const signature = sign('sha256', certificate, signer ?? createPrivateKey(pair.privateKey));
  const whole = sequence(certificate, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: pair.privateKey,
  };
};

/** Makes an authority. */
export const makeAuthority = (): Authority => {
  const name = 'Coact test authority';
  const own = make({ subject: name, issuer: name, days: 2, extensions: isAuthority });
  return {
    ...own,
    issue: (names, days = 2) =>
      make({
        subject: names[0] ?? 'nobody',
        issuer: name,
        days,
        extensions: subjectNames(names),
        signer: createPrivateKey(own.key),
      }),
  };
};
