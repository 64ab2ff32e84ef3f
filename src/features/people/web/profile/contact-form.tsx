import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import { type Audience, type OwnProfile, ownProfileSchema, type SeenBy } from './contract.ts';
import { bodyOf, draftOf } from './draft.ts';
import type { FieldsProps } from './fields-props.ts';
import { PhoneLines } from './phone-lines.tsx';
import classes from './profile.module.css';
import { audienceChoices } from './words.ts';

interface Props {
  readonly profile: OwnProfile;
  readonly submit: string;
  readonly onSaved: () => void;
}

/** How to reach oneself, field by field, and who sees each. */
export function ContactForm({ profile, submit, onSaved }: Props): ReactElement {
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(profile));
  const save = useMutation({
    mutationFn: () => call(ownProfileSchema, 'PATCH', '/api/profile', { body: bodyOf(draft) }),
    onSuccess: async (saved) => {
      client.setQueryData(['profile'], saved);
      await client.invalidateQueries({ queryKey: ['me'] });
      notifications.show({ color: 'pine', message: 'Your profile is saved.' });
      onSaved();
    },
  });
  const fields = fieldSentences(save.error);
  const isOfNoField = save.error !== null && Object.keys(fields).length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className={classes.fields}>
        <TextInput
          label="Name"
          description="As colleagues know you. Everyone here sees it."
          required
          maxLength={100}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          error={fields.name}
        />
        <ContactFields draft={draft} email={profile.contact.email} onChange={setDraft} fields={fields} />
        {isOfNoField && <ErrorPanel error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {submit}
          </Button>
        </Group>
      </div>
    </form>
  );
}

function ContactFields({
  draft,
  email,
  onChange,
  fields,
}: FieldsProps & { readonly email: string | null }): ReactElement {
  const seen = (field: keyof SeenBy) => ({
    value: draft.seenBy[field],
    onChange: (audience: Audience) => onChange({ ...draft, seenBy: { ...draft.seenBy, [field]: audience } }),
  });
  return (
    <>
      <Seen what="pronouns" {...seen('pronouns')}>
        <TextInput
          label="Pronouns"
          maxLength={40}
          value={draft.pronouns}
          onChange={(event) => onChange({ ...draft, pronouns: event.currentTarget.value })}
          error={fields.pronouns}
        />
      </Seen>
      {email !== null && (
        <Seen what="e-mail" {...seen('email')}>
          <TextInput
            label="E-mail"
            description="Owners, admins, payroll and auditors see it under Members too."
            value={email}
            readOnly
          />
        </Seen>
      )}
      <Seen what="phones" {...seen('phones')}>
        <PhoneLines draft={draft} onChange={onChange} fields={fields} />
      </Seen>
      <Seen what="address" {...seen('address')}>
        <Textarea
          label="Address"
          autosize
          minRows={2}
          maxLength={500}
          value={draft.address}
          onChange={(event) => onChange({ ...draft, address: event.currentTarget.value })}
          error={fields.address}
        />
      </Seen>
      <Seen what="emergency contact" {...seen('emergency')}>
        <EmergencyFields draft={draft} onChange={onChange} fields={fields} />
      </Seen>
    </>
  );
}

function EmergencyFields({ draft, onChange, fields }: FieldsProps): ReactElement {
  const { emergency } = draft;
  const set = (change: Partial<typeof emergency>) => onChange({ ...draft, emergency: { ...emergency, ...change } });
  return (
    <Stack gap="xs">
      <TextInput
        label="Emergency contact"
        description="Whom to call when something happens to you."
        placeholder="Name"
        maxLength={100}
        value={emergency.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={fields['emergency.name']}
      />
      <Group grow gap="xs" align="start">
        <TextInput
          aria-label="What they are to you"
          placeholder="Sister, friend …"
          maxLength={60}
          value={emergency.relation}
          onChange={(event) => set({ relation: event.currentTarget.value })}
          error={fields['emergency.relation']}
        />
        <TextInput
          aria-label="Phone of the emergency contact"
          type="tel"
          placeholder="+351 910 000 000"
          value={emergency.phone}
          onChange={(event) => set({ phone: event.currentTarget.value })}
          error={fields['emergency.phone']}
        />
      </Group>
    </Stack>
  );
}

interface SeenProps {
  readonly what: string;
  readonly value: Audience;
  readonly onChange: (audience: Audience) => void;
  readonly children: ReactNode;
}

function Seen({ what, value, onChange, children }: SeenProps): ReactElement {
  return (
    <div className={classes.field}>
      {children}
      <Select
        label="Who sees it"
        aria-label={`Who sees your ${what}`}
        allowDeselect={false}
        data={[...audienceChoices]}
        value={value}
        onChange={(chosen) => onChange(audienceChoices.find((choice) => choice.value === chosen)?.value ?? 'me')}
      />
    </div>
  );
}
