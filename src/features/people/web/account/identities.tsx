import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBrandSlack, IconLogin2 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { call, confirmItsYou, nothing } from '../../../../web/api.ts';
import { Confirm } from '../../../../web/controls/confirm.tsx';
import { sentenceOf } from '../../../../web/problem.ts';
import { deviceTimeZone, formatDate } from '../../../../web/zoned-time.ts';
import { confirmingMethods, isSteppedUp } from './account.ts';
import type { Account, Identity } from './contract.ts';
import { useReloadAccount } from './queries.ts';
import { Row } from './row.tsx';

const icons = { slack: IconBrandSlack, oidc: IconLogin2 } as const;

/** Accounts elsewhere that let the person in, and linking the organisation's own sign-in. */
export function Identities({ account }: { readonly account: Account }): ReactElement {
  const [removing, setRemoving] = useState<Identity | null>(null);
  const isLinked = account.identities.some(({ provider }) => provider === 'oidc');
  return (
    <>
      {account.identities.map((identity) => {
        const Icon = icons[identity.provider];
        return (
          <Row
            key={identity.id}
            icon={<Icon size={20} />}
            title={identity.label}
            isOn
            actions={
              <Button
                variant="subtle"
                color="red"
                size="xs"
                aria-label={`Unlink ${identity.label}`}
                onClick={() => setRemoving(identity)}
              >
                Unlink
              </Button>
            }
          >
            Linked {formatDate(identity.linkedAt, deviceTimeZone())}.
          </Row>
        );
      })}
      {account.oidc !== null && !isLinked && <LinkRow account={account} name={account.oidc.name} />}
      <Unlink identity={removing} onClose={() => setRemoving(null)} />
    </>
  );
}

/** The link is a page of another host, so the fresh proof that it needs is asked for before we leave. */
function LinkRow({ account, name }: { readonly account: Account; readonly name: string }): ReactElement {
  const leave = useMutation({
    mutationFn: async () => {
      if (!isSteppedUp(account, new Date())) await confirmItsYou(confirmingMethods(account));
      window.location.assign('/api/account/identities/oidc/link');
    },
    onError: (error) => notifications.show({ color: 'gray', message: sentenceOf(error) }),
  });
  return (
    <Row
      icon={<IconLogin2 size={20} />}
      title={name}
      actions={
        <Button variant="default" size="xs" loading={leave.isPending} onClick={() => leave.mutate()}>
          Link {name}
        </Button>
      }
    >
      Not linked. Once it is, you can sign in with {name}.
    </Row>
  );
}

function Unlink({
  identity,
  onClose,
}: {
  readonly identity: Identity | null;
  readonly onClose: () => void;
}): ReactElement {
  const reload = useReloadAccount();
  const unlink = useMutation({
    mutationFn: (id: string) => call(nothing, 'DELETE', `/api/account/identities/${encodeURIComponent(id)}`),
    onSuccess: async () => {
      onClose();
      await reload();
      notifications.show({ color: 'pine', message: 'The link is removed.' });
    },
  });
  const close = () => {
    onClose();
    unlink.reset();
  };
  return (
    <Confirm
      opened={identity !== null}
      onClose={close}
      title={`Unlink ${identity?.label ?? ''}?`}
      confirm="Unlink"
      onConfirm={() => identity !== null && unlink.mutate(identity.id)}
      busy={unlink.isPending}
      error={unlink.error}
      danger
    >
      It no longer lets you in here. Nothing changes over there, and you can link it again.
    </Confirm>
  );
}
