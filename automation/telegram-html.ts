/**
 * The formatting that a text of an owner may carry: the part of Telegram's HTML that the editor can draw. Everything
 * else is text.
 */
export type Mark = { type: 'bold' | 'italic' | 'underline' | 'strike' | 'code' } | { type: 'link'; href: string };
/** A run of text with its marks, the outermost first. */
export type Run = { text: string; marks: readonly Mark[] };

/** Makes text safe inside Telegram's HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Reads HTML as runs. Never fails: a tag that is not known, or closes what is not open, is the text it was. */
export function readHtml(html: string): Run[] {
  const runs: Run[] = [];
  const open: Open[] = [];
  const say = (text: string): void => {
    if (text === '') return;
    const marks = open.flatMap(({ mark }) => mark ?? []);
    const last = runs.at(-1);
    if (last && sameMarks(last.marks, marks)) last.text += text;
    else runs.push({ text, marks });
  };
  for (const [token] of html.matchAll(
    /<\/?[a-z]+(?:\s+[a-z-]+="[^"]*")*\s*>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);|[^<&]+|[<&]/gi,
  )) {
    if (token.startsWith('&') && token.length > 1) say(entity(token));
    else if (!token.startsWith('<') || token.length === 1) say(token);
    else if (!tag(token, open)) say(token);
  }
  return runs;
}

/** Writes runs as HTML: every tag closed, in order. */
export function writeHtml(runs: readonly Run[]): string {
  let html = '';
  const open: Mark[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    let common = 0;
    while (common < open.length && common < run.marks.length && sameMark(open[common]!, run.marks[common]!))
      common += 1;
    while (open.length > common) html += closing(open.pop()!);
    for (const mark of run.marks.slice(common)) {
      html += opening(mark);
      open.push(mark);
    }
    html += escapeText(run.text);
  }
  while (open.length > 0) html += closing(open.pop()!);
  return html;
}

/** HTML that Telegram takes for sure, with at most `limit` signs that a person sees (UTF-16 units, as Telegram counts). */
export function cleanHtml(html: string, limit: number): string {
  let left = limit;
  const runs = readHtml(html).map((run) => {
    const text = cut(run.text, left);
    left -= text.length;
    return { ...run, text };
  });
  return writeHtml(runs);
}

/** The text as a person reads it. */
export function plainOfHtml(html: string): string {
  return readHtml(html)
    .map((run) => run.text)
    .join('');
}

/** Whether a link leads where Telegram lets it lead. */
export function isLink(href: string): boolean {
  return /^(https?:\/\/|tg:\/\/|mailto:|tel:)\S+$/i.test(href);
}

export function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, index) => sameMark(mark, other[index]!));
}

const marks: Readonly<Record<string, Exclude<Mark['type'], 'link'>>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
};
const tags: Readonly<Record<Mark['type'], string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strike: 's',
  code: 'code',
  link: 'a',
};

type Open = { tag: string; mark: Mark | undefined };

/** Opens or closes what a tag says. @returns false when it is none of ours. */
function tag(token: string, open: Open[]): boolean {
  const name = /^<\/?([a-z]+)/i.exec(token)?.[1]?.toLowerCase() ?? '';
  if (token.startsWith('</')) {
    const at = open.findLastIndex((one) => one.tag === name);
    if (at < 0) return false;
    open.splice(at, 1);
    return true;
  }
  if (name === 'a') {
    const href = unescape(/\shref="([^"]*)"/i.exec(token)?.[1] ?? '');
    // A link to nowhere keeps its words alone.
    open.push({ tag: name, mark: isLink(href) ? { type: 'link', href } : undefined });
    return true;
  }
  const type = Object.hasOwn(marks, name) ? marks[name] : undefined;
  if (!type || /\s/.test(token.trim())) return false;
  open.push({ tag: name, mark: { type } });
  return true;
}

const opening = (mark: Mark): string =>
  mark.type === 'link' ? `<a href="${escapeHtml(mark.href)}">` : `<${tags[mark.type]}>`;
const closing = (mark: Mark): string => `</${tags[mark.type]}>`;
const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function sameMark(one: Mark, other: Mark): boolean {
  return one.type === other.type && (one.type !== 'link' || one.href === (other as { href?: string }).href);
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function entity(token: string): string {
  const code = /^&#(\d+);$/.exec(token)?.[1] ?? /^&#x([0-9a-f]+);$/i.exec(token)?.[1];
  if (code !== undefined) {
    const point = Number.parseInt(code, /^&#x/i.test(token) ? 16 : 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : token;
  }
  const name = token.slice(1, -1);
  return Object.hasOwn(named, name) ? named[name]! : token;
}

function unescape(text: string): string {
  return text.replaceAll(/&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/gi, entity);
}

/** At most `length` units, never half a sign. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const kept = text.slice(0, Math.max(0, length));
  return /[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept;
}
