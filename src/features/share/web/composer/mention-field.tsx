import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { readOrganisation, writeMention } from '../../mentions.ts';

/** A text with a mention at its end, from where it is moved as any words are. */
export const withMention = (text: string, mention: string) => `${text.trimEnd()} ${mention}`.trimStart();

const noNumber =
  'There is no number in this. It stands in the address of the page’s own admin view, as linkedin.com/company/123456/admin.';

/** Puts the mention of an organisation's page on LinkedIn into a text. Its number is needed: LinkedIn looks up no names for us. */
export function MentionField({ onMention }: { readonly onMention: (mention: string) => void }): ReactElement {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [page, setPage] = useState('');
  const organisation = readOrganisation(page);
  const nameProblem = /[[\]\\]/.test(name) ? 'A name with these brackets can’t be mentioned.' : undefined;
  const isReady = organisation !== null && name.trim() !== '' && nameProblem === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Within the composer's own form this one is not to send that.
    event.stopPropagation();
    if (organisation === null || !isReady) return;
    onMention(writeMention({ name: name.trim(), organisation }));
    setOpened(false);
    setName('');
    setPage('');
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start" width={320} withinPortal>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          mt={6}
          leftSection={<IconAt size={12} aria-hidden />}
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
        >
          Mention a page on LinkedIn
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" component="form" onSubmit={submit} aria-label="Mention a page on LinkedIn">
          <TextInput
            label="Name"
            description="Exactly as the page is called. Other networks show the name alone."
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.currentTarget.value)}
            error={nameProblem}
            data-autofocus
          />
          <TextInput
            label="Page"
            description="Its number, URN, or address with the number"
            value={page}
            onChange={(event) => setPage(event.currentTarget.value)}
            error={page.trim() !== '' && organisation === null ? noNumber : undefined}
          />
          <Button type="submit" size="xs" disabled={!isReady}>
            Add to the text
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
