import { Handle, Position, type NodeProps } from '@xyflow/react';
import {
  IconAlertCircle,
  IconAlertOctagon,
  IconCheck,
  IconClock,
  IconMinus,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { memo } from 'react';
import { plainOfHtml } from '#automation/telegram-html.ts';
import { templateWords } from '#automation/template-words.ts';
import { steps } from '#automation/steps/registry.ts';
import type { Issue } from '#automation/validate.ts';
import { issueWords } from '#texts/index.ts';
import type { DraftNode, Port } from '../../canvas/draft.ts';
import type { StepFlowNode } from '../../canvas/flow.ts';
import { useWords, type Words } from '../../words.tsx';
import { useActions, useDrawing, type Counts, type Mark } from './drawing.ts';
import { StepIcon } from './inspector/step-icon.tsx';
import { faceOf, namesSteps } from './step-face.ts';

/** A step on the canvas, read as a sentence. */
export const StepNode = memo(function StepNode({ id, data, selected }: NodeProps<StepFlowNode>) {
  const words = useWords();
  const { t, language } = words;
  const counts = useDrawing((drawing) => drawing.counts[id]);
  const problems = useDrawing((drawing) => drawing.problems.get(id));
  const mark = useDrawing((drawing) => drawing.marks[id]);
  const near = useDrawing((drawing) => drawing.near);
  const onPath = useDrawing((drawing) => (drawing.path ? (drawing.path.nodes[id]?.times ?? 0) : undefined));
  const actions = useActions();
  const { node, ports } = data;
  const names = useDrawing((drawing) => (namesSteps(node) ? drawing.names : undefined));
  const face = faceOf({ ...data, names }, words);
  const open = data.open === '' ? [] : data.open.split(' ');
  const message = node?.type === 'send-message' && near === 'near';
  const end = node !== undefined && ports.length === 0 && steps[node.type]?.definition.kind === 'end';
  const state = [
    selected && 'sel',
    node === undefined && 'start',
    problems && 'err',
    mark && `is-${mark}`,
    onPath === 0 && 'dim',
    end && 'endcap',
    `at-${near}`,
  ];
  return (
    <div
      className={`nd ${face.tile}-kind ${state.filter(Boolean).join(' ')}`}
      title={near === 'near' ? undefined : face.words}
    >
      {node !== undefined && <Handle type="target" position={Position.Top} className="port in" />}
      {problems && (
        <span className="mk bad" title={problems.map((issue) => issueWords(language, issue)).join('\n')}>
          <IconAlertOctagon size={15} stroke={2.2} aria-hidden="true" />
          <span className="visually-hidden">{t('web.builder.problems', { count: problems.length })}</span>
        </span>
      )}
      {mark && <MarkSign mark={mark} words={words} />}
      {onPath !== undefined && onPath > 1 && <span className="mk times">× {onPath}</span>}
      <div className="hd">
        <span className={`tile ${face.tile}`}>
          <StepIcon name={face.icon} size={18} />
        </span>
        {near !== 'far' && (
          <div className="nd-words" title={face.words}>
            {message ? (node.label ?? face.kind) : face.words}
          </div>
        )}
      </div>
      {message && <Mini node={node} words={words} />}
      {near !== 'far' && (counts || problems) && (
        <Foot
          counts={near === 'mid' && counts ? { waiting: counts.waiting, passed: 0, failed: 0 } : counts}
          problem={problems?.[0] && shortIssue(problems[0], ports, words)}
          words={words}
          onPeople={actions && (() => actions.people(id))}
        />
      )}
      {ports.map((port, index) => (
        <Out
          key={port.id}
          port={port}
          left={placeOfPort(index, ports.length)}
          word={ports.length > 1}
          open={open.includes(port.id)}
          words={words}
          onAdd={near === 'near' && actions ? () => actions.addAfter(id, port.id) : undefined}
        />
      ))}
    </div>
  );
});

function Out({
  port,
  left,
  word,
  open,
  words: { t, pick },
  onAdd,
}: {
  port: Port;
  left: string;
  word: boolean;
  open: boolean;
  words: Words;
  onAdd: (() => void) | undefined;
}) {
  return (
    <>
      <Handle type="source" position={Position.Bottom} id={port.id} className="port" style={{ left }} />
      {open && onAdd && (
        <button
          type="button"
          tabIndex={-1}
          className="open-end nodrag nopan"
          style={{ left }}
          aria-label={t(word ? 'web.builder.add_at' : 'web.builder.add_here', { port: pick(port.title) })}
          onClick={(event) => {
            event.stopPropagation();
            onAdd();
          }}
        >
          {word && <span>{pick(port.title)}</span>}
          <IconPlus size={16} stroke={2.4} aria-hidden="true" />
        </button>
      )}
    </>
  );
}

function Mini({ node, words: { language, pick, t } }: { node: DraftNode; words: Words }) {
  const text = node.config['text'] as Partial<Record<'ru' | 'en', string>> | undefined;
  const source = text?.[language] || text?.[language === 'ru' ? 'en' : 'ru'] || '';
  const said = templateWords(node.config['format'] === 'html' ? plainOfHtml(source) : source, language);
  const buttons = Array.isArray(node.config['buttons'])
    ? (node.config['buttons'] as { label?: { ru: string; en: string } }[])
    : [];
  const [first] = buttons;
  return (
    <div className="nd-mini">
      <div className="nd-bubble">
        {said.trim() === '' ? <i>{t('web.builder.no_text')}</i> : <span className="nd-said">{said}</span>}
      </div>
      {first?.label && (
        <div className="nd-key">
          {pick(first.label)}
          {buttons.length > 1 && ` +${buttons.length - 1}`}
        </div>
      )}
    </div>
  );
}

function Foot({
  counts,
  problem,
  words: { t, language },
  onPeople,
}: {
  counts: Counts | undefined;
  problem: string | undefined;
  words: Words;
  onPeople: (() => void) | undefined;
}) {
  const short = (value: number) => shortNumber(value, language);
  const parts = (
    <>
      {counts && counts.waiting > 0 && (
        <span className="w" title={t('web.builder.waiting', { count: counts.waiting })}>
          <IconClock size={14} stroke={2} aria-hidden="true" />
          {t('web.builder.waiting_short', { count: counts.waiting, value: short(counts.waiting) })}
        </span>
      )}
      {counts && counts.passed > 0 && (
        <span title={t('web.builder.passed', { count: counts.passed })}>
          <IconCheck size={14} stroke={2} aria-hidden="true" />
          {t('web.builder.passed_short', { count: counts.passed, value: short(counts.passed) })}
        </span>
      )}
      {counts && counts.failed > 0 && (
        <span className="x" title={t('web.builder.failed', { count: counts.failed })}>
          <IconAlertCircle size={14} stroke={2} aria-hidden="true" />
          {t('web.builder.failed_short', { count: counts.failed, value: short(counts.failed) })}
        </span>
      )}
    </>
  );
  const some = counts && counts.waiting + counts.passed + counts.failed > 0;
  if (!some && !problem) return null;
  return (
    <div className="ft">
      {problem && <span className="x cut">{problem}</span>}
      {some &&
        (onPeople ? (
          <button
            type="button"
            tabIndex={-1}
            className="plain ft-people nodrag nopan"
            title={t('web.builder.people_here')}
            onClick={(event) => {
              event.stopPropagation();
              onPeople();
            }}
          >
            {parts}
          </button>
        ) : (
          parts
        ))}
    </div>
  );
}

function MarkSign({ mark, words: { t } }: { mark: Mark; words: Words }) {
  const Sign = { added: IconPlus, changed: IconPencil, removed: IconMinus }[mark];
  return (
    <span className={`mk ${mark}`}>
      <Sign size={14} stroke={2.4} aria-hidden="true" />
      <span className="visually-hidden">{t(`web.builder.mark.${mark}`)}</span>
    </span>
  );
}

/** A problem in the few words that fit under a step; the whole of it stands in the list and in the form. */
function shortIssue(issue: Issue, ports: readonly Port[], { maybe, language, pick, t }: Words): string {
  if (issue.code === 'branch_missing') {
    const port = ports.find((one) => one.id === issue.facts['port']);
    return ports.length > 1 && port
      ? t('web.builder.issue.branch_missing', { port: pick(port.title) })
      : t('web.builder.issue.next_missing');
  }
  return maybe(`web.builder.issue.${issue.code}`, {}, issueWords(language, issue));
}

/** Two ways leave at both sides of the middle, more share the width. */
export function placeOfPort(index: number, count: number): string {
  if (count === 1) return '50%';
  if (count === 2) return `calc(50% ${index === 0 ? '-' : '+'} 60px)`;
  return `${((index + 0.5) / count) * 100}%`;
}

/** 12.4K from ten thousand on; the exact number stands in the title. */
export function shortNumber(value: number, language: 'ru' | 'en'): string {
  return new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    notation: value >= 10_000 ? 'compact' : 'standard',
    maximumFractionDigits: 1,
  }).format(value);
}
