import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type EdgeProps } from '@xyflow/react';
import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import type { ChainFlowEdge } from '../../canvas/flow.ts';
import { useWords } from '../../words.tsx';
import { useActions, useDrawing } from './drawing.ts';
import { shortNumber } from './step-node.tsx';

/** A way from one step to the next: what it means, how many went it, and a place for one more step. */
export const ChainEdge = memo(function ChainEdge(props: EdgeProps<ChainFlowEdge>) {
  const { t, pick, language } = useWords();
  const { id, source, sourceHandleId, selected, data } = props;
  const passed = useDrawing((drawing) => drawing.passed[id] ?? 0);
  const near = useDrawing((drawing) => drawing.near);
  const lit = useDrawing((drawing) => (drawing.path ? drawing.path.ways.has(id) : undefined));
  const actions = useActions();
  const [path, x, y] = getSmoothStepPath({ ...props, borderRadius: 12, offset: 14 });
  const word = data?.word;
  const hot = selected || lit === true;
  const label = near === 'near' && (word !== undefined || passed > 0);
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        className={`way ${hot ? 'hot' : ''} ${lit === false ? 'faint' : ''}`}
        interactionWidth={22}
      />
      {near === 'near' && (label || actions) && (
        <EdgeLabelRenderer>
          <div
            className={`way-at nodrag nopan ${hot ? 'hot' : ''}`}
            data-way={id}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {label && (
              <span className={`way-words ${word ? 'named' : ''}`}>
                {word && <b>{pick(word)}</b>}
                {passed > 0 && (
                  <span title={t('web.builder.passed', { count: passed })}>{shortNumber(passed, language)}</span>
                )}
              </span>
            )}
            {actions && (
              <button
                type="button"
                tabIndex={-1}
                className="way-plus"
                aria-label={t(word ? 'web.builder.add_at' : 'web.builder.add_between', {
                  port: word ? pick(word) : '',
                })}
                onClick={() => actions.addAfter(source, sourceHandleId ?? 'next')}
              >
                <IconPlus size={16} stroke={2.4} aria-hidden="true" />
              </button>
            )}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
