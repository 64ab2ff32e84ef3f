import { ActionIcon, Button, Radio, Stack, Tabs, Textarea, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import type { Rendered } from '../contract.ts';
import { countForBluesky, maxGraphemes } from './bluesky-count.ts';
import classes from './composer.module.css';
import { maxVariants } from './composer-form.ts';
import type { Part } from './part.ts';
import type { FormField } from './readiness.ts';

interface Props extends Part {
  readonly rendered: Rendered['networks']['bluesky'];
}

/** Up to five versions of the post, so that a hundred shares don't read like one; and who may change them. */
export function BlueskySection({ form, patch, problems, rendered }: Props): ReactElement {
  const [at, setAt] = useState(0);
  const current = Math.min(at, form.variants.length - 1);
  const text = form.variants[current] ?? '';
  const write = (value: string): void => patch({ variants: form.variants.with(current, value) });
  const remove = (): void => {
    patch({ variants: form.variants.toSpliced(current, 1) });
    setAt(Math.max(0, current - 1));
  };
  const fromServer = rendered?.[current];
  // The server's word on this very text: it knows more than lengths.
  const refused = fromServer !== undefined && fromServer.text === text ? fromServer.problems[0] : undefined;
  const field: FormField = `variants.${current}`;
  return (
    <Panel
      title="On Bluesky"
      explains="Versions of the post. People get one of them, and the link card comes with it by itself."
    >
      <Tabs value={String(current)} onChange={(value) => setAt(Number(value))} keepMounted={false}>
        <div className={classes.variantTabs}>
          <Tabs.List aria-label="Versions">
            {form.variants.map((variant, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a version is its place; it has no other name
              <Tabs.Tab key={index} value={String(index)} data-over={countForBluesky(variant).problem !== null}>
                Version {index + 1}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {form.variants.length < maxVariants && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={16} />}
              onClick={() => {
                patch({ variants: [...form.variants, ''] });
                setAt(form.variants.length);
              }}
            >
              Add
            </Button>
          )}
        </div>
        <Tabs.Panel value={String(current)} pt="sm">
          <Textarea
            label={`Text of version ${current + 1}`}
            autosize
            minRows={4}
            maxRows={12}
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
            error={countForBluesky(text).problem ?? problems[field] ?? refused}
            aria-describedby="bluesky-count"
          />
          <div className={classes.countLine}>
            <Counter text={text} />
            {form.variants.length > 1 && (
              <Tooltip label="Remove this version">
                <ActionIcon variant="subtle" color="gray" aria-label={`Remove version ${current + 1}`} onClick={remove}>
                  <IconTrash size={18} stroke={1.75} />
                </ActionIcon>
              </Tooltip>
            )}
          </div>
        </Tabs.Panel>
      </Tabs>
      <Radio.Group
        mt="md"
        label="May people change the text?"
        value={form.editPolicy}
        onChange={(value) => patch({ editPolicy: value === 'add' || value === 'fixed' ? value : 'free' })}
      >
        <Stack gap={14} mt={10}>
          <Radio value="free" label="Yes, freely" description="The most personal posts, and the most read." />
          <Radio
            value="add"
            label="They may add to it"
            description="Your text stays; their words come before or after."
          />
          <Radio value="fixed" label="No" description="For wording that has to stay exactly as it is." />
        </Stack>
      </Radio.Group>
    </Panel>
  );
}

function Counter({ text }: { readonly text: string }): ReactElement {
  const { remaining, bytes } = countForBluesky(text);
  const over = remaining < 0;
  return (
    <output id="bluesky-count" className={classes.count} data-tone={over ? 'over' : remaining < 20 ? 'near' : 'fine'}>
      <progress max={maxGraphemes} value={Math.min(maxGraphemes, maxGraphemes - remaining)} aria-hidden="true" />
      <span className="tabular">{over ? `${-remaining} over` : `${remaining} left`}</span>
      {bytes > 2500 && <span className="tabular">· {bytes} of 3,000 bytes</span>}
    </output>
  );
}
