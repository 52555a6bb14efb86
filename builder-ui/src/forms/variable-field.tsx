import { Select, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useWords } from '../words.tsx';
import { useField, type FieldProps } from './field-shell.tsx';
import { useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';
import type { TreeOf } from './tree.ts';
import { choicesByGroup, fitting, writtenByHand } from './variable-choices.ts';

const BY_HAND = '?';

/** Something that the chain knows at this place, chosen by the owner's words, or written as its path. */
export function VariableField(props: FieldProps<TreeOf<'variable'>>) {
  const { t, pick } = useWords();
  const { readOnly, variables } = useForm();
  const { tree, onChange } = props;
  const field = useField(props);
  const warning = useId();
  const path = typeof props.value === 'string' ? props.value : '';
  const [byHand, write] = useState(false);
  const known = fitting(variables, tree.kinds, tree.only);
  const elsewhere = path !== '' && !byHand && !writtenByHand(path) && !known.some((one) => one.path === path);
  const groups = choicesByGroup(known, byHand ? '' : path, pick, t('web.forms.variable.elsewhere'));
  const hand = {
    group: t('web.forms.variable.other'),
    items: [{ value: BY_HAND, label: t('web.forms.variable.write') }],
  };
  return (
    <>
      <Select
        {...field}
        error={byHand ? undefined : field.error}
        readOnly={readOnly}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        clearable={tree.optional && !readOnly}
        comboboxProps={floating}
        maxDropdownHeight={320}
        placeholder={field.placeholder ?? t('web.forms.choose')}
        nothingFoundMessage={t('web.forms.insert_none')}
        aria-describedby={elsewhere ? warning : undefined}
        data={[...groups, hand]}
        value={byHand ? BY_HAND : path === '' ? null : path}
        onChange={(next) => {
          write(next === BY_HAND);
          if (next !== BY_HAND) onChange(next ?? tree.empty);
        }}
      />
      {byHand && (
        <TextInput
          mt={6}
          aria-label={t('web.forms.variable.path')}
          placeholder="contact.fields.size"
          autoComplete="off"
          spellCheck={false}
          readOnly={readOnly}
          value={path}
          error={field.error}
          onChange={(event) => onChange(event.currentTarget.value.trim() || (tree.optional ? tree.empty : ''))}
        />
      )}
      {elsewhere && (
        <span id={warning} className="xs f-warn f-after">
          {t('web.forms.variable.unknown', { path })}
        </span>
      )}
    </>
  );
}
