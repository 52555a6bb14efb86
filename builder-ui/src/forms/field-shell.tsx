import { Input } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useWords } from '../words.tsx';
import { useProblemWords } from './form-context.tsx';
import type { Tree } from './tree.ts';
import { isAt, type FieldProblem } from './problems.ts';

/** What a field gets: its place in the schema and in the config, and how to change it. */
export type FieldProps<T extends Tree = Tree> = {
  tree: T;
  path: string;
  value: unknown;
  onChange(value: unknown): void;
  /** The object that it lies in, for fields that belong together. */
  parent: Readonly<Record<string, unknown>>;
  patch(part: Record<string, unknown>): void;
  problems: readonly FieldProblem[];
  /** In a list the place says what it is; then this names it for a screen reader alone. */
  spoken?: string | undefined;
};

/** The words of a field for its input: label, help, problem. */
export function useField(props: FieldProps): {
  label: string | undefined;
  'aria-label': string | undefined;
  description: string | undefined;
  error: string | undefined;
  placeholder: string | undefined;
} {
  const { pick } = useWords();
  const error = useError(props);
  const { tree, spoken } = props;
  const title = tree.title && pick(tree.title);
  return {
    label: spoken === undefined ? title : undefined,
    'aria-label': spoken === undefined ? undefined : title ? `${title}: ${spoken}` : spoken,
    description: tree.help && pick(tree.help),
    placeholder: tree.placeholder && pick(tree.placeholder),
    error,
  };
}

export function useError({ problems, path }: Pick<FieldProps, 'problems' | 'path'>): string | undefined {
  const words = useProblemWords();
  const found = problems.find((problem) => isAt(problem, path));
  return found && words(found);
}

/** The frame of a field that is more than one input: a group with a name. */
export function FieldGroup({
  props,
  error,
  aside,
  children,
}: {
  props: FieldProps;
  error?: string | undefined;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const field = useField(props);
  return (
    <div
      role="group"
      aria-labelledby={field.label ? id : undefined}
      aria-label={field['aria-label']}
      className="f-group"
    >
      {(field.label || aside) && (
        <div className="row f-group-head">
          <span id={id} className="f-label sp">
            {field.label}
          </span>
          {aside}
        </div>
      )}
      {field.description && <Input.Description className="f-help">{field.description}</Input.Description>}
      {children}
      {error && (
        <Input.Error mt={4} role="alert">
          {error}
        </Input.Error>
      )}
    </div>
  );
}
