/**
 * Block Kit's limits, in characters (UTF-16 units, the stricter reading) or pieces.
 * Source: docs.slack.dev/reference/block-kit (blocks, block elements, composition objects) and /surfaces/modals.
 */
export const limits = {
  blocks: { message: 50, modal: 100, home: 100 },
  /** Undocumented: Slack answers msg_blocks_too_long at about 13,200 characters of JSON (bolt-js#2509). */
  messageJson: 13_000,
  viewJson: 250_000,
  messageText: 4_000,
  sectionText: 3_000,
  sectionFields: 10,
  fieldText: 2_000,
  header: 150,
  actions: 25,
  context: 10,
  buttonText: 75,
  accessibilityLabel: 75,
  value: 2_000,
  url: 3_000,
  id: 255,
  options: 100,
  choices: 10,
  overflow: 5,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  textInput: 3_000,
  placeholder: 150,
  label: 2_000,
  hint: 2_000,
  alt: 2_000,
  imageTitle: 2_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  viewTitle: 24,
  privateMetadata: 3_000,
} as const;

export type Surface = keyof typeof limits.blocks;
