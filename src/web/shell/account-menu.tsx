import { Avatar, Indicator, Menu, Text, UnstyledButton } from '@mantine/core';
import {
  IconBell,
  IconCheck,
  IconHelpCircle,
  IconId,
  IconKeyboard,
  IconLogout,
  IconShieldLock,
  IconUser,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useToRead } from '../../features/processes/web/reading/use-to-read.ts';
import { chooseOrganisation } from '../api.ts';
import { useSignedIn, useSignOut } from '../queries.ts';
import { ColorSchemeControl } from './color-scheme-control.tsx';
import { phoneRestFor } from './places.ts';
import classes from './shell.module.css';

/** People who belong to several organisations choose one here. */
function Organisations(): ReactElement | null {
  const me = useSignedIn();
  const client = useQueryClient();
  if (me.organisations.length < 2) return null;
  return (
    <>
      <Menu.Label>Organisation</Menu.Label>
      {me.organisations.map((organisation) => (
        <Menu.Item
          key={organisation.id}
          rightSection={organisation.id === me.organisation?.id ? <IconCheck size={16} aria-label="chosen" /> : null}
          onClick={() => {
            chooseOrganisation(organisation.id);
            void client.resetQueries();
          }}
        >
          {organisation.name}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}

interface Props {
  readonly onHelp: () => void;
  /** Name and e-mail beside the picture; only the picture where there is no room. */
  readonly wide: boolean;
}

/** Who is signed in, their account, colour scheme, shortcuts, sign-out. */
export function AccountMenu({ onHelp, wide }: Props): ReactElement {
  const me = useSignedIn();
  const signOut = useSignOut();
  const name = me.user.name || me.user.email;
  const toRead = useToRead();
  // Phones have no place for processes but this menu.
  const waiting = wide ? 0 : toRead;
  return (
    <Menu width={240} position={wide ? 'top-start' : 'bottom-end'} shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={wide ? classes.account : classes.accountSmall}
          aria-label={waiting === 0 ? `Account: ${name}` : `Account: ${name}, ${waiting} to read`}
          data-tour="account"
        >
          <Indicator disabled={waiting === 0} size={10} offset={3} color="red">
            <Avatar name={name} size={32} radius="xl" color="lilac" variant="filled" />
          </Indicator>
          {wide && (
            <span className={classes.accountName}>
              <span>{name}</span>
              <small>{me.organisation?.name}</small>
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Text size="xs" c="dimmed" px="sm" py={6} truncate>
          {me.user.email}
        </Text>
        <Organisations />
        <div style={{ padding: '4px 8px 8px' }}>
          <ColorSchemeControl />
        </div>
        {!wide &&
          phoneRestFor(me).map(({ to, label, icon: Icon }) => (
            <Menu.Item key={to} leftSection={<Icon size={16} />} component={Link} to={to}>
              {to === '/processes' && waiting > 0 ? `${label}, ${waiting} to read` : label}
            </Menu.Item>
          ))}
        <OwnPages />
        <Menu.Item leftSection={<IconHelpCircle size={16} />} component={Link} to="/help">
          Help
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is about oneself. */
function OwnPages(): ReactElement {
  return (
    <>
      <Menu.Item leftSection={<IconShieldLock size={16} />} component={Link} to="/account">
        Your account
      </Menu.Item>
      <Menu.Item leftSection={<IconId size={16} />} component={Link} to="/profile">
        Your profile
      </Menu.Item>
      <Menu.Item leftSection={<IconBell size={16} />} component={Link} to="/account/notifications">
        Notifications
      </Menu.Item>
      <Menu.Item leftSection={<IconUser size={16} />} component={Link} to="/me">
        My page
      </Menu.Item>
    </>
  );
}
