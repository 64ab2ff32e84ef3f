import { escapeHtml } from '../http/index.ts';

/** What a mail says: paragraphs, one button, and small print. All plain text; escaping happens here. */
export type Letter = {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly text: string; readonly url: string };
  readonly small?: string;
};

/**
 * Sets a letter as text and as HTML that mail programs render alike: tables of one column, styles on the elements, the
 * colours of the web app (src/web/theme.ts).
 */
export function setLetter(letter: Letter): { readonly text: string; readonly html: string } {
  return { text: setText(letter), html: setHtml(letter) };
}

function setText({ heading, paragraphs, button, small }: Letter): string {
  const parts = [heading, ...paragraphs];
  if (button) parts.push(`${button.text}:\n${button.url}`);
  if (small) parts.push(`-- \n${small}`);
  return `${parts.join('\n\n')}\n`;
}

function setHtml({ heading, paragraphs, button, small }: Letter): string {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px;color:#2c3630">${escapeHtml(text)}</p>`).join('');
  const link = button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:#1c5d41;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(button.text)}</a></p>
<p style="margin:0 0 16px;color:#5c6961;font-size:13px">If the button does not work, open this address:<br><span style="word-break:break-all">${escapeHtml(button.url)}</span></p>`
    : '';
  const foot = small ? `<p style="margin:24px 0 0;color:#5c6961;font-size:13px">${escapeHtml(small)}</p>` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:32px 16px;background:#f4f6f3;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:520px;background:#ffffff;border:1px solid #e0e5e1;border-radius:12px"><tr><td style="padding:18px 36px;background:#11281e;border-radius:11px 11px 0 0;color:#f1f7f3;font-size:20px;font-weight:700;letter-spacing:-.035em">coact</td></tr><tr><td style="padding:32px 36px 36px">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#18201b">${escapeHtml(heading)}</h1>
${body}${link}${foot}
</td></tr></table></td></tr></table></body></html>`;
}
