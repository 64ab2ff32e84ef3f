import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatMoney } from '../../../../../web/figures.ts';
import { sentenceOf } from '../../../../../web/problem.ts';
import { formatDay } from '../../../../../web/zoned-time.ts';
import { useValuesChanged } from './use-values-changed.ts';
import { dropValues, type EventValues } from './values-api.ts';
import { events } from './worth.ts';

interface Props {
  readonly found: EventValues;
  readonly canChange: boolean;
}

/** Which values held when, the latest first. There is nothing to see before they were changed for the first time. */
export function ValueHistory({ found, canChange }: Props): ReactElement | null {
  const changed = useValuesChanged();
  const drop = useMutation({ mutationFn: dropValues, onSuccess: changed });
  if (found.values.length < 2) return null;
  return (
    <div>
      <Text component="h3" fw={600} size="sm" mb={4}>
        Values over time
      </Text>
      <Table.ScrollContainer minWidth={560}>
        <Table fz="sm" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>From</Table.Th>
              {events.map(({ key, label }) => (
                <Table.Th key={key} ta="right">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.values.toReversed().map((values) => (
              <Table.Tr key={values.from ?? ''}>
                <Table.Th scope="row" fw={500}>
                  <Group gap={6} wrap="nowrap">
                    {values.from === null ? 'the beginning' : formatDay(values.from)}
                    {values.from !== null && values.from > found.today && <Badge variant="light">planned</Badge>}
                    {values.from !== null && values.from > found.today && canChange && (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        color="red"
                        leftSection={<IconTrash size={14} aria-hidden />}
                        loading={drop.isPending}
                        onClick={() => values.from !== null && drop.mutate(values.from)}
                      >
                        Take back
                      </Button>
                    )}
                  </Group>
                </Table.Th>
                {events.map(({ key }) => (
                  <Table.Td key={key} ta="right">
                    {formatMoney(values[key], values.currency)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {drop.isError && (
        <Text size="sm" c="red" role="alert">
          {sentenceOf(drop.error)}
        </Text>
      )}
    </div>
  );
}
