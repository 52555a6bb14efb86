import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconEar, IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { useWords } from '../words.tsx';
import { heardBy, freshButtonId, type MessageButton } from './buttons.ts';
import type { TreeOf } from './tree.ts';
import { FieldGroup, type FieldProps } from './field-shell.tsx';
import { useForm, useProblemWords } from './form-context.tsx';
import { useSortable } from './use-sortable.tsx';

/** Buttons under a message: their words in the language that is being written, and who hears a press. */
export function ButtonsField(props: FieldProps<TreeOf<'buttons'>>) {
  const { t, language } = useWords();
  const { document, nodeId, readOnly, textLanguage } = useForm();
  const words = useProblemWords();
  const { tree, path, onChange, problems } = props;
  const buttons = Array.isArray(props.value) ? (props.value as MessageButton[]) : [];
  const other = textLanguage === 'ru' ? 'en' : 'ru';
  const sort = useSortable(buttons.length, (from, to) => {
    const button = buttons[from];
    if (button) onChange(buttons.toSpliced(from, 1).toSpliced(to, 0, button));
  });
  const add = !readOnly && buttons.length < tree.max && (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={15} />}
      onClick={() => {
        onChange([...buttons, { id: freshButtonId(buttons), label: { ru: '', en: '' } }]);
        requestAnimationFrame(() => sort.list.current?.lastElementChild?.querySelector('input')?.focus());
      }}
    >
      {t('web.forms.button_add')}
    </Button>
  );
  return (
    <FieldGroup props={props} aside={add}>
      {buttons.length === 0 && <p className="xs t3 f-none">{t('web.forms.button_none')}</p>}
      <ul className="f-list" ref={sort.list}>
        {buttons.map((button, index) => {
          const at = `${path}.${index}`;
          const problem = problems.find(
            (one) => one.path === `${at}.label.${textLanguage}` || one.path === `${at}.label`,
          );
          const lacksOther = !button.label?.[other];
          const steps = heardBy(document, nodeId, button.id, language);
          return (
            <li
              key={button.id || index}
              className={`f-button ${sort.lifted === index ? 'lifted' : ''}`}
              data-field={at}
            >
              <div className="row g4">
                {!readOnly && buttons.length > 1 && (
                  <button type="button" className="plain f-handle" {...sort.handle(index)}>
                    <IconGripVertical size={16} aria-hidden="true" />
                  </button>
                )}
                <TextInput
                  className="sp"
                  lang={textLanguage}
                  aria-label={t('web.forms.button_text', { number: index + 1 })}
                  readOnly={readOnly}
                  maxLength={40}
                  placeholder={button.label?.[other] || t('web.forms.button_text', { number: index + 1 })}
                  value={button.label?.[textLanguage] ?? ''}
                  error={problem && words(problem)}
                  onChange={(event) =>
                    onChange(
                      buttons.with(index, {
                        ...button,
                        label: { ru: '', en: '', ...button.label, [textLanguage]: event.currentTarget.value },
                      }),
                    )
                  }
                />
                {!readOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={32}
                    aria-label={t('web.forms.remove_item', { number: index + 1 })}
                    onClick={() => onChange(buttons.toSpliced(index, 1))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                )}
              </div>
              <div className="row g6 xs t3 f-heard">
                <IconEar size={14} aria-hidden="true" />
                <span className="cut sp" title={steps.join(', ')}>
                  {steps.length > 0
                    ? t('web.forms.button_heard', { step: steps.join(', ') })
                    : t('web.forms.button_unheard')}
                </span>
                {lacksOther && <span className="f-warn nw">{t(`web.forms.missing_${other}`)}</span>}
              </div>
            </li>
          );
        })}
      </ul>
      <span className="visually-hidden" aria-live="assertive">
        {sort.said}
      </span>
    </FieldGroup>
  );
}
