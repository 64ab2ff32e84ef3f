import { Anchor, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { passkeysWork, provePasskey, type requestSchema } from '../passkeys.ts';
import type { z } from '../zod.ts';
import classes from './proof.module.css';
import { insteadWords, type Proof, type Way, waysToShow } from './proof.ts';
import { WayForm } from './way-form.tsx';

interface Props {
  /** What the server offers this person. */
  readonly methods: readonly string[];
  /** Sends the proof; whatever follows from it is done there. Rejects with the failure to show. */
  readonly prove: (proof: Proof) => Promise<void>;
  /** What the server asks a passkey for. */
  readonly askPasskey: () => Promise<z.infer<typeof requestSchema>>;
  /** Has the code mailed, where that is a way. */
  readonly mailCode?: () => Promise<void>;
}

/** Proves that it's the person, one way at a time, with the other ways below. */
export function ProofForm({ methods, prove, askPasskey, mailCode }: Props): ReactElement {
  const ways = waysToShow(methods, passkeysWork());
  const [chosen, setChosen] = useState<Way | null>(null);
  const way = chosen !== null && ways.includes(chosen) ? chosen : ways[0];
  const proving = useMutation({ mutationFn: prove });
  const passkey = useMutation({
    mutationFn: async () => prove({ passkey: await provePasskey((await askPasskey()).options) }),
  });
  const mailing = useMutation({ mutationFn: async () => mailCode?.() });
  const choose = (next: Way) => {
    proving.reset();
    passkey.reset();
    setChosen(next);
    if (next === 'mail' && mailing.isIdle) mailing.mutate();
  };
  if (way === undefined) {
    return (
      <Text size="sm">None of your ways to confirm works in this browser. Please use another device or browser.</Text>
    );
  }
  const current = way === 'passkey' ? passkey : way === 'mail' && mailing.isError ? mailing : proving;
  return (
    <Stack gap="lg">
      <WayForm
        key={way}
        way={way}
        busy={proving.isPending || passkey.isPending}
        error={current.error}
        onProof={(proof) => proving.mutate(proof)}
        onPasskey={() => passkey.mutate()}
        mail={{ sent: mailing.isSuccess, busy: mailing.isPending, send: () => mailing.mutate() }}
      />
      {ways.length > 1 && (
        <div className={classes.others}>
          {ways
            .filter((other) => other !== way)
            .map((other) => (
              <Anchor key={other} component="button" type="button" size="sm" onClick={() => choose(other)}>
                {insteadWords[other]}
              </Anchor>
            ))}
        </div>
      )}
    </Stack>
  );
}
