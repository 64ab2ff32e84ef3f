import { useInterval } from '@mantine/hooks';
import { useState } from 'react';

/** The present moment, moved on each half minute: deadlines come closer while one reads. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), 30_000, { autoInvoke: true });
  return now;
}
