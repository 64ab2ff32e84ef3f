import { afterEach, beforeEach } from 'vitest';
import type { Browsers } from './browser.ts';

/**
 * For files whose tests tell one story: after the first that fails, the rest cannot mean anything and would only wait.
 * Says where pictures of the pages are.
 */
export function stopAtFirstFailure(browsers: Browsers): void {
  let hasFailed = false;
  beforeEach((context) => {
    if (hasFailed) context.skip('an earlier part of the story failed');
  });
  afterEach(async (context) => {
    if (context.task.result?.state !== 'fail' || hasFailed) return;
    hasFailed = true;
    const folder = await browsers.photograph();
    process.stderr.write(`Pictures of the pages when it failed: ${folder}\n`);
  });
}
