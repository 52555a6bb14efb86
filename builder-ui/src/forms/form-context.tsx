import { createContext, useContext, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { EventType } from '#domain/events.ts';
import type { AutomationDraft } from '#automation/document.ts';
import { variablesAt, variablesOfEvent, type Variable } from '#automation/variables.ts';
import { useWords } from '../words.tsx';
import type { FieldProblem } from './problems.ts';
import { useReferences, type References } from './use-references.ts';

type Language = 'ru' | 'en';

/** What every field of a form may need to know of its surroundings. */
export type FormSurroundings = {
  document: AutomationDraft;
  nodeId: string;
  readOnly: boolean;
  references: References;
  /** What can be named here. */
  variables: readonly Variable[];
  variablesOf(event: EventType): readonly Variable[];
  /** The language whose texts are being written. */
  textLanguage: Language;
  writeIn(language: Language): void;
  sampleContact: string | undefined;
  lookAs(contact: string | undefined): void;
};

const Context = createContext<FormSurroundings | undefined>(undefined);

export function FormProvider({
  document,
  nodeId,
  readOnly,
  children,
}: {
  document: AutomationDraft;
  nodeId: string;
  readOnly: boolean;
  children: ReactNode;
}) {
  const { language } = useWords();
  const references = useReferences();
  const [textLanguage, writeIn] = useState<Language>(language);
  const [sampleContact, lookAs] = useState<string | undefined>();
  // In a long chain this takes longer than a keystroke: typing goes first.
  const settled = useDeferredValue(document);
  const variables = useMemo(() => variablesAt(settled, nodeId), [settled, nodeId]);
  const value = useMemo(
    () => ({
      document,
      nodeId,
      readOnly,
      references,
      variables,
      variablesOf: (event: EventType) => variablesOfEvent(document, event),
      textLanguage,
      writeIn,
      sampleContact,
      lookAs,
    }),
    [document, nodeId, readOnly, references, variables, textLanguage, sampleContact],
  );
  return <Context value={value}>{children}</Context>;
}

export function useForm(): FormSurroundings {
  const value = useContext(Context);
  if (!value) throw new Error('a field outside of FormProvider');
  return value;
}

/** A problem as a person reads it; sums as money. */
export function useProblemWords(): (problem: FieldProblem) => string {
  const { t, money } = useWords();
  return ({ key, params }) =>
    t(
      key,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) =>
          typeof value === 'string' && value.startsWith('money:')
            ? [name, money(Number(value.slice(6)))]
            : [name, value],
        ),
      ),
    );
}

export { alone, capital } from './label-words.ts';
