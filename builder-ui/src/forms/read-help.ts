/** The little of Markdown that a step's help uses, as data: nothing of it is ever HTML. */
export type HelpBlock = { kind: 'text' | 'item'; parts: HelpPart[] };
export type HelpPart = { text: string; style?: 'strong' | 'em' | 'code' };

/** The part of a README in a language. */
export function readHelp(readme: string, language: 'ru' | 'en'): HelpBlock[] {
  const part = readme.split(/^## /m).find((one) => one.startsWith(`${language}\n`)) ?? '';
  const blocks: HelpBlock[] = [];
  let open = false;
  for (const line of part.split('\n').slice(1)) {
    const text = line.trim();
    if (text === '') {
      open = false;
      continue;
    }
    const item = /^[-*] (.*)$/.exec(text);
    const last = blocks.at(-1);
    if (item) blocks.push({ kind: 'item', parts: inline(item[1]!) });
    else if (open && last) last.parts.push({ text: ' ' }, ...inline(text));
    else blocks.push({ kind: 'text', parts: inline(text) });
    open = true;
  }
  return blocks;
}

function inline(text: string): HelpPart[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**') && part.length > 4) return { text: part.slice(2, -2), style: 'strong' };
      if (part.startsWith('`') && part.length > 2) return { text: part.slice(1, -1), style: 'code' };
      if (part.startsWith('*') && part.length > 2) return { text: part.slice(1, -1), style: 'em' };
      return { text: part };
    });
}
