import { Radio, Select } from '@mantine/core';
import type { ComponentType } from 'react';
import { useWords } from '../words.tsx';
import { blank } from './blank.ts';
import { optionOf } from './describe-schema.ts';
import { FieldGroup, useError, type FieldProps } from './field-shell.tsx';
import { alone, useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';
import type { Tree, TreeOf } from './tree.ts';

/** More than so many kinds are a list to open. */
const SEEN_AT_ONCE = 4;

/** One of several kinds, and the fields of that kind. `draw`: how a place is drawn; the form gives itself. */
export function UnionField({
  draw: Field,
  ...props
}: FieldProps<TreeOf<'union'>> & { draw: ComponentType<FieldProps> }) {
  const { t, pick } = useWords();
  const { readOnly } = useForm();
  const { tree, value } = props;
  const chosen = optionOf(tree, value);
  const option = tree.options[chosen];
  const own = useError(props);
  if (!option) return null;
  const kinds = tree.options.map((one, index) => ({
    value: String(index),
    label: one.title ? alone(pick(one.title)) : t('web.forms.option', { number: index + 1 }),
  }));
  const choose = (next: string | null) => {
    const to = tree.options[Number(next)]?.tree;
    if (to && next !== null && Number(next) !== chosen) props.onChange(carried(value, to));
  };
  const shared = { 'aria-label': tree.title ? pick(tree.title) : t('web.forms.kind'), value: String(chosen) };
  return (
    <FieldGroup props={props} error={option.tree.kind === 'json' ? own : undefined}>
      {kinds.length <= SEEN_AT_ONCE ? (
        <Radio.Group {...shared} onChange={choose} className="f-kinds">
          {kinds.map((kind) => (
            <Radio.Card key={kind.value} value={kind.value} className="f-kind" disabled={readOnly}>
              <Radio.Indicator size="xs" />
              <span className="sp">{kind.label}</span>
            </Radio.Card>
          ))}
        </Radio.Group>
      ) : (
        <Select
          {...shared}
          readOnly={readOnly}
          allowDeselect={false}
          comboboxProps={floating}
          data={kinds}
          onChange={choose}
        />
      )}
      <div className="f-option">
        <Field {...props} tree={{ ...option.tree, title: undefined, help: undefined } as Tree} />
      </div>
    </FieldGroup>
  );
}

/** Another kind begins afresh, but what both kinds have is kept. */
function carried(value: unknown, to: Tree): unknown {
  const start = blank(to);
  if (to.kind !== 'object' || typeof value !== 'object' || value === null) return start;
  const before = value as Record<string, unknown>;
  const both = to.fields.filter(({ name, tree }) => tree.kind !== 'constant' && Object.hasOwn(before, name));
  return { ...(start as object), ...Object.fromEntries(both.map(({ name }) => [name, before[name]])) };
}
