import { expect, test } from 'vitest';
import { refuseFile } from './upload.ts';

test('pictures up to 8 MB may be tried', () => {
  expect(refuseFile({ type: 'image/png', size: 8 * 1024 * 1024 })).toBeNull();
  expect(refuseFile({ type: 'image/png', size: 8 * 1024 * 1024 + 1 })).toMatch(/8 MB/);
});

test('other files are refused before they are sent', () => {
  for (const type of ['application/pdf', 'image/svg+xml', '']) {
    expect(refuseFile({ type, size: 10 })).toMatch(/isn’t a picture/);
  }
});
