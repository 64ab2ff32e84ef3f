import { chosenOrganisation } from '../../../../web/api.ts';
import { ApiFailure, failureFrom } from '../../../../web/problem.ts';
import type { z } from '../../../../web/zod.ts';
import { pictureAnswerSchema } from '../contract.ts';

const maxBytes = 8 * 1024 * 1024;
const kinds = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];

/** Why a file can't be uploaded, before it is sent; null when it can be tried. */
export function refuseFile(file: { readonly type: string; readonly size: number }): string | null {
  if (!kinds.includes(file.type)) return 'This isn’t a picture that Coact can use. PNG, JPEG, WebP, GIF and AVIF work.';
  if (file.size > maxBytes) return 'This picture is larger than 8 MB. Please make it smaller first.';
  return null;
}

type Uploaded = z.infer<typeof pictureAnswerSchema>;

function answerOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

/** Uploads a picture. XMLHttpRequest, as fetch can't tell how much has been sent. `onProgress` gets 0 to 1. */
export function uploadPicture(file: File, onProgress: (share: number) => void): Promise<Uploaded> {
  const body = new FormData();
  body.set('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/pictures');
    request.setRequestHeader('x-coact', '1');
    const organisation = chosenOrganisation();
    if (organisation !== null) request.setRequestHeader('x-coact-org', organisation);
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(failureFrom(0, null));
    request.onload = () => {
      const answer = answerOf(request);
      if (request.status < 200 || request.status > 299) return reject(failureFrom(request.status, answer));
      const parsed = pictureAnswerSchema.safeParse(answer);
      if (parsed.success) resolve(parsed.data);
      else reject(new ApiFailure('broken', 'The picture arrived, but Coact’s answer can’t be read. Please try again.'));
    };
    request.send(body);
  });
}
