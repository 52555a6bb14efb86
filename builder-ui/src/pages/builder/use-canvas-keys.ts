import { useReactFlow } from '@xyflow/react';
import * as commands from '../../canvas/commands.ts';
import { nodeOf, portsAt, TRIGGER } from '../../canvas/draft.ts';
import { placed } from '../../canvas/layout.ts';
import { walk } from '../../canvas/walk.ts';
import type { MenuAt } from './context-menu.tsx';
import { endOf, useEditor } from './editor.ts';

const ARROWS: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const STEP = 12;

type Heard = Pick<
  KeyboardEvent,
  'target' | 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault' | 'stopPropagation'
>;

/** The keyboard on the canvas: arrows walk the chain, Space carries a step, + adds after it, Enter opens it. */
export function useCanvasKeys({ openMenu }: { openMenu(menu: MenuAt): void }): (event: Heard) => void {
  const editor = useEditor();
  const flow = useReactFlow();
  return (event) => {
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, button, [contenteditable="true"], [role="menu"], [role="dialog"]')) return;
    const { store, present } = editor;
    const { focus, selected, lifted, open, readOnly } = store.getState();
    const draft = present();
    const chosen = selected.size > 0 ? selected : new Set([focus]);
    const arrow = ARROWS[event.key];
    const held = event.ctrlKey || event.metaKey || event.altKey;
    const taken = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (arrow && !held) {
      taken();
      if (lifted !== undefined || (event.shiftKey && !readOnly)) {
        const moving = lifted === undefined ? chosen : new Set([lifted]);
        const places = placed(draft);
        const dx = arrow === 'left' ? -STEP : arrow === 'right' ? STEP : 0;
        const dy = arrow === 'up' ? -STEP : arrow === 'down' ? STEP : 0;
        const next = [...moving].flatMap((id) => {
          const at = draft.notes?.find((note) => note.id === id)?.at ?? places.get(id);
          return at ? [[id, { x: at.x + dx, y: at.y + dy }] as const] : [];
        });
        editor.change(commands.moveTo(draft, new Map(next)), `carry ${[...moving].join(' ')}`);
        return;
      }
      editor.goTo(walk(draft, placed(draft), focus, arrow));
      return;
    }
    if (held) return;
    if (event.key === 'Enter') {
      taken();
      if (lifted !== undefined) editor.lift(undefined);
      else if (focus === TRIGGER || nodeOf(draft, focus)) editor.goTo(focus, { open: true, into: 'form' });
    } else if (event.key === ' ') {
      taken();
      editor.lift(lifted === undefined ? focus : undefined);
    } else if (event.key === '+' || event.key === '=' || event.key === 'Insert') {
      taken();
      if (portsAt(draft, focus).length > 0) editor.pick(endOf(draft, new Set([focus])));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      taken();
      const { way } = store.getState();
      const split = way?.lastIndexOf(':') ?? -1;
      if (way !== undefined && split > 0)
        editor.change(commands.disconnect(draft, way.slice(0, split), way.slice(split + 1)));
      else editor.remove(chosen);
    } else if (event.key === 'Escape') {
      if (lifted !== undefined) {
        taken();
        editor.lift(undefined);
        editor.undo();
      } else if (open !== undefined) {
        taken();
        editor.closeForm();
      } else if (selected.size > 0) {
        taken();
        editor.select(new Set());
      }
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      taken();
      const box = document.querySelector(`.react-flow__node[data-id="${focus}"]`)?.getBoundingClientRect();
      if (selected.size === 0) editor.select(new Set([focus]));
      const x = (box?.left ?? 0) + 24;
      const y = (box?.bottom ?? 0) - 8;
      openMenu({ x, y, at: flow.screenToFlowPosition({ x, y }), on: 'node' });
    }
  };
}
