import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPublicAddress } from './address-rules.ts';
import { HttpTrouble } from './port.ts';
import { judgedUrl } from './url-rules.ts';

const closedIpv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const otherClosedIpv4: typeof closedIpv4 = [
  ['192.88.99.0', 24],
  ['168.63.129.16', 32],
];
/** The first bits of each closed block of IPv6, as a number and how many they are. */
const closedIpv6: readonly (readonly [bigint, number])[] = [
  [0n, 8], // ::, ::1, ::ffff:a.b.c.d
  [0x0064_ff9bn, 32],
  [0x2001_0000n, 32], // Teredo
  [0x2001_0db8n, 32],
  [0x2002n, 16],
  [0xfc00n >> 9n, 7],
  [0xfe80n >> 6n, 10],
  [0xfec0n >> 6n, 10],
  [0xffn, 8],
];

const numberOf = (ipv4: string) => ipv4.split('.').reduce((number, part) => number * 256 + Number(part), 0);
const dotted = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
const within = ([network, prefix]: readonly [string, number]) =>
  fc.integer({ min: 0, max: 2 ** (32 - prefix) - 1 }).map((offset) => numberOf(network) + offset);
const isWithin = (number: number, [network, prefix]: readonly [string, number]) =>
  number >= numberOf(network) && number < numberOf(network) + 2 ** (32 - prefix);

const privateIpv4 = fc.oneof(...[...closedIpv4, ...otherClosedIpv4].map(within));
const publicIpv4 = fc
  .integer({ min: 0, max: 2 ** 32 - 1 })
  .filter((number) => ![...closedIpv4, ...otherClosedIpv4].some((block) => isWithin(number, block)));

/** Everything that means the same address in a URL. */
function spellings(ipv4: number): string[] {
  const parts = dotted(ipv4).split('.').map(Number) as [number, number, number, number];
  const [first, second, third, fourth] = parts;
  return [
    parts.join('.'),
    String(ipv4),
    `0x${ipv4.toString(16)}`,
    parts.map((part) => `0x${part.toString(16)}`).join('.'),
    parts.map((part) => `0${part.toString(8)}`).join('.'),
    `${first}.${(second << 16) | (third << 8) | fourth}`,
    `${first}.${second}.${(third << 8) | fourth}`,
    `${parts.join('.')}.`,
    parts.join('。'),
    [...parts.join('.')].map((letter) => (letter === '.' ? '.' : `%${letter.charCodeAt(0).toString(16)}`)).join(''),
  ];
}
function ipv6Spellings(ipv6: bigint): string[] {
  const groups = Array.from({ length: 8 }, (_, index) => Number((ipv6 >> BigInt(112 - index * 16)) & 0xffffn));
  const short = groups.map((group) => group.toString(16));
  const low = (ipv6 & 0xffff_ffffn).toString();
  return [
    short.join(':'),
    short.join(':').toUpperCase(),
    short.map((group) => group.padStart(4, '0')).join(':'),
    `${short.slice(0, 6).join(':')}:${dotted(Number(low))}`,
  ];
}
const carrying = (ipv4: number) => {
  const high = ((ipv4 >>> 16) & 0xffff).toString(16);
  const low = (ipv4 & 0xffff).toString(16);
  return [
    `::ffff:${dotted(ipv4)}`,
    `::ffff:${high}:${low}`,
    `::${dotted(ipv4)}`,
    `64:ff9b::${dotted(ipv4)}`,
    `2002:${high}:${low}::1`,
    `2001:0:${high}:${low}::1`,
  ];
};
const randomIpv6 = fc.bigInt({ min: 0n, max: 2n ** 128n - 1n });
const privateIpv6 = fc.oneof(
  ...closedIpv6.map(([start, bits]) =>
    fc.bigInt({ min: 0n, max: 2n ** BigInt(128 - bits) - 1n }).map((rest) => (start << BigInt(128 - bits)) | rest),
  ),
);

