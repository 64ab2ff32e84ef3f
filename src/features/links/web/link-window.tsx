import { Checkbox, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCalendar } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Window } from '../../../web/controls/window.tsx';
import { WindowForm } from '../../../web/controls/window-form.tsx';
import { fieldSentences } from '../../../web/problem.ts';
import { useTimeZone } from '../../../web/queries.ts';
import { wallTimeAt, zoneLabel } from '../../../web/zoned-time.ts';
import { changeLink, linksQuery, type ShortLink } from './contract.ts';
import { changeOf, type LinkForm } from './link-form.ts';

interface Props {
  readonly requestId: string;
  /** Null while the window is closed. */
  readonly link: ShortLink | null;
  /** The request has further links, which the end can be meant for too. */
  readonly hasOthers: boolean;
  readonly onClose: () => void;
}

/** A link's address, and until when it works. */
export function LinkWindow({ link, onClose, ...rest }: Props): ReactElement {
  return (
    <Window opened={link !== null} onClose={onClose} title="Change the link">
      {link !== null && <LinkFields link={link} onDone={onClose} {...rest} />}
    </Window>
  );
}

type FieldsProps = Pick<Props, 'requestId' | 'hasOthers'> & { readonly link: ShortLink; readonly onDone: () => void };

export function LinkFields({ requestId, link, hasOthers, onDone }: FieldsProps): ReactElement {
  const client = useQueryClient();
  const timeZone = useTimeZone();
  const [form, setForm] = useState<LinkForm>({
    name: link.name ?? '',
    endsAt: link.endsAt === null ? '' : wallTimeAt(new Date(link.endsAt), timeZone),
    targetAfter: link.targetAfter ?? '',
    allOfRequest: hasOthers,
  });
  const patch = (change: Partial<LinkForm>) => setForm({ ...form, ...change });
  const save = useMutation({
    mutationFn: () => changeLink(link.id, changeOf(link, form, timeZone)),
    onSuccess: (answer) => {
      client.setQueryData(linksQuery(requestId).queryKey, answer);
      notifications.show({ color: 'pine', message: 'The link is changed.' });
      onDone();
    },
  });
  const fields = fieldSentences(save.error);
  const before = link.url.replace(/^https?:\/\//, '').replace(/[^/]*$/, '');
  return (
    <WindowForm sending={save} submit="Save" onSubmit={() => save.mutate()} onCancel={onDone}>
      <TextInput
        label="Address"
        description={`What stands behind ${before} – letters, digits, - and _. Addresses that it had until now go on working.`}
        placeholder={link.url.split('/').at(-1)}
        maxLength={64}
        data-autofocus
        value={form.name}
        onChange={(event) => patch({ name: event.currentTarget.value })}
        error={fields.name}
      />
      <EndField
        value={form.endsAt}
        timeZone={timeZone}
        onChange={(endsAt) => patch({ endsAt })}
        error={fields.endsAt}
      />
      {form.endsAt !== '' && (
        <TextInput
          label="Afterwards leads to"
          description="Left empty, people read that the link has ended."
          placeholder="https://"
          type="url"
          value={form.targetAfter}
          onChange={(event) => patch({ targetAfter: event.currentTarget.value })}
          error={fields.targetAfter}
        />
      )}
      {hasOthers && (
        <Checkbox
          label="The same end for all links of this request"
          checked={form.allOfRequest}
          onChange={(event) => patch({ allOfRequest: event.currentTarget.checked })}
        />
      )}
    </WindowForm>
  );
}

interface EndProps {
  readonly value: string;
  readonly timeZone: string;
  readonly onChange: (wall: string) => void;
  readonly error: string | undefined;
}

/** A wall-clock time in the organisation's zone, or none. */
function EndField({ value, timeZone, onChange, error }: EndProps): ReactElement {
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <DateTimePicker
      label="Works until"
      description={`By the clock of ${zoneLabel(timeZone)}. Left empty, it works for good.`}
      placeholder="No end"
      clearable
      valueFormat="ddd D MMM YYYY, HH:mm"
      leftSection={<IconCalendar size={18} aria-hidden />}
      dropdownType={phone ? 'modal' : 'popover'}
      value={value === '' ? null : value.replace('T', ' ').concat(':00')}
      onChange={(chosen) => onChange(chosen === null ? '' : chosen.slice(0, 16).replace(' ', 'T'))}
      error={error}
      previousLabel="Previous month"
      nextLabel="Next month"
      clearButtonProps={{ 'aria-label': 'Take the end away' }}
      submitButtonProps={{ 'aria-label': 'Done' }}
      timePickerProps={{ format: '24h', 'aria-label': 'Time', hoursInputLabel: 'Hours', minutesInputLabel: 'Minutes' }}
    />
  );
}
