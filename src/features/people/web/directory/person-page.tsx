import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { LinkButton, TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { useSignedIn } from '../../../../web/queries.ts';
import { LeavingPanel } from '../leaving/leaving-panel.tsx';
import type { Contact, PersonPageAnswer } from '../profile/contract.ts';
import { type Fact, Facts } from '../profile/facts.tsx';
import { Portrait } from '../profile/portrait.tsx';
import classes from '../profile/profile.module.css';
import { personQuery } from '../profile/queries.ts';
import { phoneLabels } from '../profile/words.ts';
import { useWorkFacts } from '../profile/work-facts.ts';
import { HeldPanel } from '../qualifications/held-panel.tsx';
import { EmploymentWindow } from './employment-window.tsx';
import { NotesPanel } from './notes-panel.tsx';

const route = getRouteApi('/member/people/$id');

/** What one may know of somebody. */
export function PersonPage(): ReactElement {
  const { id } = route.useParams();
  const person = useQuery(personQuery(id));
  const back = (
    <TextLink to="/people" size="sm">
      People
    </TextLink>
  );
  if (person.data === undefined) {
    return (
      <>
        <PageHead title="Somebody" above={back} />
        {person.isError ? (
          <ErrorPanel error={person.error} onRetry={() => void person.refetch()} />
        ) : (
          <Panel>
            <LoadingLines count={5} height={32} />
          </Panel>
        )}
      </>
    );
  }
  return (
    <>
      <PageHead
        title={person.data.name || 'Somebody from Slack'}
        above={back}
        beside={<Portrait id={id} name={person.data.name} pictureAt={person.data.pictureAt} size={48} />}
      />
      <PersonSections person={person.data} />
    </>
  );
}

/** The parts of somebody's page that are there for whoever looks. */
export function PersonSections({ person }: { readonly person: PersonPageAnswer }): ReactElement {
  const me = useSignedIn();
  const { id, may, contact } = person;
  if (id === me.personId) {
    return (
      <div className={classes.page}>
        <Panel title="This is you" explains="Colleagues see here what you let them see.">
          <LinkButton to="/profile">Your profile</LinkButton>
        </Panel>
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <Panel title="How to reach them">
        <Facts facts={contactFacts(contact)} none="They show nothing of this to you." />
      </Panel>
      {person.details !== null && <WorkPanel person={person} />}
      {may.qualify && <HeldPanel personId={id} />}
      {may.note && <NotesPanel personId={id} />}
      {me.can.manage && <LeavingPanel personId={id} />}
    </div>
  );
}

function contactFacts(contact: Partial<Contact>): readonly Fact[] {
  const { email, pronouns, phones = [], address, emergency } = contact;
  return [
    ['Pronouns', pronouns],
    [
      'E-mail',
      email ? (
        <Anchor key="email" href={`mailto:${email}`}>
          {email}
        </Anchor>
      ) : null,
    ],
    ...phones.map(
      ({ kind, number }, index): Fact => [
        phones.length > 1
          ? `Phone ${index + 1} (${phoneLabels[kind].toLowerCase()})`
          : `Phone (${phoneLabels[kind].toLowerCase()})`,
        <Anchor key={number} href={`tel:${number}`}>
          {number}
        </Anchor>,
      ],
    ),
    ['Address', address],
    [
      'Emergency contact',
      emergency ? [emergency.name, emergency.relation, emergency.phone].filter(Boolean).join(', ') : null,
    ],
  ];
}

function WorkPanel({ person }: { readonly person: PersonPageAnswer }): ReactElement {
  const [editing, setEditing] = useState(false);
  const { details, employment, manager, may } = person;
  const facts = useWorkFacts({ employment, manager, places: details });
  const edit = (
    <Button variant="default" size="sm" onClick={() => setEditing(true)}>
      Edit
    </Button>
  );
  return (
    <Panel title="Work" aside={may.employ ? edit : undefined}>
      <Facts facts={facts} none="Nothing is kept here yet." />
      <EmploymentWindow person={editing ? person : null} onClose={() => setEditing(false)} />
    </Panel>
  );
}
