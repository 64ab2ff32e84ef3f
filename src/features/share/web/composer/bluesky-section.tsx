import { Radio, Stack } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { Panel } from '../../../../web/controls/panels.tsx';
import type { EditPolicy, Rendered } from '../contract.ts';
import { countForBluesky } from './bluesky-count.ts';
import type { Part } from './part.ts';
import type { FormField } from './readiness.ts';
import { VersionField } from './version-field.tsx';
import { VersionTabs } from './version-tabs.tsx';
import { wholePost } from './whole-post.ts';

interface Props extends Part {
  readonly rendered: Rendered | undefined;
}

/** Up to five versions of the post, so that a hundred shares don't read like one; and who may change them. */
export function BlueskySection({ form, patch, problems, rendered }: Props): ReactElement {
  const [at, setAt] = useState(0);
  const current = Math.min(at, form.variants.length - 1);
  const text = form.variants[current] ?? '';
  const fromServer = rendered?.networks.bluesky?.[current];
  const whole = (words: string) => wholePost(words, rendered?.sampleLink);
  // The server's word on this very text: it knows more than lengths.
  const refused = fromServer?.text.startsWith(text) ? fromServer.problems[0] : undefined;
  const field: FormField = `variants.${current}`;
  return (
    <Panel
      data-tour="compose-posts"
      title="On Bluesky"
      explains="Versions of the post. People get one of them; the tracked link and its card come with it by themselves."
    >
      <VersionTabs
        variants={form.variants.map(whole)}
        current={current}
        onChoose={setAt}
        onAdd={() => {
          patch({ variants: [...form.variants, ''] });
          setAt(form.variants.length);
        }}
      >
        <VersionField
          place={current + 1}
          text={text}
          counted={whole(text)}
          error={countForBluesky(whole(text)).problem ?? problems[field] ?? refused}
          onChange={(value) => patch({ variants: form.variants.with(current, value) })}
          onRemove={
            form.variants.length === 1
              ? null
              : () => {
                  patch({ variants: form.variants.toSpliced(current, 1) });
                  setAt(Math.max(0, current - 1));
                }
          }
        />
      </VersionTabs>
      <EditPolicyField value={form.editPolicy} onChange={(editPolicy) => patch({ editPolicy })} />
    </Panel>
  );
}

interface EditPolicyProps {
  readonly value: EditPolicy;
  readonly onChange: (policy: EditPolicy) => void;
}

function EditPolicyField({ value, onChange }: EditPolicyProps): ReactElement {
  return (
    <Radio.Group
      mt="md"
      label="May people change the text?"
      value={value}
      onChange={(chosen) => onChange(chosen === 'add' || chosen === 'fixed' ? chosen : 'free')}
    >
      <Stack gap={14} mt={10}>
        <Radio value="free" label="Yes, freely" description="The most personal posts, and the most read." />
        <Radio value="add" label="They may add to it" description="Your text stays; their words come before it." />
        <Radio value="fixed" label="No" description="For wording that has to stay exactly as it is." />
      </Stack>
    </Radio.Group>
  );
}
