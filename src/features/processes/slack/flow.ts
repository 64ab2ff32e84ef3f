import { z } from 'zod';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ActionRequest, Modal, ViewAnswer, ViewRequest } from '../../../platform/slack/index.ts';
import { loadRun } from '../runs/load.ts';
import { refusalOf, statesOf } from '../runs/run.ts';
import { whoDid } from '../runs/running.ts';
import { entriesOf } from '../runs/store.ts';
import { asMember, type SlackParts } from './asking.ts';
import { readRef, runActions, runBlocks, type StepRef } from './blocks.ts';
import { doStep, notShown, type Said } from './doing.ts';
import { blocksFor } from './telling.ts';
import { measureWindow, readMeasure, runWindow, saidWindow } from './windows.ts';

/** A click that does a step: done, checked, approved, signed, or a way on that was chosen. */
export async function clickStep(parts: SlackParts, request: ActionRequest): Promise<object> {
  const ref = readRef(request.value);
  if (ref === null || request.stranger) return {};
  const choice = choiceOf(request.actionId);
  return {
    after: async () => {
      const entry = { id: newId(parts.clock), value: null, choice, words: '' };
      const said = await act(parts, request, (tx, asking) => doStep(parts, tx, asking, ref, entry));
      await showAfter(parts, request, ref.runId, said);
    },
  };
}

function choiceOf(actionId: string): number | null {
  const [action, place] = actionId.split(':');
  return action === runActions.decide && /^\d$/.test(place ?? '') ? Number(place) : null;
}

async function act(
  parts: SlackParts,
  { orgId, slackUserId }: Pick<ActionRequest, 'orgId' | 'slackUserId'>,
  work: (tx: Tx, asking: Asking) => Promise<Said>,
): Promise<Said> {
  return (await asMember(parts, orgId, slackUserId, work)) ?? { kind: 'told', code: 'absent', sentence: notShown };
}

/** Where there was something to say it is said; the window and the Home tab show how things are. */
async function showAfter(parts: SlackParts, request: ActionRequest, runId: string, said: Said): Promise<void> {
  const { client, orgId, slackUserId, responseUrl, view } = request;
  if (view !== null && view.callbackId !== '') {
    const sentence = said.kind === 'told' ? said.sentence : null;
    const shown = await windowOf(parts, request, runId, sentence);
    await client.updateView({ viewId: view.viewId }, shown);
  } else if (said.kind === 'told' && responseUrl !== null) {
    await client.respond(responseUrl, { kind: 'ephemeral', text: said.sentence });
  }
  await parts.refreshHome(client, orgId, slackUserId);
}

/** A run in its window as things are now. */
async function windowOf(
  parts: SlackParts,
  { orgId, slackUserId }: Pick<ActionRequest, 'orgId' | 'slackUserId'>,
  runId: string,
  sentence: string | null = null,
): Promise<Modal> {
  const found = await asMember(parts, orgId, slackUserId, async (tx, asking) => {
    const loaded = await loadRun(parts, tx, asking, runId);
    const shown = loaded && (await blocksFor(parts, tx, loaded.run, asking.actor.personId));
    const { timeZone } = await parts.people.organisation(tx);
    return shown && runBlocks(shown, { timeZone, notes: sentence === null ? [] : [sentence] });
  });
  return found ? runWindow(runId, found) : saidWindow(notShown);
}

/** "Go on…": the run in a window, as a click lives three seconds and what it shows is loaded then. */
export async function openRun(parts: SlackParts, request: ActionRequest): Promise<object> {
  const id = z.uuid().safeParse(request.value);
  if (!id.success || request.triggerId === null || request.stranger) return {};
  const opened = await request.client.openView(request.triggerId, saidWindow('One moment…'));
  if (opened.ok) await request.client.updateView({ viewId: opened.viewId }, await windowOf(parts, request, id.data));
  return {};
}

/** "Enter…": asks for the value, over the window of the run where it was clicked there. */
export async function openMeasure(parts: SlackParts, request: ActionRequest): Promise<object> {
  const ref = readRef(request.value);
  if (ref === null || request.triggerId === null || request.stranger) return {};
  const { client, triggerId, view, orgId, slackUserId } = request;
  const isOver = view !== null && view.callbackId !== '';
  const opened = isOver
    ? await client.pushView(triggerId, saidWindow('One moment…'))
    : await client.openView(triggerId, saidWindow('One moment…'));
  if (!opened.ok) return {};
  const window = await asMember(parts, orgId, slackUserId, (tx, asking) => measureOf(parts, tx, asking, ref));
  await client.updateView({ viewId: opened.viewId }, window ?? saidWindow(notShown));
  return {};
}

/** The window for a value, or what is true now where there is none to be entered any more. */
async function measureOf(parts: SlackParts, tx: Tx, asking: Asking, ref: StepRef): Promise<Modal> {
  const loaded = await loadRun(parts, tx, asking, ref.runId);
  const index = loaded?.run.steps.findIndex(({ id }) => id === ref.stepId) ?? -1;
  const step = loaded?.run.steps[index];
  if (!loaded || step === undefined) return saidWindow(notShown);
  const entries = (await entriesOf(tx, [ref.runId])).get(ref.runId) ?? [];
  const state = statesOf(loaded.run.steps, entries)[index] ?? 'open';
  if (loaded.run.state !== 'open') return saidWindow('This run has ended meanwhile.');
  if (state === 'done') return saidWindow(await whoDid(parts, tx, entries, ref.stepId));
  if (state === 'open') return measureWindow(loaded.run, step, ref, newId(parts.clock));
  const nothing = { stepId: ref.stepId, value: null, choice: null, words: '', pictureId: null };
  return saidWindow(refusalOf(step, state, nothing)?.sentence ?? notShown);
}

/** A value is sent. Outside its limits it is asked what was done, as on the web. */
export async function submitMeasure(parts: SlackParts, request: ViewRequest): Promise<ViewAnswer> {
  const read = readMeasure(request.view.metadata, request.state);
  if (read === null) return { ack: { action: 'close' } };
  if (read.kind === 'wrong') return { ack: { action: 'errors', errors: read.errors } };
  const { ref, id, value, words } = read;
  const entry = { id, value, choice: null, words };
  const said = await act(parts, request, (tx, asking) => doStep(parts, tx, asking, ref, entry));
  const after = () => showRoot(parts, request, ref.runId);
  if (said.kind === 'done') return { ack: { action: 'close' }, after };
  if (said.code !== 'outside_limits') return { ack: { action: 'update', view: saidWindow(said.sentence) }, after };
  const again = await asMember(parts, request.orgId, request.slackUserId, async (tx, asking) => {
    const loaded = await loadRun(parts, tx, asking, ref.runId);
    const step = loaded?.run.steps.find(({ id: stepId }) => stepId === ref.stepId);
    const typed = { value: String(value), sentence: said.sentence };
    return loaded && step ? measureWindow(loaded.run, step, ref, id, typed) : null;
  });
  return { ack: { action: 'update', view: again ?? saidWindow(notShown) } };
}

/** The window of the run beneath, if the value was asked for over one, and the Home tab. */
async function showRoot(parts: SlackParts, request: ViewRequest, runId: string): Promise<void> {
  const { client, orgId, slackUserId, view } = request;
  if (view.rootViewId !== null && view.rootViewId !== view.viewId) {
    await client.updateView({ viewId: view.rootViewId }, await windowOf(parts, request, runId));
  }
  await parts.refreshHome(client, orgId, slackUserId);
}
