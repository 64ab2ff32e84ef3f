import { describe, expect, it } from 'vitest';
import { openBox, SealBroken } from './index.ts';

const place = { table: 'code_generators', column: 'secret', rowId: 'u1' };
const box = openBox('a secret of the installation');

describe('a box of the installation', () => {
  it('opens what it sealed, in its place alone', () => {
    const sealed = box.seal(place, 'JBSWY3DPEHPK3PXP');
    expect(Buffer.from(sealed).toString('utf8')).not.toContain('JBSWY3DPEHPK3PXP');
    expect(box.openText(place, sealed)).toBe('JBSWY3DPEHPK3PXP');
    expect(() => box.openText({ ...place, rowId: 'u2' }, sealed)).toThrow(SealBroken);
    expect(() => box.openText({ ...place, column: 'other' }, sealed)).toThrow(SealBroken);
  });

  it('opens nothing that was altered or sealed under another secret', () => {
    const sealed = Buffer.from(box.seal(place, 'x'));
    expect(() => openBox('another').openText(place, sealed)).toThrow(SealBroken);
    sealed.writeUInt8((sealed.at(-1) ?? 0) ^ 1, sealed.length - 1);
    expect(() => box.openText(place, sealed)).toThrow(SealBroken);
  });

  it('signs by purpose and part', () => {
    const macs = [
      box.mac('device', 'ab', 'c'),
      box.mac('device', 'a', 'bc'),
      box.mac('other', 'ab', 'c'),
      openBox('another').mac('device', 'ab', 'c'),
    ];
    expect(new Set(macs).size).toBe(4);
    expect(box.mac('device', 'ab', 'c')).toBe(macs[0]);
  });
});
