/** What this installation takes of videos. */
export interface UploadLimits {
  readonly mostBytes: number;
  readonly mostSeconds: number;
}
