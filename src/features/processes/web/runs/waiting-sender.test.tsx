import { expect, test } from 'vitest';
import { drawPart } from '../../../../../test/support/draw.tsx';
import type { Waiting } from './queue.ts';
import { NotTaken } from './waiting-sender.tsx';

const entry = (refused: Waiting['refused']): Waiting => ({
  ...{ id: 'e1', runId: 'r1', stepId: 's1', doneAt: '2026-05-04T09:00:00Z', value: null, choice: null, words: '' },
  ...{ pictureId: null, refused },
});

test('whoever left the run reads on any page that a step was not taken, and finds it; the run says it itself', () => {
  const refused = entry({ code: 'done_already', sentence: 'Bo has done it.' });
  const drawn = drawPart(<NotTaken queue={[refused]} path="/processes" />);
  expect(drawn.text).toBe('A step that you noted was not taken Bo has done it. Look at it');
  expect(drawn.links).toEqual(['/processes/runs/r1']);
  expect(drawPart(<NotTaken queue={[refused]} path="/processes/runs/r1" />).text).toBe('');
  expect(drawPart(<NotTaken queue={[entry(null)]} path="/processes" />).text).toBe('');
});
