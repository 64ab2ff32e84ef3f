import { openRing } from './ring.ts';

/** A process that takes keys from a ring as fast as it can, and says what it got. Arguments: folder, how many, when to begin. */
const [folder = '', count = '0', begin = '0'] = process.argv.slice(2);
const ring = openRing(folder);
while (Date.now() < Number(begin));
const got: string[] = [];
for (let number = 0; number < Number(count); number += 1) {
  const key = await ring.findOrCreate(`shared-${number}`);
  got.push(Buffer.from(key.hmac('who are you')).toString('hex'));
}
process.stdout.write(JSON.stringify(got));
