import { Badge, Button, Text } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { type Held, type Qualification, qualificationsQuery } from './contract.ts';
import { HoldersWindow } from './holders-window.tsx';
import { QualificationWindow } from './qualification-window.tsx';
import classes from './qualifications.module.css';
import { StandingBadge } from './standing-badge.tsx';

/** What people can hold: everybody sees the list and their own, managers keep it, schedulers see who holds what. */
export function QualificationsPage(): ReactElement {
  const me = useSignedIn();
  const found = useQuery(qualificationsQuery);
  // Which one is edited; `undefined` while the window is closed, null for one to come.
  const [edited, setEdited] = useState<Qualification | null | undefined>(undefined);
  const [shown, setShown] = useState<Qualification | null>(null);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited(null)}>
      Add a qualification
    </Button>
  );
  return (
    <>
      <PageHead
        title="Qualifications"
        explains="Licences, courses and certificates that some work asks for. Holders and their schedulers are reminded before the last day."
        actions={me.can.manage ? add : undefined}
      />
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && (
        <Panel>
          <LoadingLines count={4} height={32} />
        </Panel>
      )}
      {found.data !== undefined && (
        <Panel>
          <QualificationList
            qualifications={found.data.qualifications}
            mine={found.data.mine}
            onEdit={me.can.manage ? setEdited : undefined}
            onHolders={me.can.manage || me.roles.includes('scheduler') ? setShown : undefined}
          />
        </Panel>
      )}
      <QualificationWindow qualification={edited} onClose={() => setEdited(undefined)} />
      <HoldersWindow qualification={shown} onClose={() => setShown(null)} />
    </>
  );
}

interface ListProps {
  readonly qualifications: readonly Qualification[];
  readonly mine: readonly Held[];
  readonly onEdit: ((qualification: Qualification) => void) | undefined;
  readonly onHolders: ((qualification: Qualification) => void) | undefined;
}

function QualificationList({ qualifications, mine, onEdit, onHolders }: ListProps): ReactElement {
  if (qualifications.length === 0) {
    return (
      <EmptyPanel icon={<IconCertificate size={30} stroke={1.5} />} title="No qualifications yet">
        {onEdit === undefined
          ? 'Your owners and admins add what your work asks for.'
          : 'Add what some of your work asks for: a forklift licence, a first-aid course, a food-safety certificate.'}
      </EmptyPanel>
    );
  }
  return (
    <ul className={classes.list}>
      {qualifications.map((qualification) => {
        const own = mine.find(({ qualificationId }) => qualificationId === qualification.id);
        return (
          <li key={qualification.id}>
            <div className={classes.about}>
              <Text fw={600} c={qualification.archived ? 'dimmed' : undefined}>
                {qualification.name}
              </Text>
              {qualification.description !== '' && (
                <Text size="sm" c="dimmed">
                  {qualification.description}
                </Text>
              )}
            </div>
            <div className={classes.marks}>
              {qualification.archived && (
                <Badge color="gray" variant="light" tt="none">
                  Archived
                </Badge>
              )}
              {own !== undefined && <StandingBadge expiresOn={own.expiresOn} />}
              {onHolders !== undefined && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Who holds ${qualification.name}`}
                  onClick={() => onHolders(qualification)}
                >
                  Who holds it
                </Button>
              )}
              {onEdit !== undefined && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`Edit ${qualification.name}`}
                  onClick={() => onEdit(qualification)}
                >
                  Edit
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
