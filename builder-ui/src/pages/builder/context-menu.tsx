import { Menu } from '@mantine/core';
import * as commands from '../../canvas/commands.ts';
import { copied } from '../../canvas/clipboard.ts';
import { nodeOf, portsAt, TRIGGER, type Point } from '../../canvas/draft.ts';
import { useWords } from '../../words.tsx';
import { useClipboard } from './use-clipboard.ts';
import { endOf, useEditor, useEditorState } from './editor.ts';

export type MenuAt = { x: number; y: number; at: Point; on: 'node' | 'way' | 'pane' };

/** What can be done where somebody pressed. */
export function ContextMenu({ x, y, at, on, onClose }: MenuAt & { onClose(): void }) {
  const { t } = useWords();
  const editor = useEditor();
  const { copy, paste } = useClipboard();
  const selected = useEditorState((state) => state.selected);
  const way = useEditorState((state) => state.way);
  const readOnly = useEditorState((state) => state.readOnly);
  const draft = editor.present();
  const [only] = selected.size === 1 ? selected : [];
  const split = way?.lastIndexOf(':') ?? -1;
  const item = (label: string, work: () => void, keys?: string, danger = false) => (
    <Menu.Item
      key={label}
      rightSection={keys && <span className="xs t3">{keys}</span>}
      onClick={work}
      {...(danger ? { color: 'red' } : {})}
    >
      {label}
    </Menu.Item>
  );
  const items =
    on === 'way' && way !== undefined
      ? [
          item(t('web.builder.add_between'), () =>
            editor.pick({ from: way.slice(0, split), port: way.slice(split + 1) }),
          ),
          item(
            t('web.builder.disconnect'),
            () => editor.change(commands.disconnect(draft, way.slice(0, split), way.slice(split + 1))),
            'Del',
            true,
          ),
        ]
      : on === 'pane'
        ? [
            item(t('web.builder.add_step'), () => editor.pick('anywhere')),
            item(t('web.builder.add_note'), () => {
              const added = commands.addNote(draft, { x: Math.round(at.x), y: Math.round(at.y) });
              editor.change(added.draft);
              editor.goTo(added.id);
            }),
            item(t('web.builder.paste'), () => void paste(at), keyed('V')),
            item(
              t('web.builder.select_all'),
              () => editor.select(new Set(draft.nodes.map((node) => node.id))),
              keyed('A'),
            ),
          ]
        : [
            ...(only !== undefined && (only === TRIGGER || nodeOf(draft, only))
              ? [item(t('web.builder.open'), () => editor.goTo(only, { open: true, into: 'form' }), '↵')]
              : []),
            ...(only !== undefined && portsAt(draft, only).length > 0
              ? [item(t('web.builder.add_after'), () => editor.pick(endOf(draft, new Set([only]))), '+')]
              : []),
            ...(only === TRIGGER
              ? []
              : [
                  item(t('web.builder.copy'), () => void copy(copied(draft, selected)), keyed('C')),
                  item(t('web.builder.duplicate'), () => editor.duplicate(selected), keyed('D')),
                ]),
            ...(selected.size > 1
              ? [
                  item(t('web.builder.align_left'), () => editor.change(commands.align(draft, selected, 'left'))),
                  item(t('web.builder.align_top'), () => editor.change(commands.align(draft, selected, 'top'))),
                ]
              : []),
            ...(only === TRIGGER ? [] : [item(t('web.builder.delete'), () => editor.remove(selected), 'Del', true)]),
          ];
  if (readOnly) return null;
  return (
    <Menu opened onChange={(opened) => !opened && onClose()} position="bottom-start" zIndex={450} returnFocus trapFocus>
      <Menu.Target>
        <span className="menu-at" style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown>{items}</Menu.Dropdown>
    </Menu>
  );
}

export const keyed = (key: string): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? `⌘${key}` : `Ctrl+${key}`);
