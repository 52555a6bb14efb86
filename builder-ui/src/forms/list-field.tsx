import { ActionIcon, Button } from '@mantine/core';
import { IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { useRef, type ComponentType } from 'react';
import { useWords } from '../words.tsx';
import { blankItem } from './blank.ts';
import { FieldGroup, type FieldProps } from './field-shell.tsx';
import { useForm, useProblemWords } from './form-context.tsx';
import { isBig, titlesOf } from './list-titles.ts';
import type { TreeOf } from './tree.ts';
import { useSortable } from './use-sortable.tsx';

/** `draw`: how an item is drawn; the form gives itself. */
export function ListField({ draw: Field, ...props }: FieldProps<TreeOf<'list'>> & { draw: ComponentType<FieldProps> }) {
  const { t, pick, language } = useWords();
  const { readOnly } = useForm();
  const { tree, path, onChange, problems } = props;
  const words = useProblemWords();
  const items = Array.isArray(props.value) ? (props.value as unknown[]) : [];
  const add = useRef<HTMLButtonElement>(null);
  const sort = useSortable(items.length, (from, to) => {
    const item = items[from];
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, item));
  });
  const big = isBig(tree.item);
  const titles = titlesOf(tree, items, language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const own = problems.find((problem) => problem.path === path);
  return (
    <FieldGroup props={props} error={own && words(own)}>
      {items.length > 0 && (
        <ul className="f-list" ref={sort.list}>
          {items.map((item, index) => {
            const title = titles[index];
            const place = `${tree.title ? pick(tree.title) : ''} ${index + 1}`.trim();
            const field = (
              <Field
                tree={tree.item}
                path={`${path}.${index}`}
                value={item}
                onChange={(next) => onChange(items.with(index, next))}
                parent={{}}
                patch={() => undefined}
                problems={problems}
                spoken={title?.name ? `${place}, ${title.name}` : place}
              />
            );
            const handle = !readOnly && items.length > 1 && (
              <button type="button" className="plain f-handle" {...sort.handle(index)}>
                <IconGripVertical size={16} aria-hidden="true" />
              </button>
            );
            const remove = !readOnly && items.length > tree.min && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t('web.forms.remove_item', { number: index + 1 })}
                onClick={() => {
                  onChange(items.toSpliced(index, 1));
                  add.current?.focus();
                }}
              >
                <IconX size={16} />
              </ActionIcon>
            );
            const lifted = sort.lifted === index ? 'lifted' : '';
            if (!big) {
              return (
                <li key={index} className={`f-item ${lifted}`}>
                  {handle}
                  <div className="sp">{field}</div>
                  {remove}
                </li>
              );
            }
            return (
              <li key={index} className={`f-item big ${lifted}`}>
                <div className="f-item-head">
                  {handle}
                  <span className="sp cut f-label" aria-hidden="true">
                    {title?.name ?? t('web.forms.option', { number: index + 1 })}
                  </span>
                  {title?.share !== undefined && <span className="s t3 nw">{percent.format(title.share)}</span>}
                  {remove}
                </div>
                <div className="f-item-body">{field}</div>
              </li>
            );
          })}
        </ul>
      )}
      {!readOnly && items.length < tree.max && (
        <Button
          ref={add}
          variant="subtle"
          size="compact-sm"
          className="f-add"
          leftSection={<IconPlus size={15} />}
          onClick={() => {
            onChange([...items, blankItem(tree, items) ?? null]);
            requestAnimationFrame(() =>
              sort.list.current?.lastElementChild
                ?.querySelector<HTMLElement>('input, textarea, [contenteditable]')
                ?.focus(),
            );
          }}
        >
          {t(items.length === 0 ? 'web.forms.add' : 'web.forms.add_item')}
        </Button>
      )}
      <span className="visually-hidden" aria-live="assertive">
        {sort.said}
      </span>
    </FieldGroup>
  );
}
