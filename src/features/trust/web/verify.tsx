import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../../../web/api.ts';
import { CopyText } from '../../../web/controls/copy.tsx';
import { ErrorPanel } from '../../../web/controls/panels.tsx';
import { formatCount } from '../../../web/figures.ts';
import classes from './audit.module.css';
import { type EntryPage, type Verification, verificationSchema } from './contract.ts';

/** The log's head, to note down, and a button that follows the whole chain. */
export function Verify({ head }: { readonly head: EntryPage['head'] }): ReactElement {
  const verify = useMutation({ mutationFn: () => call(verificationSchema, 'POST', '/api/audit/verify', { body: {} }) });
  return (
    <section className={classes.verify} aria-label="Proof">
      <div className={classes.proof}>
        <Text size="sm" fw={600}>
          {head === null ? 'Nothing sealed yet' : `${formatCount(head.seq)} entries, sealed`}
        </Text>
        {head !== null && (
          <Text size="xs" c="dimmed" className={classes.hash} title={head.hash}>
            Head {head.hash}
          </Text>
        )}
      </div>
      {head !== null && <CopyText value={`${head.seq}:${head.hash}`} label="Copy head" />}
      <Button
        size="xs"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate()}
      >
        Verify
      </Button>
      {verify.isError && (
        <div className={classes.result}>
          <ErrorPanel error={verify.error} />
        </div>
      )}
      {verify.data !== undefined && <Result found={verify.data} />}
    </section>
  );
}

export function Result({ found }: { readonly found: Verification }): ReactElement {
  const { ok, entries, brokenAt, problem, guardsMissing, heads } = found;
  if (ok && guardsMissing.length === 0) {
    return (
      <Alert role="status" className={classes.result} color="pine" variant="light" icon={<IconShieldCheck size={20} />}>
        All {formatCount(entries)} entries are as they were written, and none is missing
        {heads > 0 && `; ${formatCount(heads)} heads of earlier days agree`}.
      </Alert>
    );
  }
  return (
    <Alert
      role="alert"
      className={classes.result}
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={20} />}
      title={
        ok ? 'The log holds, but its guards were taken away' : `The log breaks at entry ${formatCount(brokenAt ?? 0)}`
      }
    >
      {!ok && `${sentence(problem ?? 'it can’t be followed')}. The ${formatCount(entries)} entries before it hold. `}
      {guardsMissing.length > 0 && `Missing in the database: ${guardsMissing.join(', ')}. `}
      Somebody with the rights of the database’s owner has been at work. Tell whoever runs Coact, and keep the latest
      export.
    </Alert>
  );
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
