import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fieldWords } from '#automation/field-words.ts';
import { useWords } from '../words.tsx';
import { OWN, writable } from './contact-fields.ts';
import { useField, type FieldProps } from './field-shell.tsx';
import { alone, useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';
import type { TreeOf } from './tree.ts';

/** A field of the client: one of those that everybody has, or one of the owner's own. */
export function ContactField(props: FieldProps<TreeOf<'contact-field'>>) {
  const { t, pick } = useWords();
  const { readOnly } = useForm();
  const { tree, onChange } = props;
  const field = useField(props);
  const name = typeof props.value === 'string' ? props.value : '';
  const own = name.startsWith(OWN);
  const [begun, begin] = useState(false);
  const known = writable.map((one) => {
    const words = fieldWords(`contact.${one}`);
    return { value: one as string, label: words ? alone(pick(words)) : one };
  });
  const odd = name !== '' && !own && !known.some((one) => one.value === name) ? [{ value: name, label: name }] : [];
  const writing = own || begun;
  return (
    <>
      <Select
        {...field}
        error={writing ? undefined : field.error}
        readOnly={readOnly}
        allowDeselect={false}
        clearable={tree.optional && !readOnly}
        comboboxProps={floating}
        placeholder={field.placeholder ?? t('web.forms.choose')}
        data={[...known, ...odd, { value: OWN, label: t('web.forms.own_field') }]}
        value={writing ? OWN : name === '' ? null : name}
        onChange={(next) => {
          begin(next === OWN);
          onChange(next ?? tree.empty);
        }}
      />
      {writing && (
        <TextInput
          mt={6}
          aria-label={t('web.forms.own_field_name')}
          placeholder="size"
          autoComplete="off"
          spellCheck={false}
          readOnly={readOnly}
          maxLength={31}
          value={own ? name.slice(OWN.length) : ''}
          error={field.error}
          onChange={(event) => onChange(`${OWN}${event.currentTarget.value.trim()}`)}
        />
      )}
    </>
  );
}
