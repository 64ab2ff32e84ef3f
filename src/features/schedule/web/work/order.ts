import type { Role } from '../contract.ts';

/** What the schedule fills first: places of roles and of weekdays (0 is Monday), 1 first; what has none comes last. */
export interface Order {
  readonly roles: readonly { readonly id: string; readonly importance: number | null }[];
  readonly weekdays: readonly { readonly weekday: number; readonly importance: number }[];
}

/** What is typed into a field of places. */
export function placeOf(typed: string | number): number | null {
  return typed === '' ? null : Number(typed);
}

/** The order with a role at this place. */
export function withRole(order: Order, id: string, importance: number | null): Order {
  return { ...order, roles: order.roles.map((role) => (role.id === id ? { id, importance } : role)) };
}

/** The order with a weekday at this place, by weekday, so that the same order is always written the same way. */
export function withWeekday(order: Order, weekday: number, importance: number | null): Order {
  const others = order.weekdays.filter((one) => one.weekday !== weekday);
  const weekdays = importance === null ? others : [...others, { weekday, importance }];
  return { ...order, weekdays: weekdays.toSorted((one, other) => one.weekday - other.weekday) };
}

/** What is sent: only roles that are somewhere else now, and weekdays only where somebody may set them. */
export function changeOf(before: Order, now: Order, withDays: boolean): Pick<Order, 'roles'> & Partial<Order> {
  const places = new Map(before.roles.map(({ id, importance }) => [id, importance]));
  const roles = now.roles.filter(({ id, importance }) => places.get(id) !== importance);
  return withDays ? { roles, weekdays: now.weekdays } : { roles };
}

/** Roles as they are filled: by their places, then by name. */
export function inOrder(order: Order, roles: readonly Role[]): readonly Role[] {
  const places = new Map(order.roles.map(({ id, importance }) => [id, importance ?? Number.POSITIVE_INFINITY]));
  const known = roles.filter(({ id }) => places.has(id));
  return known.toSorted(
    (one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0) || one.name.localeCompare(other.name),
  );
}
