/** Slack's trigger ids: each opens one modal, within three seconds of the click. */
export interface Triggers {
  add(triggerId: unknown): void;
  /** Null when the trigger may be used, and is now; Slack's error otherwise. */
  spend(triggerId: unknown): string | null;
}

export function createTriggers(): Triggers {
  const known = new Map<string, { readonly at: number; used: boolean }>();
  return {
    add: (triggerId) => {
      if (typeof triggerId === 'string') known.set(triggerId, { at: Date.now(), used: false });
    },
    spend: (triggerId) => {
      const trigger = typeof triggerId === 'string' ? known.get(triggerId) : undefined;
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (Date.now() - trigger.at > 3_000) return 'expired_trigger_id';
      trigger.used = true;
      return null;
    },
  };
}
