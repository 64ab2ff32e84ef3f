/** `warning` is worth mending; `problem` keeps Coact from working as it should; `not_checked` could not be looked at. */
export type Level = 'ok' | 'warning' | 'problem' | 'not_checked';

export interface Finding {
  readonly subject: string;
  readonly level: Level;
  /** What was found, one sentence. */
  readonly sentence: string;
  /** How to mend it, one sentence; absent where all is well. */
  readonly mend?: string;
}

/** Findings about one subject. */
export function about(subject: string) {
  const at =
    (level: Level) =>
    (sentence: string, mend?: string): Finding => ({
      subject,
      level,
      sentence,
      ...(mend === undefined ? {} : { mend }),
    });
  return { ok: at('ok'), warning: at('warning'), problem: at('problem'), notChecked: at('not_checked') };
}
