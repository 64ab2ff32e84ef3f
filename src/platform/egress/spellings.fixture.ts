/** Special IPv4 addresses, one or more of each range. */
const addresses = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
] as const;

/** Every way to write an IPv4 address in a URL that some parser in the field has taken for something harmless. */
const spell = (address: string): readonly string[] => {
  const bytes = address.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number) => value.toString(16);
  const pair = (high: number, low: number) => hex(high * 256 + low);
  const tail = `${pair(a, b)}:${pair(c, d)}`;
  return [
    address,
    `${address}.`,
    String(whole),
    `0x${hex(whole)}`,
    `0X${hex(whole).toUpperCase().padStart(8, '0')}`,
    `0${whole.toString(8)}`,
    bytes.map((byte) => `0x${hex(byte)}`).join('.'),
    bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
    bytes.map((byte) => byte.toString(8).padStart(8, '0')).join('.'),
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    `0x${hex(a)}.0${((b * 256 + c) * 256 + d).toString(8)}`,
    [...address].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(''),
    [...address]
      .map((character) => (character === '.' ? '。' : String.fromCharCode(character.charCodeAt(0) + 0xfee0)))
      .join(''),
    address.replaceAll('.', '｡'),
    [...address].map((character) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(character)] ?? character).join(''),
    `[::ffff:${address}]`,
    `[::ffff:${tail}]`,
    `[0:0:0:0:0:FFFF:${tail}]`,
    `[::${address}]`,
    `[::ffff:0:${tail}]`,
    `[64:ff9b::${tail}]`,
    `[64:ff9b:1::${tail}]`,
    `[2002:${tail}::1]`,
    `[2001:0:4136:e378:8000:63bf:${pair(255 - a, 255 - b)}:${pair(255 - c, 255 - d)}]`,
    `[2a00:1450::5efe:${tail}]`,
  ];
};

/** Hosts that must never be connected to, as they may stand in a URL. */
export const spellings: readonly string[] = [
  ...new Set([
    ...addresses.flatMap(spell),
    ...['127.1', '127.0.1', '0', '0x0', '00', '0.0', '127.000.000.001', '0177.1', '0x7f.1', '017700000001'],
    ...['[::]', '[::1]', '[0::1]', '[0:0:0:0:0:0:0:1]', '[0000:0000:0000:0000:0000:0000:0000:0001]', '[::0.0.0.1]'],
    ...['[fe80::1]', '[fe80::1%25lo]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]', '[100::1]'],
    ...['[2001:db8::1]', '[3fff::1]', '[5f00::1]', '[2001:20::1]', '168.63.129.16'],
    ...['localhost', 'LOCALHOST', 'localhost.', 'ｌｏｃａｌｈｏｓｔ', 'loc%61lhost', 'ip6-localhost', 'a.localhost'],
    ...['metadata.google.internal', 'localtest.me', '127.0.0.1.nip.io', 'xn--localhost'],
  ]),
];
