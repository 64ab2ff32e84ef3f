/**
 * The whole text of a post: the words, and the tracked link that stands with them unless they hold it already. The link
 * itself is made when the request is sent; until then one of the same length stands in for it.
 * @param sampleLink from the server's drawing; unknown before the first one
 */
export function wholePost(words: string, sampleLink: string | undefined): string {
  if (sampleLink === undefined || words.includes(sampleLink)) return words;
  return words.trim() === '' ? words : `${words.trimEnd()}\n\n${sampleLink}`;
}
