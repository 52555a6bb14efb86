import { NodeResizer, type NodeProps } from '@xyflow/react';
import { memo, useEffect, useState } from 'react';
import type { NoteFlowNode } from '../../canvas/flow.ts';
import { useWords } from '../../words.tsx';
import { useActions } from './drawing.ts';

/** What somebody pinned to the drawing for people. */
export const NoteNode = memo(function NoteNode({ id, data: { note }, selected }: NodeProps<NoteFlowNode>) {
  const { t } = useWords();
  const actions = useActions();
  const [text, setText] = useState(note.text);
  useEffect(() => setText(note.text), [note.text]);
  const size = { width: note.width ?? 240, height: note.height ?? 110 };
  return (
    <div className={`nt ${selected ? 'sel' : ''}`} style={size}>
      {actions && (
        <NodeResizer
          isVisible={selected}
          minWidth={120}
          minHeight={60}
          maxWidth={1_200}
          maxHeight={1_200}
          lineClassName="nt-line"
          handleClassName="nt-handle"
          onResizeEnd={(_event, { width, height }) =>
            actions.sizeNote(id, { width: Math.round(width), height: Math.round(height) })
          }
        />
      )}
      {actions ? (
        <textarea
          className="nodrag nowheel"
          aria-label={t('web.builder.note')}
          placeholder={t('web.builder.note_placeholder')}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => actions.writeNote(id, text)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      ) : (
        <p>{note.text}</p>
      )}
    </div>
  );
});
