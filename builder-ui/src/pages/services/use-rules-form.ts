import { useEffect, useState } from 'react';
import { api, Problem, taken, type BookingRulesAnswer } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

export type Rules = BookingRulesAnswer['rules'];

/** One matter of the rules while it is edited; it follows what others save until somebody types. */
export function useRulesForm<F extends object>(from: F, body: (form: F) => Partial<Rules>) {
  const words = useWords();
  const [base, setBase] = useState(from);
  const [form, setForm] = useState(from);
  const said = JSON.stringify(from);
  const dirty = JSON.stringify(form) !== JSON.stringify(base);
  useEffect(() => {
    if (dirty || said === JSON.stringify(base)) return;
    setBase(JSON.parse(said) as F);
    setForm(JSON.parse(said) as F);
  }, [dirty, said, base]);
  const saving = useAction((sent: F) => taken(api.PATCH('/api/booking-rules', { body: body(sent) as Rules })), {
    touches: ['booking-rules'],
    done: words.t('web.saved'),
    quiet: true,
  });
  const { error } = saving;
  const path = error instanceof Problem ? String(error.facts['path'] ?? '') : '';
  return {
    form,
    dirty,
    saving: saving.isPending,
    edit(part: Partial<F>) {
      if (error) saving.reset();
      setForm((before) => ({ ...before, ...part }));
    },
    save: () => saving.mutate(form, { onSuccess: () => setBase(form) }),
    undo() {
      setForm(base);
      saving.reset();
    },
    wrong: (wanted: string) => (error && path === wanted ? errorWords(words, error) : undefined),
    failed: error ? errorWords(words, error) : undefined,
  };
}
