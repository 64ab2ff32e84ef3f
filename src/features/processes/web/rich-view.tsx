import type { ReactElement } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { ownPicture, safeLink } from './editor/rich-text.ts';
import classes from './processes.module.css';

/** What was written, to read. No markup of others, no picture from elsewhere, no address that does something. */
export function RichView({ text }: { readonly text: string }): ReactElement {
  return (
    <div className={classes.text}>
      <Markdown remarkPlugins={[remarkGfm]} components={drawn} skipHtml>
        {text}
      </Markdown>
    </div>
  );
}

const drawn: Components = {
  a: ({ href = '', children }) =>
    safeLink.test(href) ? (
      <a href={href} rel="noreferrer noopener" target={href.startsWith('/') ? undefined : '_blank'}>
        {children}
      </a>
    ) : (
      children
    ),
  img: ({ src, alt = '' }) =>
    typeof src === 'string' && ownPicture.test(src) ? <img src={src} alt={alt} loading="lazy" /> : alt,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={classes.scroll} aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
};
