import { badRequest } from './refusal.ts';

/** Offsets and lengths are UTF-16 units, as in Telegram. */
export type Entity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: { id: number };
};
export type Formatted = { text: string; entities: Entity[] };

/** Plain text with the entities that Telegram finds by itself, or text made from markup. @throws Refusal */
export function formatText(source: string, parseMode: string | undefined, given: Entity[] | undefined): Formatted {
  const mode = parseMode?.toLowerCase();
  if (mode === 'html') return withFound(trimmed(parseHtml(source)));
  if (mode === 'markdown' || mode === 'markdownv2')
    throw badRequest(`Emulator: parse_mode ${parseMode} is not played, use HTML`);
  if (mode) throw badRequest('unsupported parse_mode');
  return withFound(trimmed({ text: source, entities: given ?? [] }));
}

const tags: Record<string, string | undefined> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  blockquote: 'blockquote',
  'tg-emoji': 'custom_emoji',
};
const named: Record<string, string | undefined> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function parseHtml(source: string): Formatted {
  const refuse = (words: string) => badRequest(`can't parse entities: ${words}`);
  const byteAt = (index: number) => Buffer.byteLength(source.slice(0, index));
  const open: { tag: string; type: string; offset: number; url?: string; language?: string }[] = [];
  const entities: Entity[] = [];
  let text = '';
  let i = 0;
  while (i < source.length) {
    const c = source[i]!;
    if (c === '&') {
      const found = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?/i.exec(source.slice(i, i + 12));
      const code = found ? (found[1] ? Number(found[1]) : found[2] ? parseInt(found[2], 16) : undefined) : undefined;
      const symbol = code && code <= 0x10ffff ? String.fromCodePoint(code) : found?.[3] ? named[found[3]] : undefined;
      text += symbol ?? '&';
      i += symbol ? found![0].length : 1;
      continue;
    }
    if (c !== '<') {
      text += c;
      i += 1;
      continue;
    }
    const start = i;
    if (source[i + 1] === '/') {
      const last = open.pop();
      if (!last) throw refuse(`Unexpected end tag at byte offset ${byteAt(start)}`);
      const end = source.indexOf('>', i);
      if (end < 0) throw refuse(`Unclosed end tag at byte offset ${byteAt(start)}`);
      const name = source
        .slice(i + 2, end)
        .trim()
        .toLowerCase();
      if (name !== '' && name !== last.tag) {
        throw refuse(
          `Unmatched end tag at byte offset ${byteAt(start)}, expected "</${last.tag}>", found "</${name}>"`,
        );
      }
      const length = text.length - last.offset;
      const url = last.type === 'text_link' ? (last.url ?? text.slice(last.offset)) : undefined;
      if (length > 0 && (last.type !== 'text_link' || isLink(url!))) {
        entities.push({
          type: last.type,
          offset: last.offset,
          length,
          ...(url ? { url } : {}),
          ...(last.language ? { language: last.language } : {}),
        });
      }
      i = end + 1;
      continue;
    }
    const head = /^<([a-z0-9-]*)/i.exec(source.slice(i))!;
    const tag = head[1]!.toLowerCase();
    const rest = /^((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*>/i.exec(
      source.slice(i + head[0].length),
    );
    const type = tags[tag];
    if (!type) throw refuse(`Unsupported start tag "${tag}" at byte offset ${byteAt(start)}`);
    if (!rest) throw refuse(`Unclosed start tag at byte offset ${byteAt(start)}`);
    const attributes = new Map(
      [...rest[1]!.matchAll(/([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/gi)].map((m) => [
        m[1]!.toLowerCase(),
        m[2] ?? m[3] ?? m[4] ?? '',
      ]),
    );
    if (tag === 'span' && attributes.get('class') !== 'tg-spoiler') {
      throw refuse(`Tag "span" must have class "tg-spoiler" at byte offset ${byteAt(start)}`);
    }
    const url = attributes.get('href')?.replaceAll('&amp;', '&');
    const language = attributes.get('class')?.startsWith('language-') ? attributes.get('class')!.slice(9) : undefined;
    open.push({ tag, type, offset: text.length, ...(url ? { url } : {}), ...(language ? { language } : {}) });
    i += head[0].length + rest[0].length;
  }
  const last = open.pop();
  if (last) throw refuse(`Can't find end tag corresponding to start tag "${last.tag}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function isLink(url: string): boolean {
  return /^(https?:\/\/|tg:\/\/|mailto:|tel:)\S+$/i.test(url) || /^[\w-]+(\.[\w-]+)+\S*$/.test(url);
}

function trimmed({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length;
  const result = text.trim();
  if (start === 0 && result.length === text.length) return { text, entities };
  const moved = entities
    .map((e) => ({
      ...e,
      offset: Math.max(0, e.offset - start),
      length: Math.min(e.offset - start + e.length, result.length) - Math.max(0, e.offset - start),
    }))
    .filter((e) => e.length > 0);
  return { text: result, entities: moved };
}

const found: [string, RegExp][] = [
  ['bot_command', /(?<![\w/<>])\/[a-z0-9_]{1,32}(?:@\w{3,32})?(?!\w|\/)/gi],
  ['url', /(?<![\w@])https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/gi],
  ['mention', /(?<![\w/])@[a-z]\w{3,31}(?!\w)/gi],
];

function withFound({ text, entities }: Formatted): Formatted {
  if (!/[/@]/.test(text)) return { text, entities };
  const all = [...entities];
  for (const [type, pattern] of found) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      const taken = all.some(
        (e) =>
          ['code', 'pre', 'text_link', 'url'].includes(e.type) &&
          e.offset < entity.offset + entity.length &&
          entity.offset < e.offset + e.length,
      );
      if (!taken) all.push(entity);
    }
  }
  return { text, entities: all.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}
