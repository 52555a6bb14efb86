import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useWords } from '../words.tsx';

/**
 * A list whose items can be moved: by drag on a handle, or by Space, arrows, Space. What happens is said aloud in
 * `said`, which the list renders in a live region.
 */
export function useSortable(count: number, onMove: (from: number, to: number) => void) {
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const dragged = useRef<number | null>(null);
  const [lifted, setLifted] = useState<number | null>(null);
  const [said, setSaid] = useState('');

  const moveTo = (from: number, to: number): void => {
    if (to < 0 || to >= count || to === from) return;
    onMove(from, to);
    setLifted(to);
    setSaid(t('web.forms.moved', { number: to + 1, count }));
  };
  const handle = (index: number) => ({
    'aria-label': t('web.forms.move_item', { number: index + 1 }),
    'aria-pressed': lifted === index,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        const drop = lifted === index;
        setLifted(drop ? null : index);
        setSaid(t(drop ? 'web.forms.dropped' : 'web.forms.lifted', { number: index + 1, count }));
      } else if (event.key === 'Escape' && lifted !== null) {
        event.stopPropagation();
        setLifted(null);
      } else if (lifted === index && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        const to = index + (event.key === 'ArrowUp' ? -1 : 1);
        moveTo(index, to);
        // The handle that the item has at its new place takes the focus along.
        requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-handle]')[to]?.focus());
      }
    },
    onBlur() {
      if (dragged.current === null) setLifted((now) => (now === index ? null : now));
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      dragged.current = index;
      setLifted(index);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = dragged.current;
      if (from === null) return;
      const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
      const over = rows.findIndex((row) => event.clientY >= row.top && event.clientY <= row.bottom);
      const row = rows[over];
      if (!row || over === from) return;
      // Past the middle, so that rows of different heights do not flutter.
      const past = over > from ? event.clientY > row.top + row.height / 2 : event.clientY < row.top + row.height / 2;
      if (!past) return;
      dragged.current = over;
      moveTo(from, over);
    },
    onPointerUp: () => {
      dragged.current = null;
      setLifted(null);
    },
    onPointerCancel: () => {
      dragged.current = null;
      setLifted(null);
    },
    'data-handle': true,
  });
  return { list, lifted, said, handle };
}
