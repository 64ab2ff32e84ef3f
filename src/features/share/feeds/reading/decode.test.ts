import { describe, expect, it } from 'vitest';
import { decodeFeed } from './decode.ts';

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'));

describe('the bytes of a feed', () => {
  it('are UTF-8 where they are valid as such, whatever the server or the document says', () => {
    expect(decodeFeed(utf8('<?xml version="1.0" encoding="ISO-8859-1"?>é'), 'text/xml; charset=latin1')).toContain('é');
  });

  it('are what the header says, then what the XML declaration says', () => {
    expect(decodeFeed(Uint8Array.of(0xcf, 0xf0, 0xe8), 'text/xml; charset="windows-1251"')).toBe('При');
    const declared = Buffer.concat([utf8('<?xml version="1.0" encoding="koi8-r"?>'), Uint8Array.of(0xd0), utf8('<')]);
    expect(decodeFeed(declared, 'text/xml')).toMatch(/п<$/);
    expect(decodeFeed(latin1('<?xml version="1.0" encoding="ISO-8859-1"?>é<'), 'text/xml; charset=utf-8')).toMatch(
      /é<$/,
    );
  });

  it('are something readable even where nothing that was said is true', () => {
    expect(decodeFeed(latin1('<?xml encoding="utf-8"?>caf\u00e9<'), 'text/xml; charset=nonsense')).toMatch(/café<$/);
  });

  it('are UTF-16 by their mark, or where that is declared', () => {
    const bytes = Buffer.from('\ufeff<rss/>', 'utf16le');
    expect(decodeFeed(bytes, 'text/xml; charset=utf-8')).toBe('<rss/>');
    expect(decodeFeed(Buffer.from('<rss/>', 'utf16le'), 'text/xml; charset=utf-16le')).toBe('<rss/>');
  });

  it('may end in the middle of a character', () => {
    expect(decodeFeed(utf8('aé').subarray(0, 2), '')).toBe('a');
  });
});
