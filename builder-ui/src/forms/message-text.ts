import type { Variable } from '#automation/variables.ts';
import { readHtml, sameMarks, writeHtml, type Mark, type Run } from '#automation/telegram-html.ts';

/** A text of an owner as the editor holds it (ProseMirror's JSON), and back. A line is a paragraph. */
export type EditorDoc = { type: 'doc'; content: Paragraph[] };
type Paragraph = { type: 'paragraph'; content?: Inline[] };
type Inline = ({ type: 'text'; text: string } | { type: 'variable'; attrs: { hole: string } }) & {
  marks?: { type: string; attrs?: Record<string, unknown> }[];
};
export type Format = 'plain' | 'html';

const holes = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

export function toDoc(source: string, format: Format): EditorDoc {
  const { text, kept } = withoutHoles(source);
  const runs: Run[] = format === 'html' ? readHtml(text) : [{ text, marks: [] }];
  const lines: Inline[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      lines.at(-1)!.push(...inlines(part, run.marks, kept));
    });
  }
  return {
    type: 'doc',
    content: lines.map((content) => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' })),
  };
}

/** HTML, since what the editor holds may be formatted; or plain, for a field that knows no formatting. */
export function fromDoc(doc: { content?: unknown }, format: Format = 'html'): string {
  const kept: string[] = [];
  const runs: Run[] = [];
  ((doc.content ?? []) as Paragraph[]).forEach((paragraph, index) => {
    // A line break inside of the same marks keeps them open.
    if (index > 0) push(runs, '\n', sharedMarks(runs.at(-1), paragraph.content?.[0]));
    for (const inline of paragraph.content ?? []) {
      const marks = marksOf(inline).map((mark) =>
        mark.type === 'link' ? { ...mark, href: hide(mark.href, kept) } : mark,
      );
      if (inline.type === 'text') push(runs, hide(inline.text, kept), marks);
      else if (inline.type === 'variable') push(runs, placeholder(kept.push(inline.attrs.hole) - 1), marks);
    }
  });
  return show(format === 'html' ? writeHtml(runs) : runs.map((run) => run.text).join(''), kept);
}

/** A hole that a person can read: a variable, perhaps as money, perhaps with a fallback. */
export type Hole = { path: string; money: boolean; fallback: string | undefined };

export function readHole(hole: string): Hole | undefined {
  const found =
    /^\{\{-?\s*([A-Za-z][\w-]*(?:\.[\w-]+)*)\s*(\|\s*money(?:\s*:[^|]*)?)?\s*(?:\|\s*default\s*:\s*(?:"([^"]*)"|'([^']*)')\s*)?-?\}\}$/.exec(
      hole,
    );
  if (!found) return undefined;
  return { path: found[1]!, money: found[2] !== undefined, fallback: found[3] ?? found[4] };
}

export function writeHole({ path, money, fallback }: Hole): string {
  const sum = money ? ' | money: business.currency, contact.language' : '';
  const quote = fallback?.includes('"') ? "'" : '"';
  const other = fallback ? ` | default: ${quote}${fallback.replaceAll(quote, '')}${quote}` : '';
  return `{{ ${path}${sum}${other} }}`;
}

export const holeOf = (variable: Pick<Variable, 'path' | 'kind'>): string =>
  writeHole({ path: variable.path, money: variable.kind === 'money', fallback: undefined });

/** Every hole of a text, in order. */
export const holesOf = (source: string): string[] => [...source.matchAll(holes)].map(([hole]) => hole);

function inlines(text: string, marks: readonly Mark[], kept: readonly string[]): Inline[] {
  return text.split(/(\ue000\d+\ue001)/).flatMap((part): Inline[] => {
    if (part === '') return [];
    const own = marks.length > 0 ? { marks: marks.map((mark) => markJson(mark, kept)) } : {};
    const hole = /^\ue000(\d+)\ue001$/.exec(part);
    if (!hole) return [{ type: 'text', text: part, ...own }];
    return [{ type: 'variable', attrs: { hole: kept[Number(hole[1])] ?? '' }, ...own }];
  });
}

function markJson(mark: Mark, kept: readonly string[]): { type: string; attrs?: Record<string, unknown> } {
  return mark.type === 'link' ? { type: 'link', attrs: { href: show(mark.href, kept) } } : { type: mark.type };
}

/** In one order, so that the same text is always the same HTML. */
const order = ['link', 'bold', 'italic', 'underline', 'strike', 'code'];

function marksOf(inline: Inline): Mark[] {
  return (inline.marks ?? [])
    .filter((mark) => order.includes(mark.type))
    .map((mark) =>
      mark.type === 'link'
        ? { type: 'link' as const, href: String(mark.attrs?.['href'] ?? '') }
        : { type: mark.type as Exclude<Mark['type'], 'link'> },
    )
    .sort((one, other) => order.indexOf(one.type) - order.indexOf(other.type));
}

function sharedMarks(before: Run | undefined, after: Inline | undefined): readonly Mark[] {
  if (!before || !after) return [];
  const marks = marksOf(after);
  return sameMarks(before.marks, marks) ? before.marks : [];
}

function push(runs: Run[], text: string, marks: readonly Mark[]): void {
  const last = runs.at(-1);
  if (last && sameMarks(last.marks, marks)) last.text += text;
  else if (text !== '') runs.push({ text, marks });
}

/** What Liquid fills in is no HTML: it steps aside while tags and signs are read or written. */
function withoutHoles(source: string): { text: string; kept: string[] } {
  const kept: string[] = [];
  return { text: hide(source, kept), kept };
}

const hide = (source: string, kept: string[]): string =>
  source.replaceAll(/[\ue000\ue001]/g, '').replaceAll(holes, (hole) => placeholder(kept.push(hole) - 1));
const show = (text: string, kept: readonly string[]): string =>
  text.replaceAll(/\ue000(\d+)\ue001/g, (_, index: string) => kept[Number(index)] ?? '');
const placeholder = (index: number): string => `\ue000${index}\ue001`;
