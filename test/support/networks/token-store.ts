import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * Where a stand-in keeps codes, tokens and grants, for one provider alone. The library's own store is shared by all
 * providers of a process and forgets the oldest of a thousand entries: tokens would end that no network has ended.
 */
export function openTokenStore(): (kind: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();
  const find = (wanted: (payload: AdapterPayload) => boolean) => kept.values().find(wanted);
  return (kind) => {
    const key = (id: string) => `${kind}:${id}`;
    return {
      upsert: async (id, payload) => void kept.set(key(id), payload),
      find: async (id) => kept.get(key(id)),
      findByUid: async (uid) => find((payload) => payload.kind === kind && payload.uid === uid),
      findByUserCode: async (userCode) => find((payload) => payload.kind === kind && payload.userCode === userCode),
      consume: async (id) => {
        const payload = kept.get(key(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      destroy: async (id) => void kept.delete(key(id)),
      revokeByGrantId: async (grantId) => {
        for (const [at, payload] of kept) if (payload.grantId === grantId) kept.delete(at);
      },
    };
  };
}
