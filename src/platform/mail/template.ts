import { escapeHtml } from '../http/index.ts';

/** What a mail says: paragraphs, one button, and small print. All plain text; escaping happens here. */
export type Letter = {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly text: string; readonly url: string };
  readonly small?: string;
};

/** Sets a letter as text and as HTML that mail programs render alike: tables of one column, styles on the elements. */
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
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px;color:#3a3f5c">${escapeHtml(text)}</p>`).join('');
  const link = button
    ? `<p style="margin:24px 0"><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:12px 22px;border-radius:10px;background:#4a4fdc;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(button.text)}</a></p>
<p style="margin:0 0 16px;color:#6b7090;font-size:13px">If the button does not work, open this address:<br><span style="word-break:break-all">${escapeHtml(button.url)}</span></p>`
    : '';
  const foot = small ? `<p style="margin:24px 0 0;color:#8a8fa8;font-size:13px">${escapeHtml(small)}</p>` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:32px 16px;background:#f4f5fb;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:520px;background:#ffffff;border:1px solid #e3e5f2;border-radius:16px"><tr><td style="padding:36px">
<p style="margin:0 0 20px;color:#4a4fdc;font-weight:700;letter-spacing:.02em">Coact</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#1b1f3b">${escapeHtml(heading)}</h1>
${body}${link}${foot}
</td></tr></table></td></tr></table></body></html>`;
}
