import { z } from 'zod';
import {
  type Block,
  type FormState,
  input,
  type Modal,
  modal,
  mrkdwn,
  section,
  textInput,
} from '../../../platform/slack/index.ts';
import type { Run } from '../runs/store.ts';
import { limitWords, type Step } from '../writing/step.ts';
import { readRef, refText, type StepRef } from './blocks.ts';

export const measureCallback = 'processes.measure';
const runCallback = 'processes.run';
const title = 'Your run';
const fields = { value: { block: 'value', action: 'value' }, words: { block: 'words', action: 'words' } } as const;

/** A sentence in place of a window. */
export function saidWindow(sentence: string): Modal {
  return modal({ callbackId: runCallback, title, close: 'Close', blocks: [section(mrkdwn`${sentence}`)] });
}

/** A run in a window of its own, from the Home tab and from lists; its message is the same. */
export function runWindow(runId: string, blocks: readonly Block[]): Modal {
  return modal({ callbackId: runCallback, title, close: 'Close', metadata: runId, blocks });
}

/** Asks for a measured value; with what was typed, and why it is so, once it is outside its limits. */
export function measureWindow(
  { title: name }: Pick<Run, 'title'>,
  step: Step,
  ref: StepRef,
  entryId: string,
  typed: { readonly value: string; readonly sentence: string } | null = null,
): Modal {
  const { measure } = step;
  const unit = measure?.unit ? ` in ${measure.unit}` : '';
  const hint = measure === null ? {} : { hint: `It should be ${limitWords(measure)}.` };
  return modal({
    ...{ callbackId: measureCallback, title, close: 'Not now', submit: 'Note it' },
    metadata: JSON.stringify({ ref: refText(ref), entryId }),
    blocks: [
      section(mrkdwn`*${step.title}*\n${name}`),
      ...(typed === null ? [] : [section(mrkdwn`:warning: ${typed.sentence}`)]),
      input({
        ...{ blockId: fields.value.block, label: `Value${unit}`, ...hint },
        element: textInput({
          actionId: fields.value.action,
          maxLength: 20,
          ...(typed ? { initial: typed.value } : {}),
        }),
      }),
      input({
        ...{ blockId: fields.words.block, label: 'Why it is so, and what you did', optional: typed === null },
        hint: 'Only where the value is outside its limits.',
        element: textInput({ actionId: fields.words.action, multiline: true, maxLength: 1_000 }),
      }),
    ],
  });
}

const memory = z.object({ ref: z.string(), entryId: z.uuid() });

type ReadMeasure =
  | {
      readonly kind: 'measured';
      readonly ref: StepRef;
      readonly id: string;
      readonly value: number;
      readonly words: string;
    }
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

/** What was typed into the window; null where it is none of ours. */
export function readMeasure(metadata: string, state: FormState): ReadMeasure | null {
  const about = parsed(metadata);
  const ref = about && readRef(about.ref);
  if (!about || !ref) return null;
  const typed = String(state[fields.value.block]?.[fields.value.action] ?? '').trim();
  const words = String(state[fields.words.block]?.[fields.words.action] ?? '').trim();
  const value = numberOf(typed);
  if (value === null) return { kind: 'wrong', errors: { [fields.value.block]: 'Enter a number, such as 4.5 or -18.' } };
  return { kind: 'measured', ref, id: about.entryId, value, words };
}

/** A number as people type it: with a comma, with a minus of whatever length. */
function numberOf(typed: string): number | null {
  const plain = typed.replace(/^[−–]/, '-').replace(',', '.');
  if (!/^[-+]?\d{1,9}(\.\d{1,6})?$/.test(plain)) return null;
  return Number(plain);
}

function parsed(metadata: string): z.infer<typeof memory> | null {
  try {
    return memory.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}
