import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { readHelp, type HelpBlock } from '../../../forms/read-help.ts';
import { useWords } from '../../../words.tsx';

const texts = import.meta.glob<string>('../../../../../automation/{steps,triggers}/*/README.md', {
  query: '?raw',
  import: 'default',
});

/** The README of a step, in the reader's language. */
export function StepHelp({ room, type }: { room: 'steps' | 'triggers'; type: string }) {
  const { t, language } = useWords();
  const load = texts[`../../../../../automation/${room}/${type}/README.md`];
  const [text, setText] = useState<string | undefined>(load ? undefined : '');
  useEffect(() => {
    let here = true;
    void load?.().then(
      (found) => here && setText(found),
      () => here && setText(''),
    );
    return () => {
      here = false;
    };
  }, [load]);
  if (text === undefined) return <Skeleton height={90} aria-busy="true" />;
  const blocks = readHelp(text, language);
  if (blocks.length === 0) return <p className="t2">{t('web.forms.help_none')}</p>;
  return (
    <div className="insp-readme" lang={language}>
      {grouped(blocks).map((part, index) =>
        part.kind === 'item' ? (
          <ul key={index}>
            {part.blocks.map((block, at) => (
              <li key={at}>
                <Parts block={block} />
              </li>
            ))}
          </ul>
        ) : (
          part.blocks.map((block, at) => (
            <p key={`${index}-${at}`}>
              <Parts block={block} />
            </p>
          ))
        ),
      )}
    </div>
  );
}

function Parts({ block }: { block: HelpBlock }) {
  return (
    <>
      {block.parts.map(({ text, style }, index) => {
        const Tag = style ?? 'span';
        return <Tag key={index}>{text}</Tag>;
      })}
    </>
  );
}

function grouped(blocks: readonly HelpBlock[]): { kind: HelpBlock['kind']; blocks: HelpBlock[] }[] {
  const parts: { kind: HelpBlock['kind']; blocks: HelpBlock[] }[] = [];
  for (const block of blocks) {
    const last = parts.at(-1);
    if (last && last.kind === block.kind) last.blocks.push(block);
    else parts.push({ kind: block.kind, blocks: [block] });
  }
  return parts;
}
