const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * What a call does, in Twilio's own language: a breath, then the words twice. The words are text only, whatever stands
 * in them; characters that XML 1.0 can't hold (section 2.2) are left out, as they would make all of it unreadable.
 */
export function speechTwiml(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML forbids
  const readable = words.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/g, '');
  const text = readable.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
  return `<?xml version="1.0" encoding="UTF-8"?><Response><Pause length="1"/><Say loop="2">${text}</Say></Response>`;
}
