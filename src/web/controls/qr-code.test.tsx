import { expect, test } from 'vitest';
import { drawPart } from '../../../test/support/draw.tsx';
import { QrCode, qrPath, qrSquares } from './qr-code.tsx';

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

test('four squares around the code stay light, so that cameras find it', () => {
  const { rows, size } = qrSquares('https://go.harbour.example/spring-launch?q');
  expect(rows.length).toBe(size);
  const edges = rows.flatMap((row, y) => row.filter((_dark, x) => Math.min(x, y, size - 1 - x, size - 1 - y) < 4));
  expect(edges).not.toContain(true);
  expect(rows[4]?.slice(4, 11)).toEqual(Array(7).fill(true));
});
