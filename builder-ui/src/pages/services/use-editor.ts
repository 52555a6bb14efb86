import { useEffect, useState } from 'react';
import { Problem } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

export type Editor<F> = {
  form: F;
  edit(part: Partial<F>): void;
  dirty: boolean;
  saving: boolean;
  /** Just now, with nothing edited since. */
  saved: boolean;
  save(): void;
  undo(): void;
  /** What is wrong with a field, by the path that the refusal names. */
  wrong(path: string): string | undefined;
  /** The path of the field that was refused. */
  refused: string | undefined;
  /** The refusal in words, when it is no conflict. */
  failed: string | undefined;
  conflict: { takeTheirs(): void; keepMine(): void } | undefined;
  /** The server moved the revision on by something that is saved at once, such as a photo. */
  moved(revision: number): void;
};

/**
 * A form over something that others may change too. It is saved under the revision that was read, so that nothing is
 * overwritten unseen; while nothing is edited it follows what the server says.
 */
export function useEditor<F extends object, R extends { revision: number }>(from: {
  form: F;
  revision: number;
  save(form: F, revision: number): Promise<R>;
  touches: readonly string[];
  /** Said aloud over the page: for what is new, since its panel is opened anew. */
  done?: string;
  onSaved?: (result: R) => Promise<void>;
}): Editor<F> {
  const words = useWords();
  const [base, setBase] = useState({ form: from.form, revision: from.revision });
  const [form, setForm] = useState(from.form);
  const dirty = !same(form, base.form);
  const behind = from.revision >= base.revision && (from.revision !== base.revision || !same(from.form, base.form));
  useEffect(() => {
    if (dirty || !behind) return;
    setBase({ form: from.form, revision: from.revision });
    setForm(from.form);
  });
  const saving = useAction(({ sent, revision }: { sent: F; revision: number }) => from.save(sent, revision), {
    touches: from.touches,
    ...(from.done === undefined ? {} : { done: from.done }),
    quiet: true,
  });
  const save = (revision: number) =>
    saving.mutate(
      { sent: form, revision },
      {
        onSuccess: (result) => {
          setBase({ form, revision: result.revision });
          void from.onSaved?.(result);
        },
      },
    );
  const takeTheirs = () => {
    setBase({ form: from.form, revision: from.revision });
    setForm(from.form);
    saving.reset();
  };
  const { error } = saving;
  const isConflict = error instanceof Problem && error.code.endsWith('_changed');
  const path = error instanceof Problem && typeof error.facts['path'] === 'string' ? error.facts['path'] : undefined;
  return {
    form,
    edit(part) {
      if (error && !isConflict) saving.reset();
      setForm((before) => ({ ...before, ...part }));
    },
    dirty,
    saving: saving.isPending,
    saved: saving.isSuccess && !dirty,
    save: () => save(base.revision),
    undo() {
      setForm(base.form);
      saving.reset();
    },
    wrong: (wanted) => (error && path === wanted ? errorWords(words, error) : undefined),
    refused: path,
    failed: error && !isConflict ? errorWords(words, error) : undefined,
    conflict: isConflict ? { takeTheirs, keepMine: () => save(from.revision) } : undefined,
    moved: (revision) => setBase((before) => (revision === before.revision + 1 ? { ...before, revision } : before)),
  };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
