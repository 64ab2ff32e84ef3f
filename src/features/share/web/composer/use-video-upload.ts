import { useEffect, useRef, useState } from 'react';
import { ApiFailure } from '../../../../web/problem.ts';
import { refuseVideo, type UploadLimits, uploadVideo } from './video-upload.ts';

export interface VideoUpload {
  /** 0 to 1 while a file is on its way; null otherwise. */
  readonly share: number | null;
  readonly error: unknown;
  readonly start: (file: File) => void;
  readonly cancel: () => void;
}

type Uploaded = Awaited<ReturnType<typeof uploadVideo>>;

/** One video at a time on its way to the server; leaving the page calls it off. */
export function useVideoUpload(limits: UploadLimits, onDone: (video: Uploaded) => void): VideoUpload {
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  const start = (file: File): void => {
    const refusal = refuseVideo(file, limits);
    setError(refusal === null ? null : new ApiFailure('refused', refusal));
    if (refusal !== null) return;
    const going = new AbortController();
    under.current = going;
    setShare(0);
    uploadVideo(file, { onProgress: setShare, signal: going.signal })
      .then(onDone, (failed: unknown) => {
        if (!going.signal.aborted) setError(failed);
      })
      .finally(() => setShare(null));
  };
  return { share, error, start, cancel: () => under.current?.abort() };
}
