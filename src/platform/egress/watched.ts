import { statusClass, type Telemetry } from '../telemetry/index.ts';
import { exchange } from './exchange.ts';

/** Sends one request and reads its answer; `exchange`, or something around it. */
export type Send = typeof exchange;

/**
 * Measures each hop. By host only where the operator configured it: which pages somebody shares and whose server somebody
 * lives on is told to nobody. Nothing is sent along either: a stranger's server learns of no trace.
 */
export function watchExchange(telemetry: Telemetry | undefined): Send {
  if (!telemetry?.metered && !telemetry?.traced) return exchange;
  return async (outgoing, ...rest) => {
    const address = { 'server.address': outgoing.url.hostname };
    const started = performance.now();
    return telemetry.span('egress', { ...address, 'http.request.method': outgoing.method }, async (span) => {
      const result = await exchange(outgoing, ...rest);
      const status = result.ok ? { 'http.response.status_class': statusClass(result.response.status) } : {};
      span.set(status);
      if (!result.ok) span.failed();
      const outcome = result.ok ? 'answered' : 'refused';
      const seconds = (performance.now() - started) / 1_000;
      telemetry.time('http.client.request.duration', seconds, { ...address, ...status, outcome });
      return result;
    });
  };
}
