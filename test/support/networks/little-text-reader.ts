const meaningful = new Set('\\|{}@[]()<>#*_~');

/**
 * Reads little text as LinkedIn shows it. A backslash takes the meaning from the next character; a bare "#" before a
 * letter begins a hashtag; at any other bare character that means something the post is cut off, silently.
 */
export function readLittleText(text: string): { readonly shown: string; readonly tags: readonly string[] } {
  const tags: string[] = [];
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
    } else if (meaningful.has(character)) break;
    else shown += character;
  }
  return { shown, tags };
}
