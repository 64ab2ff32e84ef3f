import type { ReactElement } from 'react';
import type { RenderedPost } from '../contract.ts';
import classes from './network-post.module.css';

/** A post's pictures as networks lay them out: one in full, two side by side, three or four in a square. */
export function PictureGrid({ pictures }: { readonly pictures: RenderedPost['pictures'] }): ReactElement {
  return (
    <div className={classes.pictures} data-count={pictures.length}>
      {pictures.map(({ url, alt }) => (
        <img key={url} src={url} alt={alt} />
      ))}
    </div>
  );
}
