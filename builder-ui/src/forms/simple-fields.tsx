import { Autocomplete, Button, Input, Radio, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useWords } from '../words.tsx';
import type { TreeOf } from './tree.ts';
import { DurationInput } from './duration-input.tsx';
import { FieldGroup, useError, useField, type FieldProps } from './field-shell.tsx';
import { minorOf, momentOf, momentParts, moneyText, numberOf, numberText } from './field-values.ts';
import { capital, useForm } from './form-context.tsx';
import { floating, ParsedInput } from './parsed-input.tsx';

export function TextField(props: FieldProps<TreeOf<'text'>>) {
  const { pick } = useWords();
  const { readOnly } = useForm();
  const { tree, onChange } = props;
  const field = useField(props);
  const text = typeof props.value === 'string' ? props.value : '';
  const write = (next: string) => onChange(next === '' && tree.optional ? tree.empty : next);
  if (tree.known.length > 0) {
    const shown = tree.known.find((one) => one.value === text);
    return (
      <Autocomplete
        {...field}
        readOnly={readOnly}
        data={tree.known.map((one) => capital(pick(one.words)))}
        value={shown ? capital(pick(shown.words)) : text}
        maxLength={tree.max}
        comboboxProps={floating}
        onChange={(next) => write(String(tree.known.find((one) => capital(pick(one.words)) === next)?.value ?? next))}
      />
    );
  }
  if (tree.rows > 1) {
    return (
      <Textarea
        {...field}
        readOnly={readOnly}
        autosize
        minRows={tree.rows}
        maxRows={12}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...field}
      readOnly={readOnly}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
      rightSection={tree.unit && <span className="t3 xs">{pick(tree.unit)}</span>}
    />
  );
}

export function NumberField(props: FieldProps<TreeOf<'number'>>) {
  const { language, pick } = useWords();
  const { readOnly } = useForm();
  const { tree, value, onChange } = props;
  return (
    <ParsedInput<number>
      {...useField(props)}
      readOnly={readOnly}
      inputMode={tree.int ? 'numeric' : 'decimal'}
      className="f-short"
      value={typeof value === 'number' ? value : undefined}
      show={(one) => numberText(one, language)}
      read={(text) => numberOf(text, language)}
      onChange={(next) => onChange(next ?? tree.empty)}
      rightSection={tree.unit && <span className="t3 xs f-unit">{pick(tree.unit)}</span>}
      rightSectionWidth={tree.unit ? 24 + pick(tree.unit).length * 7 : undefined}
    />
  );
}

export function MoneyField(props: FieldProps<TreeOf<'money'>>) {
  const { readOnly } = useForm();
  return (
    <MoneyInput
      {...useField(props)}
      readOnly={readOnly}
      value={typeof props.value === 'number' ? props.value : undefined}
      onChange={(next) => props.onChange(next ?? props.tree.empty)}
    />
  );
}

export function MoneyInput({
  value,
  onChange,
  ...rest
}: {
  value: number | undefined;
  onChange(value: number | undefined): void;
} & Record<string, unknown>) {
  const { language } = useWords();
  const { references } = useForm();
  return (
    <ParsedInput<number>
      {...rest}
      inputMode="decimal"
      className="f-short"
      value={value}
      show={(one) => moneyText(one, language)}
      read={minorOf}
      onChange={onChange}
      rightSection={<span className="t3">{signOf(references.business.currency, language)}</span>}
    />
  );
}

function signOf(currency: string, language: 'ru' | 'en'): string {
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
}

