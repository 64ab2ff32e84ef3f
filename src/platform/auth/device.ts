/** What a list of sessions says about a device; an empty text where nothing is known. */
export type Device = { readonly browser: string; readonly system: string };

type Name = readonly [RegExp, string];

// Order matters: browsers name those whose pages they want to get, so the rarer names come first.
const browsers: readonly Name[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPiOS|OPX)\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const systems: readonly Name[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** The names of browser and system in a `User-Agent`, without versions or models: enough to recognise, not to track. */
export function deviceOf(userAgent: string | null): Device {
  // Longer ones are made up, and regular expressions should not be fed whatever comes.
  const text = (userAgent ?? '').slice(0, 512);
  const nameIn = (names: readonly Name[]) => names.find(([pattern]) => pattern.test(text))?.[1] ?? '';
  return { browser: nameIn(browsers), system: nameIn(systems) };
}
