import { ActionIcon, Button, Group, Input, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { phoneKinds } from './contract.ts';
import { phoneSentence, withPhone } from './draft.ts';
import type { FieldsProps } from './fields-props.ts';
import { phoneLabels } from './words.ts';

const most = 5;
const kinds = phoneKinds.map((kind) => ({ value: kind, label: phoneLabels[kind] }));

/** One's phones, a line each. */
export function PhoneLines({ draft, onChange, fields }: FieldsProps): ReactElement {
  const { phones } = draft;
  type Line = (typeof phones)[number];
  const set = (key: number, change: Partial<Line>) =>
    onChange({ ...draft, phones: phones.map((phone) => (phone.key === key ? { ...phone, ...change } : phone)) });
  const remove = (key: number) => onChange({ ...draft, phones: phones.filter((phone) => phone.key !== key) });
  return (
    <Input.Wrapper label="Phones" description="With the country, as +351 910 000 000." labelElement="div">
      <Stack gap="xs" mt={6}>
        {phones.map((phone, index) => (
          <Group key={phone.key} gap="xs" wrap="nowrap" align="start">
            <Select
              aria-label={`Kind of phone ${index + 1}`}
              allowDeselect={false}
              w={110}
              data={kinds}
              value={phone.kind}
              onChange={(chosen) => set(phone.key, { kind: phoneKinds.find((kind) => kind === chosen) ?? 'mobile' })}
            />
            <TextInput
              aria-label={`Phone ${index + 1}`}
              type="tel"
              autoComplete="tel"
              flex={1}
              miw={0}
              value={phone.number}
              onChange={(event) => set(phone.key, { number: event.currentTarget.value })}
              error={phoneSentence(draft, phone.key, fields)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Remove phone ${index + 1}`}
              onClick={() => remove(phone.key)}
            >
              <IconX size={18} />
            </ActionIcon>
          </Group>
        ))}
        {phones.length < most && (
          <Button
            variant="subtle"
            size="compact-sm"
            w="fit-content"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange(withPhone(draft))}
          >
            Add a phone
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
