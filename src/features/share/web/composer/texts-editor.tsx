import { type ReactElement, useState } from 'react';
import { withHashtag } from '../../hashtags.ts';
import { WordingOffer } from '../rewriting/wording-offer.tsx';
import { HashtagChips } from './hashtag-chips.tsx';
import { MentionField, withMention } from './mention-field.tsx';
import type { Part } from './part.ts';
import { type Counting, countPost, refusalOf } from './post-count.ts';
import { readersOf, type Scope, textsAt, withTexts } from './post-texts.ts';
import { fieldAt } from './readiness.ts';
import { VersionField } from './version-field.tsx';
import { VersionTabs } from './version-tabs.tsx';

interface Props extends Part {
  readonly scope: Scope;
  readonly counting: Counting;
  /** Hashtags that the organisation uses. */
  readonly hashtags: readonly string[];
}

/** Up to five versions of a post, so that a hundred shares don't read like one. */
export function TextsEditor({ form, patch, problems, scope, counting, hashtags }: Props): ReactElement {
  const [at, setAt] = useState(0);
  const texts = textsAt(form, scope);
  const readers = readersOf(form, scope);
  const current = Math.min(at, texts.length - 1);
  const text = texts[current] ?? '';
  const write = (variants: string[]): void => patch(withTexts(form, scope, variants));
  const refused = (words: string) =>
    readers.map((network) => refusalOf(network, words, counting.rendered)).find((refusal) => refusal !== null);
  return (
    <VersionTabs
      over={texts.map((words) => refused(words) !== undefined)}
      current={current}
      onChoose={setAt}
      onAdd={() => {
        write([...texts, '']);
        setAt(texts.length);
      }}
    >
      <VersionField
        place={current + 1}
        text={text}
        counts={readers.map((network) => countPost(network, text, counting))}
        error={refused(text) ?? problems[fieldAt(form, scope, current)]}
        onChange={(value) => write(texts.with(current, value))}
        onRemove={
          texts.length === 1
            ? null
            : () => {
                write(texts.toSpliced(current, 1));
                setAt(Math.max(0, current - 1));
              }
        }
      />
      <WordingOffer
        key={`${scope} ${current}`}
        text={text}
        networks={readers}
        disclosed={form.disclosed}
        onTake={(wording) => write(texts.with(current, wording))}
      />
      {readers.includes('linkedin') && (
        <MentionField onMention={(mention) => write(texts.with(current, withMention(text, mention)))} />
      )}
      <HashtagChips
        hashtags={hashtags}
        text={text}
        onChoose={(tag) => write(texts.with(current, withHashtag(text, tag)))}
      />
    </VersionTabs>
  );
}
