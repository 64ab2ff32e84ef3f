import type { SlackSurface } from '../../../platform/slack/index.ts';
import type { SlackParts } from './asking.ts';
import { runActions } from './blocks.ts';
import { clickStep, openMeasure, openRun, submitMeasure } from './flow.ts';
import { measureCallback } from './windows.ts';

/** What people do to their runs in Slack. */
export function processSurface(parts: SlackParts): SlackSurface {
  return {
    actions: {
      [runActions.done]: (request) => clickStep(parts, request),
      [`${runActions.decide}:*`]: (request) => clickStep(parts, request),
      [runActions.measure]: (request) => openMeasure(parts, request),
      [runActions.open]: (request) => openRun(parts, request),
      // Buttons that open a page send an action too; it only has to be answered.
      [`${runActions.opened}:*`]: async () => ({}),
    },
    views: { [measureCallback]: (request) => submitMeasure(parts, request) },
  };
}
