import { firstProgram, onPath } from './programs.ts';

/** Debian's packages for the browser journeys: without the fonts, pages show boxes in place of letters. */
export const browserPackages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'];

/** A Chromium on this machine, or null. CHROMIUM_PATH comes first. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return firstProgram([named]);
  return (
    onPath('chromium') ??
    onPath('chromium-browser') ??
    onPath('google-chrome') ??
    firstProgram(['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'])
  );
}
