import { useEffect, useRef } from 'react';
import { TRIGGER } from '../../canvas/draft.ts';
import { useEditor } from './editor.ts';

type Deeds = { find(): void; sheet(): void; palette(): void; fit(): void; view(): void };

/** Keys that work anywhere in the builder but in a field or a dialog. */
export function useBuilderKeys(deeds: Deeds): void {
  const editor = useEditor();
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      if (event.defaultPrevented || target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return;
      const typing = target.closest('input, textarea, [contenteditable="true"]') !== null;
      const held = event.ctrlKey || event.metaKey;
      const deed = held ? heldKeys(event, typing) : typing || event.altKey ? undefined : plainKeys(event);
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    const { store } = editor;
    function heldKeys(event: KeyboardEvent, typing: boolean): (() => void) | undefined {
      // A letter's key, whatever the alphabet of the keyboard.
      const key = event.code.startsWith('Key') ? event.code.slice(3) : event.key;
      if (key === 'F' && !event.shiftKey) return () => latest.current.find();
      if (typing) return undefined;
      if (key === 'Z') return () => (event.shiftKey ? editor.redo() : editor.undo());
      if (key === 'Y') return () => editor.redo();
      if (key === 'D') return () => editor.duplicate(chosen());
      if (key === 'A') return () => editor.select(new Set(editor.present().nodes.map((node) => node.id)));
      return undefined;
    }
    function plainKeys(event: KeyboardEvent): (() => void) | undefined {
      if (event.key === '/') return () => latest.current.palette();
      if (event.key === '?') return () => latest.current.sheet();
      if (event.code === 'Digit1' && event.shiftKey) return () => latest.current.fit();
      if (event.code === 'KeyL' && !event.shiftKey) return () => latest.current.view();
      return undefined;
    }
    function chosen(): ReadonlySet<string> {
      const { selected, focus } = store.getState();
      return new Set([...(selected.size > 0 ? selected : [focus])].filter((id) => id !== TRIGGER));
    }
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [editor]);
}
