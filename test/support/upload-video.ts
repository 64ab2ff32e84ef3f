import type { AppWorld, Json } from './app-world.ts';

interface Answered {
  readonly status: number;
  readonly json: Json;
}

/** Sends one part of a video. */
export async function sendPart(world: AppWorld, id: unknown, part: number, bytes: Uint8Array): Promise<Answered> {
  const form = new FormData();
  form.set('part', String(part));
  form.set('file', new File([Uint8Array.from(bytes)], 'part'));
  const answer = await world.visit(`/api/videos/${id}/parts`, { method: 'PUT', body: form });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? {} : (JSON.parse(text) as Json) };
}

/** Uploads a video as the composer does: part by part, then the check. */
export async function uploadVideo(world: AppWorld, bytes: Uint8Array): Promise<Answered> {
  const begun = await world.ask('POST', '/api/videos', { bytes: bytes.length });
  if (begun.status !== 201) return begun;
  const size = Number(begun.json.partBytes);
  for (let at = 0; at < bytes.length; at += size) {
    const kept = await sendPart(world, begun.json.id, at / size, bytes.subarray(at, at + size));
    if (kept.status !== 204) return kept;
  }
  return world.ask('POST', `/api/videos/${begun.json.id}/finish`);
}
