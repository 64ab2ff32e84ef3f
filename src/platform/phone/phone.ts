/** Why a text or call did not go out, as values: most are states of a number or of the operator's account. */
export type PhoneProblem =
  /** No number, or one that can't be reached. */
  | 'bad_number'
  /** Texts can't be received there, as on a landline. */
  | 'no_texts'
  /** They have answered STOP to an earlier text. */
  | 'opted_out'
  /** The account may not reach this country or number. */
  | 'not_allowed'
  /** The sender's own number does not serve for this. */
  | 'bad_sender'
  | 'bad_credentials'
  | 'rejected'
  /** To be tried again: nothing was sent. */
  | 'busy'
  | 'unreachable'
  /** No answer came, so it may have been sent: never send it again blindly. */
  | 'unknown_outcome';

export type PhoneResult =
  /** The provider's own id of the text or call, which it takes on itself from here. */
  | { readonly ok: true; readonly id: string }
  | {
      readonly ok: false;
      readonly problem: PhoneProblem;
      /** Seconds to wait, with `busy`. */
      readonly retryAfter?: number;
    };

/** Reaches people by phone. Numbers are E.164 (`+351912345678`). None of the calls retries. */
export interface Phone {
  /** Sends a text of at most `longestText` characters. @throws RangeError for a longer or an empty one */
  text(to: string, body: string): Promise<PhoneResult>;
  /** Calls and speaks the words, twice, for whoever picks up late. @throws RangeError for more than `longestSpeech` */
  call(to: string, words: string): Promise<PhoneResult>;
}

/** Characters; the provider refuses longer ones. */
export const longestText = 1_600;
/** A call takes 4,000, in which a quotation mark counts six. */
export const longestSpeech = 640;

/** ITU-T E.164: a plus, a country code that does not begin with 0, fifteen digits at most. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}
