import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { isTextKey, t as say } from '#texts/index.ts';
import type { BookingRulesAnswer } from '../../api.ts';
import { Formatted } from '../../forms/message-preview.tsx';
import { useWords } from '../../words.tsx';
import type { Rules } from './use-rules-form.ts';

type Reminder = Rules['reminders'][number];
type Side = 'ru' | 'en';

/** What a reminder says: the product's words until the owner writes their own, in each language. */
export function ReminderText({
  reminder,
  variables,
  wrong,
  onChange,
}: {
  reminder: Reminder;
  variables: BookingRulesAnswer['variables'];
  wrong: Readonly<Record<Side, string | undefined>>;
  onChange: (text: Record<Side, string> | null) => void;
}) {
  const { t, pick, language, at } = useWords();
  const [chosen, setSide] = useState<Side>(language);
  // A refused text is shown, whichever language it is in.
  const side =
    wrong[chosen] === undefined && wrong.ru !== undefined
      ? 'ru'
      : wrong[chosen] === undefined && wrong.en !== undefined
        ? 'en'
        : chosen;
  const field = useRef<HTMLTextAreaElement>(null);
  const own = reminder.text;
  const usual = usualText(reminder, side);
  const filled = (text: string) =>
    text.replaceAll(
      /\{(\w+)\}/g,
      (hole, name: string) => variables.find((one) => one.name === name)?.sample[side] ?? hole,
    );
  const put = (name: string) => {
    if (!own) return;
    const from = field.current?.selectionStart ?? own[side].length;
    const to = field.current?.selectionEnd ?? own[side].length;
    onChange({ ...own, [side]: `${own[side].slice(0, from)}{${name}}${own[side].slice(to)}` });
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(from + name.length + 2, from + name.length + 2);
    });
  };
  return (
    <div className="reminder-text">
      <div className="row wrap">
        <SegmentedControl
          size="xs"
          aria-label={t('web.texts.languages')}
          value={side}
          onChange={(value) => setSide(value as Side)}
          data={(['ru', 'en'] as const).map((value) => ({ value, label: t(`web.texts.${value}`) }))}
        />
        <span className="sp" />
        {own ? (
          <Button variant="subtle" color="gray" size="xs" onClick={() => onChange(null)}>
            {t('web.rules.text_usual')}
          </Button>
        ) : (
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange({ ru: plain(usualText(reminder, 'ru')), en: plain(usualText(reminder, 'en')) })}
          >
            {t('web.rules.text_write')}
          </Button>
        )}
      </div>
      {own && (
        <>
          <Textarea
            ref={field}
            aria-label={t(`web.texts.${side}`)}
            lang={side}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={1_000}
            value={own[side]}
            error={wrong[side]}
            onChange={(event) => onChange({ ...own, [side]: event.currentTarget.value })}
          />
          <div className="text-chips">
            <span className="xs t3">{t('web.texts.variables')}</span>
            {variables.map((variable) => (
              <button
                key={variable.name}
                type="button"
                className="text-chip"
                aria-label={t('web.texts.insert', { title: pick(variable.title) })}
                onClick={() => put(variable.name)}
              >
                {pick(variable.title)}
              </button>
            ))}
          </div>
        </>
      )}
      <div className="tg text-look" lang={side} role="group" aria-label={t('web.texts.preview')}>
        <div className="bub">
          {own ? filled(own[side]).trim() || '…' : <Formatted html={filled(usual)} />}
          <div className="tm">{at(new Date().toISOString(), 'time')}</div>
        </div>
      </div>
      <p className="xs t3">{t('web.rules.text_hint')}</p>
    </div>
  );
}

/** The product's own words. */
function usualText(reminder: Reminder, side: Side): string {
  const key = reminder.when.kind === 'morning' ? 'msg.booking_reminder_today' : 'msg.booking_reminder';
  return isTextKey(key) ? say(side, key) : '';
}

/** Own texts are plain: the marks of bold and italic go. */
const plain = (html: string): string => html.replaceAll(/<\/?\w+>/g, '');
