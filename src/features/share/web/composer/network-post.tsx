import { Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { RenderedPost } from '../contract.ts';
import { type NetworkName, networkTitles } from '../network.ts';
import type { ComposerForm } from './composer-form.ts';
import classes from './network-post.module.css';
import { PictureGrid } from './picture-grid.tsx';
import { looks } from './post-look.ts';
import { PostVideo } from './post-video.tsx';
import { textPieces } from './text-pieces.ts';
import { webAddress } from './tracked-url.ts';

type PostCard = RenderedPost['card'];

interface Props {
  readonly network: NetworkName;
  /** "Version 2" above the post; null when there is only one. */
  readonly title: string | null;
  readonly text: string;
  readonly card: PostCard | null;
  /** What it carries in place of the card. */
  readonly pictures?: RenderedPost['pictures'];
  /** What it carries in place of both. */
  readonly video?: RenderedPost['video'];
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

/** A post as it will stand in somebody's feed: plain, with what makes each network's posts recognisable. */
export function NetworkPost({ network, title, text, card, pictures = [], video = null, form }: Props): ReactElement {
  const shown = shownCard(card, form);
  const { byline, headed, acts } = looks[network];
  return (
    <section aria-label={title ?? `${networkTitles[network]} post`}>
      {title !== null && (
        <Text size="sm" fw={600} c="dimmed" mb={6}>
          {title}
        </Text>
      )}
      <article className={classes.post} data-network={network} data-headed={headed}>
        <div className={classes.face} aria-hidden>
          <IconUser size={22} stroke={1.75} />
        </div>
        <div className={classes.who}>
          <b>A colleague</b> <span className={classes.byline}>{byline}</span>
        </div>
        <div className={classes.body}>
          <Words network={network} text={text} />
          {video && <PostVideo video={video} />}
          {!video && pictures.length > 0 && <PictureGrid pictures={pictures} />}
          {!video && pictures.length === 0 && shown !== null && <LinkCard card={shown} />}
        </div>
        <div className={classes.acts} aria-hidden>
          {acts.map(({ icon: Icon, word }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the row never changes
            <span key={index} className={classes.act}>
              <Icon size={18} stroke={1.6} />
              {word}
            </span>
          ))}
        </div>
      </article>
    </section>
  );
}

/** Each paragraph in its own direction, as people write Arabic or Hebrew beside English. */
function Words({ network, text }: { readonly network: NetworkName; readonly text: string }): ReactElement {
  if (text.trim() === '') {
    return (
      <p className={classes.words}>
        <span className={classes.none}>No text yet</span>
      </p>
    );
  }
  return (
    <p className={classes.words} dir="auto">
      {textPieces(text, network).map((piece) =>
        piece.marked ? (
          <span key={piece.at} className={classes.mark}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

function LinkCard({ card }: { readonly card: PostCard }): ReactElement {
  return (
    <div className={classes.card}>
      {card.pictureUrl != null && <img src={card.pictureUrl} alt="" />}
      <div className={classes.cardWords}>
        <b dir="auto">{card.title || 'No title'}</b>
        {card.description !== '' && <p dir="auto">{card.description}</p>}
        <small>{webAddress(card.url)?.host ?? card.url}</small>
      </div>
    </div>
  );
}
