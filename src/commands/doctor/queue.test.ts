import { expect, it } from 'vitest';
import { examineConnection } from './connection.ts';
import { examineWorkers } from './queue.ts';

it.each([
  [null, 'warning nobody has done a job in the last day.'],
  [8_000, 'warning nobody has done a job for 133 minutes.'],
  [150, 'ok a job was last worked on 2 minutes ago.'],
])('tells by the last job whether anybody is at work: %s', (seconds, said) => {
  const { level, sentence } = examineWorkers(seconds);
  expect(`${level} ${sentence}`).toBe(said);
});

it.each([
  ['postgres://u@db.example.com/coact', null, /in the clear.*over a network/],
  ['postgres://u@10.0.0.7/coact?sslmode=disable', null, /in the clear/],
  ['postgres://u@db.example.com/coact?sslmode=no-verify', 'TLSv1.3', /certificate is not checked/],
])('does not let %s with %s pass', (url, tls, sentence) => {
  const found = examineConnection(url, tls);
  expect(found).toMatchObject([{ level: 'problem', sentence: expect.stringMatching(sentence) }]);
  expect(found[0]?.mend).toContain('sslmode=verify-full');
});

it.each([
  ['postgres://u@localhost/coact', null],
  ['postgres://u@127.0.0.1:5433/coact', null],
  ['postgres:///coact?host=/run/postgresql', null],
  ['postgres://u@db.example.com/coact?sslmode=verify-full', 'TLSv1.3'],
])('has nothing to say of %s with %s', (url, tls) => {
  expect(examineConnection(url, tls)).toEqual([]);
});
