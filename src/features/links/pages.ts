/** A page for somebody who followed a link that leads nowhere. */
export interface Page {
  readonly status: 404 | 405 | 410 | 503;
  readonly body: string;
}

function page(status: Page['status'], title: string, sentence: string): Page {
  return {
    status,
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;margin:0;padding:1.5rem;text-align:center}
h1{font-size:1.5rem;margin:0 0 .5rem}p{margin:0;max-width:34rem;opacity:.8}
</style></head><body><main><h1>${title}</h1><p>${sentence}</p></main></body></html>`,
  };
}

export const pages = {
  unknown: page(
    404,
    'This link does not exist',
    'Check that it was copied completely, capital and small letters included.',
  ),
  ended: page(410, 'This link has ended', 'Whoever published it has set a last day, and that has passed.'),
  method: page(405, 'This link can only be opened', 'It takes no other kind of request.'),
  busy: page(503, 'One moment, please', 'The link could not be looked up just now. Try again in a few seconds.'),
} as const;
