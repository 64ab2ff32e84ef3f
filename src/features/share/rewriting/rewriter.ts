/** What a wording is asked for. Of nobody: the words are a publisher's own, for everybody to read. */
export interface WantedWording {
  readonly text: string;
  /** What the networks are called that it is for. */
  readonly networkTitles: readonly string[];
  /** Characters at most, as the tightest of the networks counts. */
  readonly most: number;
}

export type Wording =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'failed';
      readonly problem: /** To be tried again later. */
        | 'busy'
        | 'unreachable'
        /** The operator has to look at the settings. */
        | 'misconfigured'
        /** It declined, or answered with nothing that can be used. */
        | 'unusable';
    };

/** Suggests another wording of a text. Whoever stands behind it, its answer is no more trusted than what a stranger types. */
export interface Rewriter {
  /** Where words are sent, and which model gets them, for those who decide about it. */
  readonly host: string;
  readonly model: string;
  suggest(wanted: WantedWording): Promise<Wording>;
}