function refusal(host: string): string | undefined {
  try {
    judgedUrl(`http://${host}/`, new Set());
    return undefined;
  } catch (error) {
    return error instanceof HttpTrouble ? error.code : String(error);
  }
}

describe('which addresses an automation may reach', () => {
  it('refuses every private IPv4 address in every spelling', () => {
    fc.assert(
      fc.property(privateIpv4, (ipv4) => {
        expect(isPublicAddress(dotted(ipv4))).toBe(false);
        for (const spelling of spellings(ipv4))
          expect([spelling, refusal(spelling)]).toEqual([spelling, 'address_private']);
      }),
      { numRuns: 500 },
    );
  });

  it('lets every public IPv4 address pass in every spelling', () => {
    fc.assert(
      fc.property(publicIpv4, (ipv4) => {
        expect(isPublicAddress(dotted(ipv4))).toBe(true);
        for (const spelling of spellings(ipv4)) expect([spelling, refusal(spelling)]).toEqual([spelling, undefined]);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses an IPv4 address that hides in an IPv6 one', () => {
    fc.assert(
      fc.property(fc.oneof(privateIpv4, publicIpv4), (ipv4) => {
        for (const address of carrying(ipv4)) {
          expect([address, isPublicAddress(address)]).toEqual([address, false]);
          expect([address, refusal(`[${address}]`)]).toEqual([address, 'address_private']);
        }
      }),
    );
  });

  it('refuses every private IPv6 address in every spelling', () => {
    fc.assert(
      fc.property(privateIpv6, (ipv6) => {
        for (const spelling of ipv6Spellings(ipv6)) {
          expect([spelling, isPublicAddress(spelling)]).toEqual([spelling, false]);
          expect([spelling, refusal(`[${spelling}]`)]).toEqual([spelling, 'address_private']);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets an IPv6 address pass only from the block given out to the Internet', () => {
    fc.assert(
      fc.property(randomIpv6, (ipv6) => {
        const [spelling = ''] = ipv6Spellings(ipv6);
        if (ipv6 >> 125n !== 1n) expect([spelling, isPublicAddress(spelling)]).toEqual([spelling, false]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['2a02:6b8::2:242', '2606:4700:4700::1111', '2001:4860:4860::8888', '2001:200::1', '2400:cb00::1'])(
    'lets %s of the public Internet pass',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
      expect(refusal(`[${address}]`)).toBeUndefined();
    },
  );

  it.each([
    '2130706433',
    '0x7f.1',
    '0x7F000001',
    '017700000001',
    '0177.0.0.1',
    '127.1',
    '127.0.1',
    '0',
    '[::]',
    '[::1]',
    '①②⑦.⓪.⓪.①',
    '169.254.169.254',
    '255.255.255.255',
    '[::ffff:169.254.169.254]',
    '[::ffff:0:127.0.0.1]',
    '[fd00:ec2::254]',
    '[64:ff9b:1::1]',
    '[3fff::1]',
    '[5f00::1]',
    '[2001:2::1]',
  ])('refuses %s', (host) => {
    expect(refusal(host)).toBe('address_private');
  });

  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'shop.localhost',
    'printer.local',
    'metadata.google.internal',
    'metadata.google.internal.',
    'db.corp',
    'router.home.arpa',
    'postgres',
    'ip6-localhost',
  ])('refuses %s, a name of our own network', (host) => {
    expect(refusal(host)).toBe('address_private');
  });

  it.each(['partner.example', 'localhost.example', 'internal.example', 'пример.рф', 'my-local.ru'])(
    'lets the name %s pass',
    (host) => {
      expect(refusal(host)).toBeUndefined();
    },
  );

  it.each(['fe80::1%eth0', '2a02:6b8::1%lo', '', 'partner.example', '1.2.3', '2130706433'])(
    'holds %p for no public address when a resolver says it',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});
