/** The part of Block Kit that Coact uses: what old mobile clients draw too. Field names are Slack's. */
import type { PlainText, Text } from './text.ts';

export interface Confirm {
  readonly title: PlainText;
  readonly text: Text;
  readonly confirm: PlainText;
  readonly deny: PlainText;
  readonly style?: 'primary' | 'danger';
}

export interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value?: string;
  readonly url?: string;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: Confirm;
  readonly accessibility_label?: string;
}

export interface Option {
  readonly text: Text;
  readonly value: string;
  readonly description?: PlainText;
}

export interface StaticSelect {
  readonly type: 'static_select';
  readonly action_id: string;
  readonly options: readonly Option[];
  readonly initial_option?: Option;
  readonly placeholder?: PlainText;
}

export interface MultiSelect {
  readonly type: 'multi_static_select';
  readonly action_id: string;
  readonly options: readonly Option[];
  readonly placeholder?: PlainText;
}

export interface RadioButtons {
  readonly type: 'radio_buttons';
  readonly action_id: string;
  readonly options: readonly Option[];
  readonly initial_option?: Option;
}

export interface Checkboxes {
  readonly type: 'checkboxes';
  readonly action_id: string;
  readonly options: readonly Option[];
  readonly initial_options?: readonly Option[];
}

export interface Overflow {
  readonly type: 'overflow';
  readonly action_id: string;
  readonly options: readonly Option[];
  readonly confirm?: Confirm;
}

export interface TextInput {
  readonly type: 'plain_text_input';
  readonly action_id: string;
  readonly multiline: boolean;
  readonly initial_value?: string;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly placeholder?: PlainText;
  readonly focus_on_load?: boolean;
  readonly dispatch_action_config?: {
    readonly trigger_actions_on: readonly ('on_enter_pressed' | 'on_character_entered')[];
  };
}

export interface DatePicker {
  readonly type: 'datepicker';
  readonly action_id: string;
  /** YYYY-MM-DD */
  readonly initial_date?: string;
}

export interface TimePicker {
  readonly type: 'timepicker';
  readonly action_id: string;
  /** HH:mm */
  readonly initial_time?: string;
  readonly timezone?: string;
}

export interface DateTimePicker {
  readonly type: 'datetimepicker';
  readonly action_id: string;
  /** Seconds since 1970, ten digits. */
  readonly initial_date_time?: number;
}

export interface ImageElement {
  readonly type: 'image';
  readonly image_url: string;
  readonly alt_text: string;
}

export type ChoiceElement = StaticSelect | RadioButtons | Checkboxes | DatePicker | TimePicker | DateTimePicker;
export type ActionElement = Button | Overflow | ChoiceElement;
export type InputElement = TextInput | MultiSelect | ChoiceElement;
export type Accessory = ActionElement | ImageElement;

export interface Section {
  readonly type: 'section';
  readonly block_id?: string;
  readonly text?: Text;
  readonly fields?: readonly Text[];
  readonly accessory?: Accessory;
}

export interface Header {
  readonly type: 'header';
  readonly block_id?: string;
  readonly text: PlainText;
}

export interface Context {
  readonly type: 'context';
  readonly block_id?: string;
  readonly elements: readonly (Text | ImageElement)[];
}

export interface Actions {
  readonly type: 'actions';
  readonly block_id?: string;
  readonly elements: readonly ActionElement[];
}

export interface Image {
  readonly type: 'image';
  readonly block_id?: string;
  readonly image_url: string;
  readonly alt_text: string;
  readonly title?: PlainText;
}

export interface Divider {
  readonly type: 'divider';
  readonly block_id?: string;
}

export interface Input {
  readonly type: 'input';
  readonly block_id: string;
  readonly label: PlainText;
  readonly element: InputElement;
  readonly hint?: PlainText;
  readonly optional: boolean;
  readonly dispatch_action?: boolean;
}

export type Block = Section | Header | Context | Actions | Image | Divider | Input;

export interface Modal {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly title: PlainText;
  readonly blocks: readonly Block[];
  readonly submit?: PlainText;
  readonly close?: PlainText;
  readonly private_metadata?: string;
  readonly external_id?: string;
  readonly notify_on_close?: boolean;
}

export interface Home {
  readonly type: 'home';
  readonly blocks: readonly Block[];
  readonly callback_id?: string;
  readonly private_metadata?: string;
}

export type View = Modal | Home;
