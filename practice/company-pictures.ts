import sharp from 'sharp';

/** What a page's picture shows; the colours follow from `hour`. No words in it: a fresh machine may have no font. */
export interface Scene {
  readonly hour: 'dawn' | 'noon' | 'dusk' | 'night';
  readonly motif: 'boat' | 'pines' | 'workshop' | 'bench' | 'lighthouse';
}

const width = 1200;
const height = 630;

/** A 1200 × 630 PNG, the size that link cards are made for. */
export function drawScene(scene: Scene): Promise<Buffer> {
  return sharp(Buffer.from(sceneSvg(scene)))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
}

const skies = {
  dawn: ['#f7d9c4', '#e9a08c', '#376d78'],
  noon: ['#dff1f5', '#9fd0dc', '#2b7c8c'],
  dusk: ['#f4b183', '#8d4f6d', '#2b4162'],
  night: ['#33466e', '#141d33', '#1f3f55'],
} as const;

function sceneSvg({ hour, motif }: Scene): string {
  const [light, deep, water] = skies[hour];
  const sun = hour === 'night' ? '#f4efd8' : '#fff3d6';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
    <defs><linearGradient id="sky" x1="0" y1="1" x2="0" y2="0"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    <circle cx="880" cy="${hour === 'night' ? 140 : 300}" r="70" fill="${sun}"/>
    <path d="M0 400 Q200 300 420 380 T860 350 T1200 390 V630 H0Z" fill="${water}" opacity="0.45"/>
    <path d="M0 450 Q300 430 600 450 T1200 445 V630 H0Z" fill="${water}"/>
    ${[490, 530, 575].map((y, row) => `<path d="M${row * 90} ${y} q60 -14 120 0 t120 0 t120 0 t120 0" stroke="#ffffff" stroke-opacity="0.35" stroke-width="6" fill="none" stroke-linecap="round"/>`).join('')}
    ${motif === 'boat' || motif === 'lighthouse' ? '' : shore}
    ${motifs[motif]}
  </svg>`;
}

const shore = '<path d="M0 520 Q560 430 1200 510 V630 H0Z" fill="#39513f"/>';

const pine = (x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size})" fill="#17352c"><path d="M0 -150 L46 -70 H20 L64 0 H28 L80 76 H-80 L-28 0 H-64 L-20 -70 H-46Z"/><rect x="-10" y="76" width="20" height="40"/></g>`;

const motifs: Readonly<Record<Scene['motif'], string>> = {
  boat: `<g transform="translate(430 250)"><path d="M0 200 H340 Q310 280 260 290 H70 Q20 280 0 200Z" fill="#7a3b22"/><path d="M0 200 H340 l-8 22 H8Z" fill="#f1e4cf"/><rect x="158" y="-150" width="12" height="350" fill="#3d2416"/><path d="M180 -140 Q330 20 320 180 H180Z" fill="#f8f3e6"/><path d="M150 -120 Q60 40 40 180 H150Z" fill="#e3d5bb"/></g>`,
  pines: [pine(220, 420, 1.7), pine(420, 450, 1.2), pine(620, 430, 1.9), pine(1000, 440, 1.5), pine(820, 470, 1)].join(
    '',
  ),
  workshop: `<g transform="translate(330 190)"><path d="M-30 130 L270 -20 L570 130Z" fill="#5a2f1c"/><rect y="130" width="540" height="230" fill="#a5532f"/><rect x="60" y="190" width="110" height="90" fill="#ffe2a3"/><rect x="370" y="190" width="110" height="90" fill="#ffe2a3"/><rect x="215" y="200" width="110" height="160" fill="#3d2416"/></g>${pine(180, 430, 1.3)}${pine(1010, 430, 1.5)}`,
  bench: `<g transform="translate(330 280)" fill="#8a5a34"><rect width="540" height="40" rx="6"/><rect x="40" y="40" width="40" height="180"/><rect x="460" y="40" width="40" height="180"/><rect x="60" y="120" width="420" height="24"/><rect x="120" y="-30" width="180" height="30" rx="8" fill="#c98d55"/><circle cx="400" cy="-22" r="22" fill="#d9b48a"/></g>`,
  lighthouse: `<g transform="translate(280 90)"><path d="M60 360 L90 70 H170 L200 360Z" fill="#f7f2e8"/><path d="M79 180 H181 L188 250 H72Z" fill="#b8432f"/><rect x="84" y="30" width="92" height="44" fill="#ffe9a8"/><path d="M76 30 L130 -14 L184 30Z" fill="#5a2f1c"/><path d="M-60 400 Q130 310 320 400Z" fill="#33423f"/></g>`,
};
