import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type Dispatch, type FormEvent, type ReactElement, type SetStateAction, useState } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel } from '../../../../web/controls/panels.tsx';
import { fieldSentences } from '../../../../web/problem.ts';
import type { Feed } from './contract.ts';
import { AddressFields, ItemFields, ModeFields, TextFields } from './feed-fields.tsx';
import { bodyOf, type FeedForm } from './feed-form.ts';
import { FeedShown } from './feed-shown.tsx';
import classes from './feeds.module.css';
import { addFeed, changeFeed, previewFeed } from './feeds-api.ts';

interface Props {
  /** Null for one that is to be added. */
  readonly feed: Feed | null;
  readonly start: FeedForm;
}

/** Looks at what the form names, and keeps it. */
function useFeedSending(feed: Feed | null, form: FeedForm, setForm: Dispatch<SetStateAction<FeedForm>>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const body = (of: FeedForm) => bodyOf(of, feed?.utm);
  const preview = useMutation({
    mutationFn: (of: FeedForm) => previewFeed(body(of)),
    onSuccess: (found, of) => {
      // A feed's own name is as good a name as any; what somebody typed stays.
      if (found.kind === 'feed' && of.name.trim() === '') setForm((now) => ({ ...now, name: now.name || found.title }));
    },
  });
  const save = useMutation({
    mutationFn: () =>
      feed === null ? addFeed({ ...body(form), alsoLast: form.alsoLast }) : changeFeed(feed.id, body(form)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['feeds'] });
      notifications.show({ color: 'pine', message: feed === null ? 'Added. Coact looks at it now.' : 'Saved' });
      await navigate({ to: '/feeds', search: { tab: 'feeds' } });
    },
  });
  return { preview, save };
}

/** The form of a feed, beside what would be made of its items. */
export function FeedEditor({ feed, start }: Props): ReactElement {
  const [form, setForm] = useState(start);
  const { preview, save } = useFeedSending(feed, form, setForm);
  const patch = (change: Partial<FeedForm>) => setForm((now) => ({ ...now, ...change }));
  const errors = { ...fieldSentences(preview.error), ...fieldSentences(save.error) };
  const look = (of: FeedForm) => {
    save.reset();
    preview.mutate(of);
  };
  const choose = (url: string) => {
    patch({ url });
    look({ ...form, url });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  const part = { form, patch, errors };
  return (
    <div className={classes.columns}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <AddressFields {...part} onLook={() => look(form)} looking={preview.isPending} />
        <ModeFields {...part} adding={feed === null} kept={feed?.channels ?? []} />
        <ItemFields {...part} />
        <TextFields {...part} />
        {save.isError && <ErrorPanel error={save.error} />}
        <Group justify="flex-end">
          <LinkButton to="/feeds" variant="default">
            Cancel
          </LinkButton>
          <Button type="submit" loading={save.isPending}>
            {feed === null ? 'Add feed' : 'Save'}
          </Button>
        </Group>
      </form>
      <div className={classes.shown}>
        <FeedShown
          preview={preview.data ?? null}
          busy={preview.isPending}
          error={preview.error}
          onChoose={choose}
          onLook={form.url.trim() === '' ? null : () => look(form)}
        />
      </div>
    </div>
  );
}
