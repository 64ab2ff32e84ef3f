/** Texts and calls through a provider that the operator has an account with; off until they configure one. */
export { longestSpeech, type Phone, type PhoneProblem, type PhoneResult } from './phone.ts';
export { openTwilio, type TwilioSettings } from './twilio.ts';
