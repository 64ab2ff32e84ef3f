import { Badge, Code, Table, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './api.module.css';
import type { Field, Operation } from './description.ts';

const colors: Readonly<Record<string, string>> = { GET: 'gray', DELETE: 'red' };

/** One call: what it is for, who may, what goes in and what comes out. */
export function OperationSection({ operation }: { readonly operation: Operation }): ReactElement {
  const { id, method, path, summary, access, parameters, body, answers } = operation;
  return (
    <section id={id} className={classes.operation} aria-labelledby={`${id}-title`}>
      <Title order={3} id={`${id}-title`} size="h4">
        {summary}
      </Title>
      <div className={classes.line}>
        <Badge variant="light" color={colors[method] ?? 'green'} radius="sm">
          {method}
        </Badge>
        <Code className={classes.path}>{path}</Code>
      </div>
      <Text size="sm" c="dimmed">
        {access.replaceAll('`', '')}
      </Text>
      <Fields caption="In the address" fields={parameters} />
      <Fields caption="In the body" fields={body} />
      {answers.map(({ status, meaning, fields }) => (
        <Fields key={status} caption={`${status}: ${meaning}`} fields={fields} always />
      ))}
    </section>
  );
}

interface FieldsProps {
  readonly caption: string;
  readonly fields: readonly Field[];
  /** Shows the caption also when there is no field. */
  readonly always?: boolean;
}

function Fields({ caption, fields, always = false }: FieldsProps): ReactElement | null {
  if (fields.length === 0 && !always) return null;
  if (fields.length === 0) return <Text size="sm">{caption}</Text>;
  return (
    <Table.ScrollContainer minWidth={280} type="native">
      <Table className={classes.fields} verticalSpacing={4} captionSide="top">
        <Table.Caption className={classes.caption}>{caption}</Table.Caption>
        <Table.Tbody>
          {fields.map((field, at) => (
            // The order of a description's fields is theirs: no two have the same place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <Table.Tr key={`${at}-${field.name}`}>
              <Table.Th scope="row" pl={8 + field.depth * 16} className={classes.name}>
                {field.name}
              </Table.Th>
              <Table.Td>
                {field.type}
                {!field.required && <span className={classes.optional}> optional</span>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
