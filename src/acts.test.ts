import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allActs } from './acts.ts';
import { type ActKind, type Acts, auditActs } from './platform/audit/index.ts';

const declared: Acts = Object.assign({}, auditActs, ...allActs);
const kinds = Object.entries<ActKind>(declared);

/** What the product's own code says, without tests and the lists themselves. */
const code = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.ts$/.test(path) && !/\.(test|fixture)\.ts$|(^|\/)acts\.ts$/.test(path))
  .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
  .join('\n');

describe('the acts that the audit log may hold', () => {
  it.each(kinds)('%s is told in a sentence that names who or what', (name, { sentence, target, fields = {} }) => {
    expect(sentence.replaceAll(/\{(actor|target)\}/g, '')).not.toMatch(/[{}]/);
    expect([name, target]).toEqual([name, expect.stringMatching(/^[a-z_]+$/)]);
    for (const [field, says] of Object.entries(fields)) expect([field, says.length > 5]).toEqual([field, true]);
  });

  it('are declared once each, under the name of their slice', () => {
    const names = [auditActs, ...allActs].flatMap((list) => Object.keys(list));
    expect(names.length).toBe(new Set(names).size);
    for (const list of allActs) expect(new Set(Object.keys(list).map((name) => name.split('.')[0])).size).toBe(1);
  });

  it('are all recorded by some code, and code records no others', () => {
    const recorded = new Set([...code.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map((match) => match[1] ?? ''));
    expect(kinds.map(([name]) => name).filter((name) => !recorded.has(name))).toEqual([]);
    const saying = [...code.matchAll(/action: '([a-z]+\.[a-z_]+)'/g)].map((match) => match[1] ?? '');
    expect(saying.filter((name) => !(name in declared))).toEqual([]);
  });

  it('know nothing of sharing, connecting an account and clicking', () => {
    const told = kinds.map(([name, { sentence }]) => `${name} ${sentence}`).join('\n');
    expect(told).not.toMatch(/\bclick|\bposted|connected (a|an|their) .*account|_shared|account_/);
  });
});
