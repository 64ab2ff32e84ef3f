/**
 * `node bench/redirect.ts`: the redirect with its counting against a bare node:http server that only answers 302, in one run, in turn.
 *
 * Prints for each the requests a second and the CPU time of the server's process for a request (the steadier figure on a machine with
 * other work), their ratios, and whether every click was found in the database. The load comes from here over 32 connections of
 * loopback, so the two sides share it. Bounded: `rounds` × 2 × at most `roundMs`.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

const rounds = 5;
const roundMs = 3_000;
const connections = 32;
const links = 1_000;

interface Ready {
  readonly port: number;
  readonly paths: readonly string[];
}

async function start(kind: 'bare' | 'coact') {
  const child = fork(new URL('./redirect-server.ts', import.meta.url), [kind, String(links)]);
  const ask = async <Answer>(question?: string): Promise<Answer> => {
    const answer = once(child, 'message');
    if (question) child.send(question);
    return (await answer)[0];
  };
  const { port, paths } = await ask<Ready>();
  return { port, paths, ask };
}

let serial = 0;

/** Asks as fast as the server answers. No two requests are for the same link by the same visitor, so none is a repetition. */
async function load({ port, paths }: Ready): Promise<number> {
  const until = performance.now() + roundMs;
  let answered = 0;
  const lane = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const send = () => {
        const path = paths[serial % paths.length];
        const agent = `Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/${Math.floor(serial / paths.length)}`;
        serial += 1;
        socket.write(`GET ${path} HTTP/1.1\r\nHost: coact.test\r\nUser-Agent: ${agent}\r\n\r\n`);
      };
      let text = '';
      socket
        .on('connect', send)
        .on('error', reject)
        .on('close', () => resolve());
      socket.on('data', (part) => {
        text += part.toString('latin1');
        if (!text.endsWith('\r\n\r\n')) return;
        if (!text.startsWith('HTTP/1.1 302')) return reject(new Error(text.slice(0, 40)));
        text = '';
        answered += 1;
        if (performance.now() < until) send();
        else socket.end();
      });
    });
  await Promise.all(Array.from({ length: connections }, lane));
  return answered;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const sides = { bare: await start('bare'), coact: await start('coact') };
const rates: Record<keyof typeof sides, number[]> = { bare: [], coact: [] };
const costs: Record<keyof typeof sides, number[]> = { bare: [], coact: [] };
let clicks = 0;
for (let round = 0; round < rounds; round += 1) {
  for (const name of ['bare', 'coact'] as const) {
    const side = sides[name];
    const before = await side.ask<{ cpu: number }>('cpu');
    const answered = await load(side);
    // The batch of the last second is part of the price.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const after = await side.ask<{ cpu: number }>('cpu');
    rates[name].push((answered * 1_000) / roundMs);
    costs[name].push((after.cpu - before.cpu) / answered);
    if (name === 'coact') clicks += answered;
  }
}
const { counted } = await sides.coact.ask<{ counted: number }>('stop');
await sides.bare.ask('stop');
for (const name of ['bare', 'coact'] as const) {
  console.log(
    `${name.padEnd(6)} ${median(rates[name]).toFixed(0).padStart(7)} requests/s  ${median(costs[name]).toFixed(1).padStart(6)} µs CPU a request`,
  );
}
console.log(`requests/s, coact ÷ bare: ${(median(rates.coact) / median(rates.bare)).toFixed(2)}`);
console.log(
  `CPU, coact ÷ bare:        ${(median(costs.coact) / median(costs.bare)).toFixed(2)} (database inside the process)`,
);
console.log(`clicks found:             ${counted} of ${clicks}`);
