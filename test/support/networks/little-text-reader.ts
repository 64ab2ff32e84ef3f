const meaningful = new Set('\\|{}@[]()<>#*_~');

/** The name's own meaningful characters stand behind backslashes too. */
const mention = /^@\[((?:\\.|[^\\|{}@[\]()<>#*_~])+)\]\((urn:li:(?:organization|person):[\w-]+)\)/u;

export interface LittleText {
  readonly shown: string;
  readonly tags: readonly string[];
  readonly mentions: readonly { readonly name: string; readonly urn: string }[];
}

/**
 * Reads little text as LinkedIn shows it. A backslash takes the meaning from the next character; a bare "#" before a
 * letter begins a hashtag; `@[Name](urn)` is a mention, shown as the name; at any other bare character that means something
 * the post is cut off, silently.
 */
export function readLittleText(text: string): LittleText {
  const tags: string[] = [];
  const mentions: LittleText['mentions'][number][] = [];
  let shown = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\' && meaningful.has(text.charAt(at + 1))) {
      at += 1;
      shown += text.charAt(at);
    } else if (character === '#') {
      const tag = /^#[\p{L}\p{M}\p{N}]+/u.exec(text.slice(at))?.[0];
      if (tag === undefined) break;
      tags.push(tag.slice(1));
      shown += '#';
    } else if (character === '@') {
      const [whole, name = '', urn = ''] = mention.exec(text.slice(at)) ?? [];
      if (whole === undefined) break;
      const readable = name.replaceAll(/\\(.)/gu, '$1');
      mentions.push({ name: readable, urn });
      shown += readable;
      at += whole.length - 1;
    } else if (meaningful.has(character)) break;
    else shown += character;
  }
  return { shown, tags, mentions };
}
