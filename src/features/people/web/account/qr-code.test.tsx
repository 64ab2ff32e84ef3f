import { expect, test } from 'vitest';
import { drawPart } from '../../../../../test/support/draw.tsx';
import { QrCode, qrPath } from './qr-code.tsx';

test('runs of dark squares become rectangles', () => {
  const rows = [
    [true, true, false],
    [false, false, true],
  ];
  expect(qrPath(rows)).toBe('M0 0h2v1h-2zM2 1h1v1h-1z');
  expect(qrPath([[false]])).toBe('');
});

test('the picture is drawn in the page: no address, no inline style, and a name', () => {
  const { html } = drawPart(<QrCode text="otpauth://totp/Coact:maya?secret=JBSWY3DP" label="QR code" />);
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="QR code"/);
  expect(html).not.toContain('JBSWY3DP');
  expect(html).not.toMatch(/<svg.*(?:href|style=|url\()/s);
});
