/** `legalName` and `changed_at` as words: "Legal name", "Changed at". */
export function labelOf(name: string): string {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const acts: Readonly<Record<string, string>> = {
  'people.profile_read': 'looked at how to reach you, or at notes about you',
  'pay.pay_read': 'looked at your pay',
  'pay.wage_entered': 'entered a wage of yours',
  'pay.wage_corrected': 'corrected a wage of yours',
  'pay.wage_decided': 'decided on a wage of yours',
  'pay.raise_released': 'told you of a raise or promotion',
  'people.members_read': 'read a list of members with addresses, which you may have been on',
  'people.profile_changed': 'changed your profile',
  'people.employment_changed': 'changed what is kept about your work',
  'people.qualifications_set': 'set your qualifications',
  'people.signed_in': 'signed in',
};

/** An act as it concerns the reader. */
export function actText(act: string): string {
  return acts[act] ?? labelOf(act.replace(/^\w+\./, '')).toLowerCase();
}

const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Whether a text is a moment, to be shown in the reader's own zone. */
export function isMoment(text: string): boolean {
  return moment.test(text);
}
