/** The parts of twitter-text 3 that count and find; the package brings no types of its own. */
declare module 'twitter-text/dist/parseTweet.js' {
  export default function parseTweet(text: string): { readonly weightedLength: number };
}
declare module 'twitter-text/dist/extractCashtags.js' {
  export default function extractCashtags(text: string): readonly string[];
}
