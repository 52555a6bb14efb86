import { ActionIcon, Menu } from '@mantine/core';
import {
  IconAlertOctagon,
  IconArrowDown,
  IconArrowUp,
  IconClock,
  IconCopy,
  IconCornerDownRight,
  IconDots,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import * as commands from '../../canvas/commands.ts';
import { nodeOf, portsAt, TRIGGER } from '../../canvas/draft.ts';
import { outlineRows, type OutlineRow } from '../../canvas/outline-rows.ts';
import { useWords } from '../../words.tsx';
import { useDrawing } from './drawing.ts';
import { useEditor, useEditorState, type Place } from './editor.ts';
import { StepIcon } from './inspector/step-icon.tsx';
import { faceOf, namesSteps } from './step-face.ts';
import { shortNumber } from './step-node.tsx';

/** The same chain as an indented list: everything that the canvas can do, by keyboard, by ear and on a phone. */
export function Outline({ onPeople }: { onPeople(nodeId: string): void }) {
  const { t } = useWords();
  const editor = useEditor();
  const draft = useEditorState((state) => state.history.present);
  const focus = useEditorState((state) => state.focus);
  const wish = useEditorState((state) => state.wish);
  const readOnly = useEditorState((state) => state.readOnly);
  const rows = useMemo(() => outlineRows(draft).filter((row) => !(readOnly && row.kind === 'open')), [draft, readOnly]);
  const list = useRef<HTMLUListElement>(null);
  const at = useRef<string>('');
  if (!rows.some((row) => row.key === at.current))
    at.current = rows.find((row) => row.kind === 'step' && row.id === focus)?.key ?? TRIGGER;
  const rowAt = (key: string) => list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);

  useEffect(() => {
    if (wish.number === 0) return;
    at.current = wish.id;
    if (wish.into === 'form' || document.activeElement?.closest('.insp, [role="dialog"]')) return;
    rowAt(wish.id)?.focus();
  }, [wish]);

  function keys(event: KeyboardEvent, row: OutlineRow): void {
    if ((event.target as HTMLElement).closest('button, [role="menu"]')) return;
    const index = rows.indexOf(row);
    const taken = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    const go = (next: OutlineRow | undefined) => {
      if (!next) return;
      taken();
      at.current = next.key;
      if (next.kind === 'step') editor.select(new Set([next.id]));
      const element = rowAt(next.key);
      if (element) element.tabIndex = 0;
      element?.focus();
    };
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && row.kind === 'step') {
      taken();
      editor.change(commands.swap(draft, row.id, event.key === 'ArrowUp' ? 'up' : 'down'));
      editor.goTo(row.id);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = placeOf(row);
    if (event.key === 'ArrowDown') go(rows[index + 1]);
    else if (event.key === 'ArrowUp') go(rows[index - 1]);
    else if (event.key === 'Home') go(rows[0]);
    else if (event.key === 'End') go(rows.at(-1));
    else if (event.key === 'ArrowRight') go(rows.slice(index + 1).find((one) => one.level > row.level));
    else if (event.key === 'ArrowLeft') go(rows.slice(0, index).findLast((one) => one.level < row.level));
    else if (event.key === 'Enter' || event.key === ' ') {
      taken();
      if (row.kind === 'step') editor.goTo(row.id, { open: true, into: 'form' });
      else if (row.kind === 'again') editor.goTo(row.id);
      else if (place) editor.pick(place);
    } else if ((event.key === '+' || event.key === '=' || event.key === 'Insert') && place) {
      taken();
      editor.pick(place);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && row.kind === 'step') {
      taken();
      editor.remove(new Set([row.id]));
    }
  }

  function placeOf(row: OutlineRow): Place | undefined {
    if (row.kind === 'open') return { from: row.from, port: row.port };
    if (row.kind === 'branch') return { from: row.from, port: row.port.id };
    if (row.kind !== 'step') return undefined;
    const [first] = portsAt(draft, row.id);
    return first && { from: row.id, port: first.id };
  }

  return (
    <div className="outline">
      <p className="xs t3 outline-hint hide-phone">{t('web.builder.outline_help')}</p>
      <ul ref={list} role="tree" aria-label={t('web.builder.outline')}>
        {rows.map((row) => (
          <li
            key={row.key}
            role="treeitem"
            aria-level={row.level}
            aria-selected={row.kind === 'step' && row.id === focus}
            tabIndex={row.key === at.current ? 0 : -1}
            data-row={row.key}
            className="ol-row"
            style={{ paddingLeft: 8 + (row.level - 1) * 20 }}
            onFocus={(event) => {
              if (event.target !== event.currentTarget) return;
              at.current = row.key;
            }}
            onKeyDown={(event) => keys(event, row)}
          >
            <Row row={row} place={placeOf(row)} onPeople={onPeople} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ row, place, onPeople }: { row: OutlineRow; place: Place | undefined; onPeople(nodeId: string): void }) {
  const words = useWords();
  const { t, pick } = words;
  const editor = useEditor();
  const draft = useEditorState((state) => state.history.present);
  const node = 'id' in row ? nodeOf(draft, row.id) : undefined;
  const names = useDrawing((drawing) => (namesSteps(node) ? drawing.names : undefined));
  if (row.kind === 'loose') return <span className="ol-title">{t('web.builder.loose')}</span>;
  if (row.kind === 'branch') return <span className="ol-branch">{pick(row.port.title)}</span>;
  if (row.kind === 'open') {
    return (
      <button
        type="button"
        tabIndex={-1}
        className="plain ol-add"
        onClick={() => editor.pick({ from: row.from, port: row.port })}
      >
        <IconPlus size={16} stroke={2} aria-hidden="true" />
        {t('web.builder.add_step')}
      </button>
    );
  }
  const face = faceOf({ node, trigger: node ? undefined : draft.trigger, names }, words);
  if (row.kind === 'again') {
    return (
      <button type="button" tabIndex={-1} className="plain ol-again" onClick={() => editor.goTo(row.id)}>
        <IconCornerDownRight size={16} aria-hidden="true" />
        {t('web.builder.goes_to', { step: face.words })}
      </button>
    );
  }
  return <StepRow id={row.id} place={place} face={face} onPeople={onPeople} />;
}

function StepRow({
  id,
  place,
  face,
  onPeople,
}: {
  id: string;
  place: Place | undefined;
  face: ReturnType<typeof faceOf>;
  onPeople(nodeId: string): void;
}) {
  const { t, language } = useWords();
  const editor = useEditor();
  const problems = useDrawing((drawing) => drawing.problems.get(id));
  const counts = useDrawing((drawing) => drawing.counts[id]);
  const open = useEditorState((state) => state.open === id);
  const readOnly = useEditorState((state) => state.readOnly);
  const draft = editor.present();
  const ports = portsAt(draft, id);
  return (
    <div className={`ol-step ${open ? 'on' : ''}`}>
      <button
        type="button"
        tabIndex={-1}
        className="plain ol-main"
        onClick={() => editor.goTo(id, { open: true, into: 'form' })}
      >
        <span className={`tile ${face.tile}`}>
          <StepIcon name={face.icon} />
        </span>
        <span className="ol-words">{face.words}</span>
      </button>
      {problems && (
        <span className="bdg bad sm">
          <IconAlertOctagon size={14} aria-hidden="true" />
          <span className="visually-hidden">{t('web.builder.problems', { count: problems.length })}</span>
          <span aria-hidden="true">{problems.length}</span>
        </span>
      )}
      {counts && counts.waiting > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className="plain bdg wait sm"
          title={t('web.builder.waiting', { count: counts.waiting })}
          onClick={() => onPeople(id)}
        >
          <IconClock size={14} aria-hidden="true" />
          {shortNumber(counts.waiting, language)}
        </button>
      )}
      {!readOnly && place && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          tabIndex={-1}
          aria-label={t('web.builder.add_after_step', { step: face.words })}
          onClick={() => editor.pick(place)}
        >
          <IconPlus size={18} />
        </ActionIcon>
      )}
      {!readOnly && id !== TRIGGER && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              tabIndex={-1}
              aria-label={t('web.builder.more_step', { step: face.words })}
            >
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {ports.length > 1 &&
              ports.map((port) => (
                <Menu.Item
                  key={port.id}
                  leftSection={<IconPlus size={16} />}
                  onClick={() => editor.pick({ from: id, port: port.id })}
                >
                  {t('web.builder.add_at', { port: port.title[language] })}
                </Menu.Item>
              ))}
            <Menu.Item
              leftSection={<IconArrowUp size={16} />}
              onClick={() => {
                editor.change(commands.swap(editor.present(), id, 'up'));
                editor.goTo(id);
              }}
            >
              {t('web.builder.move_up')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={16} />}
              onClick={() => {
                editor.change(commands.swap(editor.present(), id, 'down'));
                editor.goTo(id);
              }}
            >
              {t('web.builder.move_down')}
            </Menu.Item>
            <JoinItems id={id} />
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => editor.duplicate(new Set([id]))}>
              {t('web.builder.duplicate')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => editor.remove(new Set([id]))}>
              {t('web.builder.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

/** Letting a way go is the keyboard's twin of pulling an edge off. */
function JoinItems({ id }: { id: string }) {
  const { t, pick } = useWords();
  const editor = useEditor();
  const draft = useEditorState((state) => state.history.present);
  const ports = portsAt(draft, id);
  return draft.edges
    .filter((edge) => edge.from === id)
    .map((edge) => {
      const port = ports.find((one) => one.id === edge.port);
      return (
        <Menu.Item key={edge.port} onClick={() => editor.change(commands.disconnect(editor.present(), id, edge.port))}>
          {ports.length > 1 && port
            ? t('web.builder.disconnect_at', { port: pick(port.title) })
            : t('web.builder.disconnect')}
        </Menu.Item>
      );
    });
}
