import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useWords } from '../words.tsx';
import { FieldGroup, useError, useField, type FieldProps } from './field-shell.tsx';
import { useForm } from './form-context.tsx';
import type { TreeOf } from './tree.ts';

// TipTap comes only when somebody writes.
const MessageEditor = lazy(async () => ({ default: (await import('./message-editor.tsx')).MessageEditor }));

/** One text with what is filled in: for people of the business, or for a machine. */
export function PlainField(props: FieldProps<TreeOf<'plain-template'>>) {
  const { pick } = useWords();
  const { nodeId } = useForm();
  const { tree, path, value, onChange } = props;
  const field = useField(props);
  const error = useError(props);
  const text = typeof value === 'string' ? value : '';
  return (
    <FieldGroup props={props} error={error}>
      <Suspense fallback={<Skeleton height={20 + tree.rows * 22} radius="sm" aria-busy="true" />}>
        <MessageEditor
          key={`${nodeId}:${path}`}
          source={text}
          format="plain"
          rich={false}
          label={field.label ?? field['aria-label'] ?? ''}
          invalid={error !== undefined}
          rows={tree.rows}
          placeholder={tree.placeholder && pick(tree.placeholder)}
          onChange={(next) => onChange(next === '' && tree.optional ? tree.empty : next)}
        />
      </Suspense>
    </FieldGroup>
  );
}
