/** Colours that a role or an event may have. */
export const palette = [
  'pine',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'lilac',
  'pink',
  'red',
  'orange',
  'yellow',
  'lime',
  'gray',
] as const;

/** The first colour that no role has yet. */
export function freeColour(roles: readonly { readonly colour: string }[]): string {
  return palette.find((colour) => roles.every((role) => role.colour !== colour)) ?? palette[0];
}
