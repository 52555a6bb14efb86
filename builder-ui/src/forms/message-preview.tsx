import { Select } from '@mantine/core';
import { readHtml, type Mark } from '#automation/telegram-html.ts';
import { type ReactNode } from 'react';
import { useWords } from '../words.tsx';
import type { TreeOf } from './tree.ts';
import { useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';
import { formatOf, textsOf } from './template-field.tsx';
import { useSampleText } from './use-sample.ts';

/** The message as it comes to a phone, in the language that is being written. */
export function MessagePreview({
  tree,
  text,
  buttons,
  parent,
}: {
  tree: TreeOf<'template'>;
  text: unknown;
  buttons: unknown;
  parent: Readonly<Record<string, unknown>>;
}) {
  const { t, at } = useWords();
  const { textLanguage, references, sampleContact, lookAs } = useForm();
  const sample = useSampleText(textsOf(text)[textLanguage], formatOf(tree, parent), textLanguage);
  const labels = Array.isArray(buttons)
    ? (buttons as { id?: string; label?: Partial<Record<'ru' | 'en', string>> }[]).map(
        (one) => one?.label?.[textLanguage],
      )
    : [];
  return (
    <div className="f-group" role="group" aria-label={t('web.forms.preview')}>
      <div className="row f-group-head">
        <span className="f-label sp">{t('web.forms.preview')}</span>
        {references.contacts.length > 0 && (
          <Select
            size="xs"
            variant="unstyled"
            className="f-sample"
            aria-label={t('web.forms.preview_client')}
            searchable
            allowDeselect={false}
            comboboxProps={{ ...floating, width: 220, position: 'bottom-end' }}
            data={[
              { value: '', label: t('web.forms.preview_sample') },
              ...references.contacts.map((one) => ({ value: one.id, label: one.name })),
            ]}
            value={sampleContact ?? ''}
            onChange={(next) => lookAs(next || undefined)}
          />
        )}
      </div>
      <div className="tg f-preview" lang={textLanguage}>
        <div className="bub">
          {sample.broken ? (
            <span className="bad-text">{t('web.forms.preview_broken')}</span>
          ) : sample.text.trim() === '' ? (
            <span className="f-meta">{t('web.forms.preview_empty')}</span>
          ) : sample.html === undefined ? (
            sample.text.trim()
          ) : (
            <Formatted html={sample.html} />
          )}
          <div className="tm">{at(new Date().toISOString(), 'time')}</div>
        </div>
        {labels.length > 0 && (
          <div className="f-keys">
            {labels.map((label, index) => (
              <span key={index}>{label || '…'}</span>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** Telegram's HTML as React nodes: nothing of it is ever put into the page as HTML. */
export function Formatted({ html }: { html: string }) {
  return <>{readHtml(html).map((run, index) => dressed(run.text, run.marks, index))}</>;
}

function dressed(text: string, marks: readonly Mark[], key: number): ReactNode {
  let node: ReactNode = text;
  for (const mark of marks.toReversed()) {
    if (mark.type === 'bold') node = <b>{node}</b>;
    else if (mark.type === 'italic') node = <i>{node}</i>;
    else if (mark.type === 'underline') node = <u>{node}</u>;
    else if (mark.type === 'strike') node = <s>{node}</s>;
    else if (mark.type === 'code') node = <code>{node}</code>;
    else if (mark.type === 'link') {
      node = (
        <a href={mark.href} target="_blank" rel="noreferrer">
          {node}
        </a>
      );
    }
  }
  return <span key={key}>{node}</span>;
}
