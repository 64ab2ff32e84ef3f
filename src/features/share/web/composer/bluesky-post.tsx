import { Text } from '@mantine/core';
import { IconHeart, IconMessageCircle, IconRepeat, IconUser } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Rendered } from '../contract.ts';
import classes from './bluesky-post.module.css';
import type { ComposerForm } from './composer-form.ts';
import { textPieces } from './text-pieces.ts';
import { webAddress } from './tracked-url.ts';

type PostCard = NonNullable<Rendered['networks']['bluesky']>[number]['card'];

interface Props {
  /** "Version 2" above the post; null when there is only one. */
  readonly title: string | null;
  readonly text: string;
  readonly card: PostCard | null;
  readonly form: ComposerForm;
}

/** The server's card where it has drawn one, what is in the form until then. */
function shownCard(card: PostCard | null, form: ComposerForm): PostCard | null {
  if (card !== null) return card;
  const address = webAddress(form.link);
  if (address === null) return null;
  const { title = form.title, description = '', pictureUrl = null } = form.card ?? {};
  return { url: address.toString(), title, description, pictureUrl };
}

/** A post as it will stand in somebody's feed on Bluesky. */
export function BlueskyPost({ title, text, card, form }: Props): ReactElement {
  const shown = shownCard(card, form);
  return (
    <section aria-label={title ?? 'Bluesky post'}>
      {title !== null && (
        <Text size="sm" fw={600} c="dimmed" mb={6}>
          {title}
        </Text>
      )}
      <article className={classes.post}>
        <div className={classes.face} aria-hidden>
          <IconUser size={22} stroke={1.75} />
        </div>
        <div className={classes.body}>
          <div className={classes.who}>
            <b>A colleague</b> <span>@colleague.bsky.social · now</span>
          </div>
          <p className={classes.words}>
            {text.trim() === '' ? (
              <span className={classes.none}>No text yet</span>
            ) : (
              textPieces(text).map((piece) => (piece.marked ? <span key={piece.at}>{piece.text}</span> : piece.text))
            )}
          </p>
          {shown !== null && <LinkCard card={shown} />}
          <div className={classes.acts} aria-hidden>
            <IconMessageCircle size={18} stroke={1.6} />
            <IconRepeat size={18} stroke={1.6} />
            <IconHeart size={18} stroke={1.6} />
          </div>
        </div>
      </article>
    </section>
  );
}

function LinkCard({ card }: { readonly card: PostCard }): ReactElement {
  return (
    <div className={classes.card}>
      {card.pictureUrl != null && <img src={card.pictureUrl} alt="" />}
      <div>
        <b>{card.title || 'No title'}</b>
        {card.description !== '' && <p>{card.description}</p>}
        <small>{webAddress(card.url)?.host ?? card.url}</small>
      </div>
    </div>
  );
}
