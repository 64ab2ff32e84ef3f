/** A stretch of text that stayed, came or went. */
export interface Part {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Above so many pairs of pieces, what differs is shown as replaced: nobody reads it word by word, and it would take long. */
const mostPairs = 4_000_000;

/** What became of a text, word by word within the paragraphs that changed. */
export function diffText(before: string, after: string): readonly Part[] {
  const parts = diffPieces(splitLines(before), splitLines(after));
  const found: Part[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const [part, next] = [parts[index], parts[index + 1]];
    if (part?.kind === 'removed' && next?.kind === 'added') {
      found.push(...diffPieces(splitWords(part.text), splitWords(next.text)));
      index += 1;
    } else if (part !== undefined) found.push(part);
  }
  return joined(found);
}

const splitLines = (text: string) => text.match(/[^\n]*\n|[^\n]+/g) ?? [];
const splitWords = (text: string) => text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];

/** The longest common run of pieces stays; of the rest, what went stands before what came. */
function diffPieces(before: readonly string[], after: readonly string[]): Part[] {
  const start = sharedStart(before, after);
  const end = sharedStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const [left, right] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const middle =
    left.length * right.length > mostPairs
      ? [part('removed', left.join('')), part('added', right.join(''))]
      : walk(left, right);
  return joined([
    part('same', before.slice(0, start).join('')),
    ...middle,
    part('same', before.slice(before.length - end).join('')),
  ]);
}

const part = (kind: Part['kind'], text: string): Part => ({ kind, text });

function sharedStart(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count += 1;
  return count;
}

function walk(left: readonly string[], right: readonly string[]): Part[] {
  const width = right.length + 1;
  // How many pieces the rests behind two places have in common.
  const common = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      common[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: Part[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      found.push(part('same', left[i] ?? ''));
      i += 1;
      j += 1;
    } else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) {
      found.push(part('removed', left[i] ?? ''));
      i += 1;
    } else {
      found.push(part('added', right[j] ?? ''));
      j += 1;
    }
  }
  return found;
}

/** Neighbours of one kind as one; between two that stayed, all that went before all that came. */
function joined(parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed !== '') found.push(part('removed', removed));
    if (added !== '') found.push(part('added', added));
    removed = '';
    added = '';
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = found.at(-1);
      if (last?.kind === 'same') found[found.length - 1] = part('same', last.text + text);
      else found.push(part('same', text));
    }
  }
  flush();
  return found;
}
