import { Button, Skeleton, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useWords } from '../words.tsx';
import type { TreeOf } from './tree.ts';
import { FieldGroup, type FieldProps } from './field-shell.tsx';
import { useForm, useProblemWords } from './form-context.tsx';
import { fromDoc, toDoc, type Format } from './message-text.ts';
import { useSampleText } from './use-sample.ts';

// TipTap comes only when somebody writes.
const MessageEditor = lazy(async () => ({ default: (await import('./message-editor.tsx')).MessageEditor }));

type Both = { ru: string; en: string };

/** What a template field is written in now: a field that knows formatting says so beside itself, or always. */
export function formatOf(tree: TreeOf<'template'>, parent: Readonly<Record<string, unknown>>): Format {
  if (tree.html) return 'html';
  return tree.formatFrom !== undefined && parent[tree.formatFrom] === 'html' ? 'html' : 'plain';
}

export function textsOf(value: unknown): Both {
  const said = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof Both, unknown>>;
  return { ru: typeof said.ru === 'string' ? said.ru : '', en: typeof said.en === 'string' ? said.en : '' };
}

/** A text for clients in both languages. */
export function TemplateField(props: FieldProps<TreeOf<'template'>>) {
  const { t, pick, language: reader } = useWords();
  const form = useForm();
  const words = useProblemWords();
  const { tree, path, parent, patch, problems, onChange } = props;
  const texts = textsOf(props.value);
  const language = form.textLanguage;
  const other = language === 'ru' ? 'en' : 'ru';
  const stored = formatOf(tree, parent);
  const rich = tree.html || tree.formatFrom !== undefined;
  const sample = useSampleText(texts[language], stored, language);
  const mine = problems.find((one) => one.path === `${path}.${language}` || one.path === path);
  const number = new Intl.NumberFormat(reader === 'ru' ? 'ru-RU' : 'en-GB');

  /** The first touch makes an old text a formatted one: what it says stays the same, sign by sign. */
  const write = (html: string) => {
    const next = { ...texts, [language]: html };
    if (stored === 'html' || !rich || tree.formatFrom === undefined) return onChange(next);
    const key = path.split('.').at(-1) ?? path;
    patch({ [key]: { ...next, [other]: fromDoc(toDoc(texts[other], 'plain')) }, [tree.formatFrom]: 'html' });
  };

  return (
    <FieldGroup props={props} error={mine && words(mine)}>
      <div className="row wrap f-langs">
        <div className="f-seg" role="tablist" aria-label={t('web.forms.language')}>
          {(['ru', 'en'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={one === language}
              tabIndex={one === language ? 0 : -1}
              onClick={() => form.writeIn(one)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
                form.writeIn(one === 'ru' ? 'en' : 'ru');
                const next = event.currentTarget[one === 'ru' ? 'nextElementSibling' : 'previousElementSibling'];
                (next as HTMLElement | null)?.focus();
              }}
            >
              {t(`web.forms.${one}`)}
              {texts[one].trim() === '' && (
                <IconAlertTriangle size={14} role="img" aria-label={t(`web.forms.missing_${one}`)} className="f-warn" />
              )}
            </button>
          ))}
        </div>
        <span className="sp" />
        <Tooltip label={t('web.forms.count_help', { limit: number.format(tree.max) })} withArrow multiline w={220}>
          <span className={`xs nw ${sample.length > tree.max ? 'f-bad' : 't3'}`} tabIndex={0}>
            {t('web.forms.count', { count: number.format(sample.length), limit: number.format(tree.max) })}
          </span>
        </Tooltip>
      </div>
      <Suspense fallback={<Skeleton height={148} radius="sm" aria-busy="true" />}>
        <MessageEditor
          key={`${form.nodeId}:${path}:${language}:${rich}`}
          source={texts[language]}
          format={stored}
          rich={rich}
          writingIn={language}
          label={`${tree.title ? pick(tree.title) : ''} (${t(`web.forms.${language}`)})`.trim()}
          invalid={mine !== undefined}
          onChange={write}
        />
      </Suspense>
      {texts[language].trim() === '' && texts[other].trim() !== '' && !form.readOnly && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="f-add"
          leftSection={<IconCopy size={15} />}
          onClick={() => onChange({ ...texts, [language]: texts[other] })}
        >
          {t(`web.forms.copy_${other}`)}
        </Button>
      )}
    </FieldGroup>
  );
}
