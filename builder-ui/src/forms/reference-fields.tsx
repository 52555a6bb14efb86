import { Autocomplete, Select } from '@mantine/core';
import { useWords } from '../words.tsx';
import { useField, type FieldProps } from './field-shell.tsx';
import { useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';
import type { TreeOf } from './tree.ts';
import { useAutomations, useSecrets } from './use-outside.ts';

/** Another automation of the business, by its name. */
export function AutomationField(props: FieldProps<TreeOf<'automation'>>) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const { loaded, automations } = useAutomations();
  const { tree, onChange } = props;
  const field = useField(props);
  const value = typeof props.value === 'string' && props.value !== '' ? props.value : null;
  const data = automations
    .filter((one) => one.state !== 'archived' || one.id === value)
    .map((one) => ({ value: one.id, label: one.name }));
  const gone = loaded && value !== null && !data.some((one) => one.value === value);
  return (
    <Select
      {...field}
      error={gone ? t('web.forms.automation_gone') : field.error}
      readOnly={readOnly}
      searchable
      clearable={tree.optional && !readOnly}
      allowDeselect={false}
      limit={100}
      comboboxProps={floating}
      placeholder={field.placeholder ?? t('web.forms.automation_placeholder')}
      nothingFoundMessage={t('web.forms.product_none')}
      data={gone ? [...data, { value, label: value.slice(0, 8) }] : data}
      value={value}
      onChange={(next) => onChange(next ?? tree.empty)}
    />
  );
}

/** The name of a secret, never what it holds. */
export function SecretField(props: FieldProps<TreeOf<'secret'>>) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const secrets = useSecrets();
  const { tree, onChange } = props;
  const field = useField(props);
  const name = typeof props.value === 'string' ? props.value : '';
  const fresh = name !== '' && secrets.length > 0 && !secrets.includes(name);
  return (
    <>
      <Autocomplete
        {...field}
        readOnly={readOnly}
        data={[...secrets]}
        value={name}
        maxLength={41}
        autoComplete="off"
        spellCheck={false}
        comboboxProps={floating}
        placeholder={field.placeholder ?? t(tree.optional ? 'web.forms.secret_none' : 'web.forms.secret_placeholder')}
        onChange={(next) => onChange(next.trim() || (tree.optional ? tree.empty : ''))}
      />
      {fresh && <span className="xs f-warn f-after">{t('web.forms.secret_unknown')}</span>}
    </>
  );
}
