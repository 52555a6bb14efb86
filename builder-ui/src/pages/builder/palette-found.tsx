import { useMemo } from 'react';
import { useWords } from '../../words.tsx';
import { stepsFor } from './palette-search.ts';

/** The steps that a text finds, by groups, in the reader's language. */
export function useSteps(text: string): ReturnType<typeof stepsFor> {
  const { language } = useWords();
  return useMemo(() => stepsFor(text, language), [text, language]);
}

/** Says to a screen reader how many steps a search has left. */
export function FoundAloud({ groups, text }: { groups: readonly { steps: readonly unknown[] }[]; text: string }) {
  const { t } = useWords();
  const count = groups.reduce((sum, group) => sum + group.steps.length, 0);
  return (
    <span className="visually-hidden" role="status">
      {text.trim() === '' ? '' : t('web.builder.steps_found', { count })}
    </span>
  );
}
