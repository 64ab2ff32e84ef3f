import { withDisclosure } from '../../disclosure/disclosure.ts';
import type { Rendered } from '../contract.ts';

/**
 * The whole text of a post: the words, what the organisation's posts have to say, and the tracked link unless they hold it
 * already. The link itself is made when the request is sent; until then one of the same length stands in for it.
 * @param rendered the server's drawing; unknown before the first one
 */
export function wholePost(words: string, rendered: Pick<Rendered, 'sampleLink' | 'disclosure'> | undefined): string {
  if (rendered === undefined || words.trim() === '') return words;
  const said = withDisclosure(words, rendered.disclosure);
  return said.includes(rendered.sampleLink) ? said : `${said.trimEnd()}\n\n${rendered.sampleLink}`;
}
