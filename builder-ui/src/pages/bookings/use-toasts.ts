import { notifications } from '@mantine/notifications';
import { createElement, useMemo } from 'react';
import { errorWords } from '../../components/failure.tsx';
import { useWords } from '../../words.tsx';
import { UndoToast } from './undo-toast.tsx';

/** What is said in the corner: done, done and can be taken back, refused. */
export function useToasts() {
  const words = useWords();
  return useMemo(
    () => ({
      done: (message: string) => void notifications.show({ message, color: 'takt', autoClose: 4_000 }),
      undoable(message: string, undo: () => Promise<unknown>) {
        const id: string = notifications.show({
          color: 'takt',
          autoClose: 10_000,
          message: createElement(UndoToast, {
            message,
            label: words.t('web.bookings.undo'),
            onUndo: () => {
              notifications.hide(id);
              void undo();
            },
          }),
        });
      },
      refused: (error: unknown) =>
        void notifications.show({ message: errorWords(words, error), color: 'red', autoClose: 8_000, role: 'alert' }),
    }),
    [words],
  );
}
