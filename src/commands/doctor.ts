import { type Clock, systemClock } from '../platform/clock/index.ts';
import { type Config, effectiveSettings } from '../platform/config/index.ts';
import type { Command } from './command.ts';
import { examineAddresses } from './doctor/address.ts';
import { examineDatabase } from './doctor/database.ts';
import { about, type Finding, type Level } from './doctor/finding.ts';
import { examineBackups, examineDisk } from './doctor/machine.ts';
import { examineMetrics } from './doctor/metrics.ts';
import { examineMail, examineSlack } from './doctor/services.ts';

const marks: Readonly<Record<Level, string>> = { ok: '✓', warning: '!', problem: '✗', not_checked: '–' };

/** `coact doctor`: prints what it finds; ends with 1 if there is a problem. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check this installation and say how to mend what is wrong',
  help: [
    '  --config                print every setting as it takes effect, secrets masked, and end',
    '  --send-mail-to ADDRESS  send a mail there, to see that it arrives',
    '',
    'Changes nothing. Marks: ✓ well, ! worth mending, ✗ a problem, – could not be checked. Ends with 1 on any problem.',
  ].join('\n'),
  options: { 'send-mail-to': { type: 'string' }, config: { type: 'boolean' } },
  run: async ({ config, out, options, environment = {} }) => {
    if (options.config === true) {
      const found = effectiveSettings(environment);
      for (const { name, value, from } of found)
        out.say(`${name}=${value ?? ''}${from === 'default' ? '' : `  (${from})`}`);
      out.result({ settings: found });
      return 0;
    }
    const sendTo = options['send-mail-to'];
    const findings = await examine(config, systemClock, typeof sendTo === 'string' ? sendTo : undefined);
    for (const { level, subject, sentence, mend } of findings) {
      out.say(`${marks[level]} ${subject}: ${sentence}${mend === undefined ? '' : ` ${mend}`}`);
    }
    out.result({ findings });
    return findings.some((finding) => finding.level === 'problem') ? 1 : 0;
  },
};

/** Everything the doctor looks at, in the order in which things depend on each other. */
export async function examine(config: Config, clock: Clock, sendMailTo?: string): Promise<Finding[]> {
  return [
    about('Configuration').ok('it is read and valid.'),
    await examineDisk(config),
    ...(await examineDatabase(config, clock)),
    await examineBackups(config, clock),
    ...(await examineAddresses(config, clock)),
    examineMetrics(config),
    await examineMail(config, sendMailTo),
    ...(await examineSlack(config, clock)),
  ];
}
