/** The widest still; Slack and networks show none wider. */
const mostWidth = 1_280;

/** What a player shows now, as a JPEG; null where the browser can't draw it. */
export function stillOf(player: HTMLVideoElement): Promise<File | null> {
  const { videoWidth, videoHeight } = player;
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, mostWidth / Math.max(1, videoWidth));
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  const drawing = canvas.getContext('2d');
  if (drawing === null || canvas.width === 0 || canvas.height === 0) return Promise.resolve(null);
  drawing.drawImage(player, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob && new File([blob], 'still.jpg', { type: 'image/jpeg' })), 'image/jpeg', 0.85);
  });
}
