/**
 * `node bench/sealing.ts`: sealing and opening a token of 164 bytes with the vault's cipher, bound to its place, against
 * a bare AES-256-GCM call of node:crypto without additional data, in one run, in turn. Prints medians and ratios.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { openWith, sealWith } from '../src/platform/vault/cipher.ts';

const rounds = 9;
const times = 4_000;
const key = randomBytes(32);
const keyId = randomBytes(16);
const context = [
  '0190b1c0-0000-7000-8000-000000000001',
  'social_accounts',
  'session',
  'b7b1d0a2-0000-4000-8000-000000000001',
];
const token = randomBytes(82).toString('hex');
const plain = Buffer.from(token);

function bareSeal() {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, body, tag: cipher.getAuthTag() };
}

function bareOpen({ nonce, body, tag }: ReturnType<typeof bareSeal>): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

const bare = bareSeal();
const sealed = sealWith(key, keyId, context, plain);
const acts = {
  'bare seal': () => bareSeal(),
  'vault seal': () => sealWith(key, keyId, context, plain),
  'bare open': () => bareOpen(bare),
  'vault open': () => openWith(key, context, sealed),
};
type Act = keyof typeof acts;
const names = Object.keys(acts) as Act[];
const micros: Record<Act, number[]> = { 'bare seal': [], 'vault seal': [], 'bare open': [], 'vault open': [] };
for (let round = 0; round <= rounds; round += 1) {
  for (const name of names) {
    const act = acts[name];
    const before = process.cpuUsage();
    for (let time = 0; time < times; time += 1) act();
    const { user, system } = process.cpuUsage(before);
    // The first round only warms up.
    if (round > 0) micros[name].push((user + system) / times);
  }
}
const median = (name: Act) => micros[name].toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
for (const name of names) process.stdout.write(`${name.padEnd(11)} ${median(name).toFixed(1)} µs CPU\n`);
process.stdout.write(`seal: ${(median('vault seal') / median('bare seal')).toFixed(2)} × bare\n`);
process.stdout.write(`open: ${(median('vault open') / median('bare open')).toFixed(2)} × bare\n`);
process.stdout.write(`${sealed.length - plain.length} bytes around a value of ${plain.length}\n`);
