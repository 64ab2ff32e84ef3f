import { describe, expect, it } from 'vitest';
import { adviceOf, type Domain, isDue, judge, recordName } from './domain.ts';

const start = new Date('2026-05-04T09:00:00Z');
const later = (days: number, hours = 0) => new Date(start.getTime() + (days * 24 + hours) * 3_600_000);
const token = 'coact-abc';
const pending: Domain = {
  ...{ id: '1', host: 'go.harbour.example', token, state: 'pending', finding: 'unchecked', found: [] },
  ...{ addedAt: start, checkedAt: null, missingSince: null, isDefault: false },
};
const proven = { kind: 'found', values: ['v=spf1 -all', token] } as const;
const none = { kind: 'none' } as const;
const active = judge(pending, proven, start);

describe('a domain', () => {
  it('is asked about at a name of its own', () => {
    expect(recordName(pending.host)).toBe('_coact.go.harbour.example');
  });

  it('is active once its DNS shows the token among whatever else is there', () => {
    expect(active).toMatchObject({ state: 'active', finding: 'proven', found: [], checkedAt: start });
  });

  it('waits while the token is not there or is another, and tells what was found', () => {
    expect(judge(pending, none, later(1))).toMatchObject({ state: 'pending', finding: 'missing' });
    const wrong = judge(pending, { kind: 'found', values: ['coact-abd', `a\u0000${'b'.repeat(300)}`] }, later(1));
    expect(wrong).toMatchObject({ state: 'pending', finding: 'other', found: ['coact-abd', `a${'b'.repeat(119)}`] });
    expect(judge(pending, none, later(30)).state).toBe('failed');
  });

  it('stays active for a week without its token, then fails and is chosen no more', () => {
    const chosen = { ...active, isDefault: true };
    const lacking = judge(chosen, none, later(10));
    expect(lacking).toMatchObject({ state: 'active', finding: 'missing', missingSince: later(10), isDefault: true });
    const sixth = judge(lacking, none, later(16, 23));
    expect(sixth).toMatchObject({ state: 'active', missingSince: later(10) });
    expect(judge(sixth, none, later(17))).toMatchObject({ state: 'failed', isDefault: false });
    expect(judge(sixth, proven, later(16, 23))).toMatchObject({ state: 'active', missingSince: null });
  });

  it('comes back when its token does', () => {
    const lost = judge(judge(active, none, later(1)), none, later(9));
    expect(lost.state).toBe('failed');
    expect(judge(lost, none, later(10)).state).toBe('failed');
    expect(judge(lost, proven, later(11))).toMatchObject({ state: 'active', missingSince: null });
  });

  it('is not judged by DNS that says nothing', () => {
    const lacking = judge(active, none, later(1));
    for (const domain of [pending, active, lacking]) {
      const seen = judge(domain, { kind: 'unreachable' }, later(90));
      expect(seen).toEqual({ ...domain, finding: 'unreachable', checkedAt: later(90) });
    }
  });

  it('is looked at each hour until it is proved, and each day from then on', () => {
    expect(isDue(pending, start)).toBe(true);
    const seen = { ...pending, checkedAt: start };
    expect([isDue(seen, later(0, 0.5)), isDue(seen, later(0, 1))]).toEqual([false, true]);
    expect([isDue(active, later(0, 23)), isDue(active, later(1))]).toEqual([false, true]);
  });

  it('says what to do in every state', () => {
    const lacking = judge(active, none, later(1));
    const all = [
      ...[pending, active, lacking, judge(pending, none, start), judge(lacking, none, later(9))],
      ...[judge(pending, { kind: 'found', values: ['x'] }, start), judge(active, { kind: 'unreachable' }, start)],
      { ...pending, state: 'failed', finding: 'in_use' } as const,
    ];
    const sentences = all.map(adviceOf);
    expect(new Set(sentences).size).toBe(all.length);
    expect(adviceOf(lacking)).toContain('2026-05-12');
  });
});
