import type { ReactElement } from 'react';
import type { RenderedPost } from '../contract.ts';
import classes from './network-post.module.css';

/** A post's video behind its still; it plays here as it will there. */
export function PostVideo({ video }: { readonly video: NonNullable<RenderedPost['video']> }): ReactElement {
  return (
    // biome-ignore lint/a11y/useMediaCaption: the film is the publisher's; what it shows is in its description
    <video
      className={classes.film}
      src={video.url}
      poster={video.stillUrl ?? undefined}
      aria-label={`Video: ${video.alt}`}
      controls
      preload="metadata"
      playsInline
    />
  );
}
