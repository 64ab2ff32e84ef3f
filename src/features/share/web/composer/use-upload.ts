import { useState } from 'react';
import { ApiFailure } from '../../../../web/problem.ts';
import { refuseFile, uploadPicture } from './upload.ts';

export interface Upload {
  /** 0 to 1 while a file is on its way; null otherwise. */
  readonly share: number | null;
  readonly error: unknown;
  readonly start: (file: File) => void;
}

/** One picture at a time on its way to the server. `onDone` gets the picture as the server has kept it. */
export function useUpload(onDone: (picture: { readonly id: string; readonly url: string }) => void): Upload {
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const start = (file: File): void => {
    const refusal = refuseFile(file);
    setError(refusal === null ? null : new ApiFailure('refused', refusal));
    if (refusal !== null) return;
    setShare(0);
    uploadPicture(file, setShare)
      .then(onDone, setError)
      .finally(() => setShare(null));
  };
  return { share, error, start };
}
