/** Block Kit: builders that keep its limits, a check that knows them, and texts that are safe to show. */
export { actions, context, divider, fields, header, home, image, input, modal, section } from './build.ts';
export { type BlockProblem, checkBlocks, checkView } from './check.ts';
export {
  button,
  checkboxes,
  confirm,
  datePicker,
  dateTimePicker,
  multiSelect,
  option,
  overflow,
  picture,
  radioButtons,
  select,
  textInput,
  timePicker,
} from './elements.ts';
export { lines, link, type Mrkdwn, mrkdwn, type PlainText, plain, slackDate, type Text } from './text.ts';
export type * from './types.ts';
