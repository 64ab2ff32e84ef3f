/** `npm run api`: writes the web app's types of the API anew, from the mounted routes. A test fails while they differ. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../src/app.ts';
import { loadConfig } from '../src/platform/config/index.ts';
import { memoryLog } from '../src/platform/log/index.ts';
import { stripeSettings } from '../test/support/stripe.ts';
import { apiTypes, apiTypesPath } from './api-types.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-api-'));
try {
  await using app = await openApp(loadConfig({ DATA_DIR: folder, ...stripeSettings }), memoryLog());
  writeFileSync(apiTypesPath, await apiTypes(app.api.document()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
