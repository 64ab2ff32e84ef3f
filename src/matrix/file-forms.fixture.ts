const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The only byte of a video of one byte. */
export function videoPartForm(): FormData {
  const form = new FormData();
  form.set('part', '0');
  form.set('file', new File([new Uint8Array(1)], 'part', { type: 'application/octet-stream' }));
  return form;
}

/** A picture of one point. */
export function pictureForm(): FormData {
  const form = new FormData();
  form.set('file', new File([Buffer.from(picture, 'base64')], 'a.png', { type: 'image/png' }));
  return form;
}