export function BooleanField(props: FieldProps<TreeOf<'boolean'>>) {
  const { readOnly } = useForm();
  const { label, description, error, ...rest } = useField(props);
  return (
    <Switch
      {...rest}
      label={label}
      description={description}
      error={error}
      readOnly={readOnly}
      disabled={readOnly}
      checked={(props.value ?? props.tree.fallback) === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

export function ChoiceField(props: FieldProps<TreeOf<'choice'>>) {
  const { pick, t } = useWords();
  const { readOnly } = useForm();
  const { tree, onChange } = props;
  const field = useField(props);
  const value = props.value ?? tree.fallback;
  const choose = (next: string | null) =>
    onChange(tree.choices.find((choice) => String(choice.value) === next)?.value ?? tree.empty);
  if (tree.choices.length <= 5 && tree.choices.some((choice) => choice.help)) {
    return (
      <Radio.Group {...field} value={value === undefined ? null : String(value)} onChange={choose} className="f-cards">
        {tree.choices.map((choice) => (
          <Radio.Card key={choice.value} value={String(choice.value)} className="f-card" disabled={readOnly}>
            <Radio.Indicator size="xs" />
            <span className="sp">
              <span className="f-card-title">{capital(pick(choice.words))}</span>
              {choice.help && <span className="xs t3 f-block">{pick(choice.help)}</span>}
            </span>
          </Radio.Card>
        ))}
      </Radio.Group>
    );
  }
  const known = tree.choices.map((choice) => ({ value: String(choice.value), label: capital(pick(choice.words)) }));
  const odd = value !== undefined && value !== null && !known.some((one) => one.value === String(value));
  return (
    <Select
      {...field}
      readOnly={readOnly}
      data={odd ? [...known, { value: String(value), label: String(value) }] : known}
      value={value === undefined || value === null ? null : String(value)}
      searchable={known.length > 8}
      clearable={tree.optional && !readOnly}
      allowDeselect={false}
      placeholder={field.placeholder ?? t('web.forms.choose')}
      comboboxProps={floating}
      onChange={choose}
    />
  );
}

export function DurationField(props: FieldProps<TreeOf<'duration'>>) {
  const { tree, value, onChange } = props;
  return (
    <FieldGroup props={props} error={useError(props)}>
      <DurationInput value={value} onChange={(next) => onChange(next ?? (tree.optional ? tree.empty : ''))} />
    </FieldGroup>
  );
}

export function DateField(props: FieldProps<TreeOf<'date'>>) {
  const { readOnly } = useForm();
  return (
    <TextInput
      {...useField(props)}
      type="date"
      className="f-short"
      readOnly={readOnly}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(event.currentTarget.value || props.tree.empty)}
    />
  );
}

export function MomentField(props: FieldProps<TreeOf<'moment'>>) {
  const { t } = useWords();
  const { readOnly, references } = useForm();
  const zone = references.business.timeZone;
  const known = momentParts(props.value, zone);
  const [half, setHalf] = useState<{ date: string; time: string }>({ date: '', time: '' });
  const shown = known ?? half;
  const change = (part: Partial<typeof half>) => {
    const next = { ...shown, ...part };
    setHalf(next);
    props.onChange(next.date ? (momentOf(next.date, next.time, zone) ?? props.tree.empty) : props.tree.empty);
  };
  return (
    <FieldGroup props={props} error={useError(props)}>
      <div className="row g6">
        <TextInput
          type="date"
          className="sp"
          aria-label={t('web.forms.date')}
          readOnly={readOnly}
          value={shown.date}
          onChange={(event) => change({ date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          className="sp"
          aria-label={t('web.forms.time')}
          readOnly={readOnly}
          value={shown.time}
          onChange={(event) => change({ time: event.currentTarget.value })}
        />
      </div>
      <span className="xs t3">{t('web.forms.zone', { zone })}</span>
    </FieldGroup>
  );
}

export function TagField(props: FieldProps<TreeOf<'tag'>>) {
  const { t } = useWords();
  const field = useField(props);
  const { references, readOnly } = useForm();
  const text = typeof props.value === 'string' ? props.value : '';
  const fresh = references.loaded && text.trim() !== '' && !references.tags.includes(text.trim());
  return (
    <>
      <Autocomplete
        {...field}
        readOnly={readOnly}
        data={[...references.tags]}
        value={text}
        maxLength={64}
        limit={50}
        placeholder={field.placeholder ?? t('web.forms.tag_placeholder')}
        comboboxProps={floating}
        onChange={(next) => props.onChange(next === '' && props.tree.optional ? props.tree.empty : next)}
      />
      {fresh && <span className="xs t3 f-after">{t('web.forms.tag_new')}</span>}
    </>
  );
}

/** Something of the business, by its name: goods, a service, a person. */
export function ProductField(
  props: FieldProps<TreeOf<'product'> | TreeOf<'variant'> | TreeOf<'service'> | TreeOf<'staff'>>,
) {
  const { t, pick } = useWords();
  const field = useField(props);
  const { references, readOnly } = useForm();
  const offered = {
    product: () => references.products.map((product) => ({ value: product.id, label: pick(product.name) })),
    variant: () =>
      references.products.flatMap((product) =>
        product.variants.map((variant) => ({
          value: variant.id,
          label: `${pick(product.name)}, ${pick(variant.name)}`,
        })),
      ),
    service: () => references.services.map(({ id, name }) => ({ value: id, label: pick(name) })),
    staff: () => references.staff.map(({ id, name }) => ({ value: id, label: name })),
  };
  const data = offered[props.tree.kind]();
  const value = typeof props.value === 'string' && props.value !== '' ? props.value : null;
  const gone = references.loaded && value !== null && !data.some((one) => one.value === value);
  return (
    <Select
      {...field}
      error={gone ? t('web.forms.product_gone') : field.error}
      readOnly={readOnly}
      searchable
      clearable={props.tree.optional && !readOnly}
      allowDeselect={false}
      limit={50}
      data={gone ? [...data, { value, label: value.slice(0, 8) }] : data}
      value={value}
      placeholder={field.placeholder ?? t('web.forms.product_placeholder')}
      nothingFoundMessage={t('web.forms.product_none')}
      comboboxProps={floating}
      onChange={(next) => props.onChange(next ?? props.tree.empty)}
    />
  );
}

export function LabelField(props: FieldProps<TreeOf<'label'>>) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const id = useId();
  const value = (props.value ?? {}) as Partial<Record<'ru' | 'en', string>>;
  const problem = useError(props);
  const problems = props.problems;
  return (
    <FieldGroup props={props} error={problem}>
      {(['ru', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          id={`${id}${language}`}
          className="f-part"
          aria-label={t(`web.forms.label_${language}`)}
          lang={language}
          leftSection={<span className="xs t3">{language.toUpperCase()}</span>}
          maxLength={props.tree.max}
          readOnly={readOnly}
          error={problems.some((one) => one.path === `${props.path}.${language}`)}
          value={value[language] ?? ''}
          onChange={(event) => props.onChange({ ru: '', en: '', ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </FieldGroup>
  );
}

/** The last resort: a value that no field knows, as JSON. */
export function JsonField(props: FieldProps<TreeOf<'json'>>) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const [text, setText] = useState(() => JSON.stringify(props.value, null, 2) ?? '');
  const [broken, setBroken] = useState(false);
  const { label, error, ...rest } = useField(props);
  return (
    <Textarea
      {...rest}
      label={label ?? t('web.forms.json')}
      error={broken ? t('web.forms.problem.format') : error}
      autosize
      minRows={2}
      maxRows={14}
      readOnly={readOnly}
      className="f-json"
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        try {
          props.onChange(next.trim() === '' ? props.tree.empty : JSON.parse(next));
          setBroken(false);
        } catch {
          setBroken(true);
        }
      }}
    />
  );
}

export function Optional({ title, onAdd }: { title: string; onAdd(): void }) {
  const { t } = useWords();
  return (
    <Input.Wrapper>
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={15} />} onClick={onAdd} className="f-add">
        {title || t('web.forms.add')}
      </Button>
    </Input.Wrapper>
  );
}
