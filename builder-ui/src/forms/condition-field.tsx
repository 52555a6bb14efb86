import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconFolderPlus,
  IconFolderX,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { conditionWords } from '#automation/condition-words.ts';
import type { Operator } from '#automation/conditions.ts';
import type { ValueKind } from '#automation/event-fields.ts';
import { eventTypes } from '#automation/events.ts';
import { fieldWords } from '#automation/field-words.ts';
import type { Variable } from '#automation/variables.ts';
import { useWords } from '../words.tsx';
import * as edit from './condition-edit.ts';
import { ConditionValueInput } from './condition-value.tsx';
import { FieldGroup, type FieldProps } from './field-shell.tsx';
import { capital, useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';
import type { TreeOf } from './tree.ts';
import { choicesByGroup, writtenByHand } from './variable-choices.ts';

/** A condition, built of rows and groups; what it means is read back as a sentence. */
export function ConditionField(props: FieldProps<TreeOf<'condition'>>) {
  const { t, language } = useWords();
  const { readOnly, variables, variablesOf } = useForm();
  const { tree, parent, problems, path } = props;
  const event = tree.eventFrom === undefined ? undefined : eventTypes.find((one) => one === parent[tree.eventFrom!]);
  const known = knownIn(tree.scope, variables, event ? variablesOf(event) : []);
  const view = edit.toView(props.value);
  const box = useRef<HTMLDivElement>(null);
  const change = (next: edit.Group) => props.onChange(edit.fromView(next) ?? tree.empty);
  const rows = edit.everyRow(view);
  const unfinished = rows.some((row) => edit.lacks(row) !== undefined);
  const broken = problems.some((problem) => problem.path === path);
  const namesOf = (name: string) => known.find((one) => one.path === name)?.words ?? fieldWords(name, event);
  const condition = edit.fromView(view);
  const error = unfinished
    ? t('web.forms.condition.unfinished')
    : broken
      ? t('web.forms.problem.condition')
      : undefined;
  return (
    <FieldGroup props={props} error={readOnly ? undefined : error}>
      <div ref={box} className="f-condition">
        <GroupRows group={view} path={[]} root={view} known={known} readOnly={readOnly} onChange={change} box={box} />
      </div>
      {condition && !unfinished && (
        <p className="f-reads" aria-live="polite">
          {t('web.forms.condition.read', {
            words: conditionWords(withChoiceWords(condition, known, language), language, namesOf),
          })}
        </p>
      )}
    </FieldGroup>
  );
}

/** What a condition of this place may speak of. */
function knownIn(
  scope: TreeOf<'condition'>['scope'],
  everything: readonly Variable[],
  ofEvent: readonly Variable[],
): readonly Variable[] {
  if (scope === 'event') return ofEvent;
  return scope === 'contact' ? everything.filter((one) => one.path.startsWith('contact.')) : everything;
}

type GroupProps = {
  group: edit.Group;
  path: edit.Path;
  root: edit.Group;
  known: readonly Variable[];
  readOnly: boolean;
  onChange(root: edit.Group): void;
  box: React.RefObject<HTMLDivElement | null>;
};

const fresh: edit.Row = { field: '', is: 'equal' };

function GroupRows(props: GroupProps) {
  const { group, path, root, readOnly, onChange, box } = props;
  const { t } = useWords();
  const name = path.join('-');
  /** After a row came or went, the keyboard stays where it was working. */
  const focus = (selector: string) =>
    requestAnimationFrame(() => {
      const found = [...(box.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1);
      found?.focus();
    });
  const removed = (next: edit.Group) => {
    onChange(next);
    focus(`[data-add="${name}"], [data-add=""]`);
  };
  return (
    <>
      {(group.items.length > 1 || path.length > 0 || group.mode === 'none' || group.mode === 'not_all') && (
        <div className="row g6 f-mode">
          <Select
            size="xs"
            className="sp"
            aria-label={t('web.forms.condition.mode')}
            readOnly={readOnly}
            allowDeselect={false}
            comboboxProps={floating}
            data={(['all', 'any', 'none', 'not_all'] as const).map((mode) => ({
              value: mode,
              label: capital(t(`web.forms.condition.${mode}`)),
            }))}
            value={group.mode}
            onChange={(mode) => onChange(edit.setMode(root, path, (mode ?? 'all') as edit.Mode))}
          />
          {path.length > 0 && !readOnly && (
            <>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={t('web.forms.condition.unnest')}
                title={t('web.forms.condition.unnest')}
                onClick={() => removed(edit.unnest(root, path))}
              >
                <IconFolderX size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={t('web.forms.condition.remove_group')}
                title={t('web.forms.condition.remove_group')}
                onClick={() => removed(edit.remove(root, path))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </>
          )}
        </div>
      )}
      {group.items.length === 0 && readOnly && <p className="xs t3">{t('web.forms.condition.empty')}</p>}
      <ul className="f-rows">
        {group.items.map((item, index) => {
          const at = [...path, index];
          return edit.isGroup(item) ? (
            <li key={index} className="f-subgroup">
              <GroupRows {...props} group={item} path={at} />
            </li>
          ) : (
            <li key={index} className="f-row">
              <RowFields
                {...props}
                row={item}
                path={at}
                last={index === group.items.length - 1}
                onRemove={() => removed(edit.remove(root, at))}
              />
            </li>
          );
        })}
      </ul>
      {!readOnly && group.items.length < edit.MOST && (
        <div className="row g4 wrap">
          <Button
            variant="subtle"
            size="compact-sm"
            className="f-add"
            data-add={name}
            leftSection={<IconPlus size={15} />}
            onClick={() => {
              onChange(edit.addRow(root, path, fresh));
              focus('[data-what]');
            }}
          >
            {t('web.forms.condition.add')}
          </Button>
          {group.items.length > 0 && path.length < edit.DEEPEST && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => onChange(edit.addGroup(root, path, fresh))}
            >
              {t('web.forms.condition.add_group')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function RowFields({
  row,
  path,
  root,
  known,
  readOnly,
  last,
  onChange,
  onRemove,
}: GroupProps & { row: edit.Row; last: boolean; onRemove(): void }) {
  const { t, pick } = useWords();
  const { references } = useForm();
  const variable = known.find((one) => one.path === row.field);
  const kind = variable?.kind ?? kindOfRow(row);
  const set = (next: edit.Row) => onChange(edit.setRow(root, path, next));
  const index = path.at(-1) ?? 0;
  const lacking = edit.lacks(row);
  return (
    <>
      <div className="row g4">
        <Select
          className="sp"
          data-what
          aria-label={t('web.forms.condition.field')}
          readOnly={readOnly}
          searchable
          selectFirstOptionOnChange
          allowDeselect={false}
          comboboxProps={floating}
          maxDropdownHeight={320}
          placeholder={t('web.forms.condition.field')}
          data={choicesByGroup(known, row.field, pick, t('web.forms.condition.unknown_field'))}
          value={row.field === '' ? null : row.field}
          error={
            row.field !== '' && !variable && !writtenByHand(row.field)
              ? t('web.forms.condition.unknown_field')
              : undefined
          }
          onChange={(field) => field && set(edit.withField(row, field, known.find((one) => one.path === field)?.kind))}
        />
        {!readOnly && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('web.forms.condition.more')}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconArrowUp size={16} />}
                disabled={index === 0}
                onClick={() => onChange(edit.move(root, path, index - 1))}
              >
                {t('web.forms.condition.up')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowDown size={16} />}
                disabled={last}
                onClick={() => onChange(edit.move(root, path, index + 1))}
              >
                {t('web.forms.condition.down')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFolderPlus size={16} />}
                disabled={path.length > edit.DEEPEST}
                onClick={() => onChange(edit.nest(root, path))}
              >
                {t('web.forms.condition.nest')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={onRemove}>
                {t('web.forms.condition.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {row.field !== '' && (
        <div className="f-compare">
          {kind === 'boolean' ? (
            <Select
              className="f-wide"
              aria-label={t('web.forms.condition.value')}
              readOnly={readOnly}
              allowDeselect={false}
              comboboxProps={floating}
              data={[
                { value: 'true', label: capital(variable?.words.yes ? pick(variable.words.yes) : t('web.forms.yes')) },
                { value: 'false', label: capital(variable?.words.no ? pick(variable.words.no) : t('web.forms.no')) },
              ]}
              value={String((row.value ?? true) === (row.is !== 'not_equal'))}
              onChange={(value) => set({ field: row.field, is: 'equal', value: value === 'true' })}
            />
          ) : (
            <>
              <Select
                className={edit.valueKindOf(row.is) === 'one' ? '' : 'f-wide'}
                aria-label={t('web.forms.condition.is')}
                readOnly={readOnly}
                allowDeselect={false}
                comboboxProps={floating}
                data={operators(kind, row.is).map((is) => ({ value: is, label: t(wordOf(is, kind)) }))}
                value={row.is}
                onChange={(is) => is && set(edit.withOperator(row, is as Operator))}
              />
              {edit.needsValue(row.is) && (
                <ConditionValueInput
                  row={row}
                  kind={kind}
                  variable={variable}
                  tags={references.tags}
                  readOnly={readOnly}
                  error={lacking === 'value'}
                  onChange={(value) => set(edit.withValue(row, value))}
                />
              )}
            </>
          )}
        </div>
      )}
    </>
  );
}

/** What an old condition uses stays to be seen, also where it would not be offered. */
function operators(kind: ValueKind | undefined, current: Operator): readonly Operator[] {
  const fitting = edit.operatorsFor(kind);
  return fitting.includes(current) ? fitting : [...fitting, current];
}

function wordOf(is: Operator, kind: ValueKind | undefined) {
  if (kind === 'tags' && is === 'contains') return 'web.forms.op.has' as const;
  if (kind === 'tags' && is === 'not_contains') return 'web.forms.op.has_not' as const;
  const numeric = kind === 'number' || kind === 'money';
  if (is === 'equal' && !numeric) return 'web.forms.op.is' as const;
  if (is === 'not_equal' && !numeric) return 'web.forms.op.is_not' as const;
  return `web.forms.op.${is}` as const;
}

/** Of a field that is not known here, as far as its comparison tells. */
function kindOfRow({ value, is }: edit.Row): ValueKind | undefined {
  if (edit.valueKindOf(is) === 'duration' || edit.valueKindOf(is) === 'moment') return 'moment';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : undefined;
}

/** For reading aloud: a button and a step by their words instead of their codes. */
function withChoiceWords(
  condition: NonNullable<ReturnType<typeof edit.fromView>>,
  known: readonly Variable[],
  language: 'ru' | 'en',
): NonNullable<ReturnType<typeof edit.fromView>> {
  if ('all' in condition) return { all: condition.all.map((one) => withChoiceWords(one, known, language)) };
  if ('any' in condition) return { any: condition.any.map((one) => withChoiceWords(one, known, language)) };
  if ('not' in condition) return { not: withChoiceWords(condition.not, known, language) };
  const variable = known.find((one) => one.path === condition.field);
  if (variable?.kind !== 'button' && variable?.kind !== 'step') return condition;
  const wordsOf = (value: string) => variable.choices?.find((one) => one.value === value)?.words[language] ?? value;
  if (Array.isArray(condition.value)) return { ...condition, value: condition.value.map(wordsOf) };
  return typeof condition.value === 'string' ? { ...condition, value: wordsOf(condition.value) } : condition;
}
