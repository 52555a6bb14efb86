import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { numberMarks } from '../../components/number-marks.ts';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import type { TextKey } from '#texts/index.ts';

type Words = { ru: string; en: string };
/** What a number field holds while it is typed in; empty is nothing. */
export type Typed = number | string;

/** A text in both languages, the reader's first; one that is left empty is said as in the other. */
export function LangFields({
  labels,
  value,
  onChange,
  wrong,
  long,
  max,
  autoFocus,
}: {
  labels: { ru: TextKey; en: TextKey };
  value: Words;
  onChange: (value: Words) => void;
  wrong?: string | undefined;
  long?: boolean;
  max: number;
  autoFocus?: boolean;
}) {
  const { t, language } = useWords();
  const order = language === 'ru' ? (['ru', 'en'] as const) : (['en', 'ru'] as const);
  return order.map((side, index) => {
    const other = side === 'ru' ? value.en : value.ru;
    const props = {
      label: t(labels[side]),
      lang: side,
      maxLength: max,
      value: value[side],
      error: index === 0 ? wrong : undefined,
      placeholder:
        other.trim() && !value[side] ? `${other.trim().slice(0, 60)} (${t('web.services.same_as_other')})` : '',
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ ...value, [side]: event.currentTarget.value }),
    };
    return long ? (
      <Textarea key={side} {...props} autosize minRows={2} maxRows={8} />
    ) : (
      <TextInput key={side} {...props} data-autofocus={autoFocus && index === 0 ? true : undefined} />
    );
  });
}

export function PriceInput(props: FieldProps) {
  const sign = useCurrencySign();
  const { language } = useWords();
  return <NumberField {...props} {...numberMarks(language)} suffix={`\u00a0${sign}`} decimalScale={2} min={0} />;
}

export function MinutesInput(props: FieldProps & { step?: number }) {
  const { t } = useWords();
  return (
    <NumberField {...props} suffix={`\u00a0${t('web.services.minutes_unit')}`} step={props.step ?? 5} min={0} whole />
  );
}

type FieldProps = {
  label?: string;
  spoken?: string;
  value: Typed;
  onChange: (value: Typed) => void;
  wrong?: string | undefined;
  placeholder?: string;
  disabled?: boolean;
  width?: number | string;
};

export function NumberField({
  label,
  spoken,
  value,
  onChange,
  wrong,
  width,
  whole,
  ...more
}: FieldProps & {
  whole?: boolean;
  suffix?: string;
  step?: number;
  min?: number;
  max?: number;
  decimalScale?: number;
  thousandSeparator?: string;
  decimalSeparator?: string;
}) {
  return (
    <NumberInput
      {...more}
      {...(label === undefined ? {} : { label })}
      {...(spoken === undefined ? {} : { 'aria-label': spoken })}
      {...(width === undefined ? { style: { flex: '1 1 0', minWidth: 0 } } : { w: width })}
      clampBehavior="none"
      allowNegative={false}
      allowDecimal={!whole}
      hideControls
      value={value}
      error={wrong}
      onChange={onChange}
    />
  );
}

export function useCurrencySign(): string {
  const currency = useMe().data?.business.currency ?? 'RUB';
  const { language } = useWords();
  if (currency === 'RUB') return '₽';
  const parts = new Intl.NumberFormat(language, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** What was typed, in minor units; nothing typed is no price, which the rules refuse in plain words. */
export const minorOf = (typed: Typed): number => (typed === '' ? -1 : Math.round(Number(typed) * 100));
export const minorOrNull = (typed: Typed): number | null => (typed === '' ? null : Math.round(Number(typed) * 100));
export const wholeOf = (typed: Typed): number => Math.round(Number(typed === '' ? 0 : typed));
export const wholeOrNull = (typed: Typed): number | null => (typed === '' ? null : Math.round(Number(typed)));
export const typedOf = (value: number | null): Typed => value ?? '';
export const typedMinor = (minor: number | null): Typed => (minor === null ? '' : minor / 100);
