import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { copied } from '../../canvas/clipboard.ts';
import type { Point } from '../../canvas/draft.ts';
import { useWords } from '../../words.tsx';
import { useEditor } from './editor.ts';

const editable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, [contenteditable="true"], [role="dialog"]') !== null;

/** Steps as text in the clipboard of the system: between automations, tabs, and people. */
export function useClipboard() {
  const { t } = useWords();
  const editor = useEditor();
  const told = (count: number) =>
    notifications.show({ message: t('web.builder.copied', { count }), autoClose: 2_000, color: 'takt' });
  return {
    async copy(text: string) {
      await navigator.clipboard.writeText(text);
      told(editor.store.getState().selected.size);
    },
    async paste(at?: Point) {
      let text = '';
      try {
        text = await navigator.clipboard.readText();
      } catch {
        notifications.show({ message: t('web.builder.paste_keys'), color: 'yellow', autoClose: 5_000 });
        return;
      }
      if (!editor.paste(text, at && { x: 24, y: 24 }))
        notifications.show({ message: t('web.builder.paste_nothing'), color: 'yellow', autoClose: 5_000 });
    },
  };
}

/** Ctrl+C, Ctrl+X and Ctrl+V anywhere in the builder but in a field. */
export function useClipboardKeys(): void {
  const { t } = useWords();
  const editor = useEditor();
  useEffect(() => {
    const take = (event: ClipboardEvent, cut: boolean) => {
      const { selected, readOnly } = editor.store.getState();
      const chosen = new Set([...selected].filter((id) => id !== 'trigger'));
      if (editable(event.target) || chosen.size === 0 || String(window.getSelection()) !== '') return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', copied(editor.present(), chosen));
      if (cut && !readOnly) editor.remove(chosen);
      else
        notifications.show({
          message: t('web.builder.copied', { count: chosen.size }),
          autoClose: 2_000,
          color: 'takt',
        });
    };
    const copy = (event: ClipboardEvent) => take(event, false);
    const cut = (event: ClipboardEvent) => take(event, true);
    const paste = (event: ClipboardEvent) => {
      if (editable(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      event.preventDefault();
      if (!editor.paste(text))
        notifications.show({ message: t('web.builder.paste_nothing'), color: 'yellow', autoClose: 5_000 });
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [editor, t]);
}
