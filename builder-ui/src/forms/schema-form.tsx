import './forms.css';
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { z } from 'zod';
import { useWords } from '../words.tsx';
import { blank } from './blank.ts';
import { ButtonsField } from './buttons-field.tsx';
import { ConditionField } from './condition-field.tsx';
import { ContactField } from './contact-field.tsx';
import { describe } from './describe-schema.ts';
import { FieldGroup, type FieldProps } from './field-shell.tsx';
import { useForm } from './form-context.tsx';
import { ListField } from './list-field.tsx';
import { MessagePreview } from './message-preview.tsx';
import { PlainField } from './plain-field.tsx';
import { problemsOf, type FieldProblem } from './problems.ts';
import { RecurrenceField } from './recurrence-field.tsx';
import { AutomationField, SecretField } from './reference-fields.tsx';
import {
  BooleanField,
  ChoiceField,
  DateField,
  DurationField,
  JsonField,
  LabelField,
  MoneyField,
  MomentField,
  NumberField,
  Optional,
  ProductField,
  TagField,
  TextField,
} from './simple-fields.tsx';
import { TemplateField } from './template-field.tsx';
import { OffsetField, TimeField, WeekdaysField } from './time-fields.tsx';
import type { Tree, TreeOf } from './tree.ts';
import { UnionField } from './union-field.tsx';
import { VariableField } from './variable-field.tsx';

type Config = Record<string, unknown>;

/** One form for every schema: what the definition of a step says is what its owner sees. */
export function SchemaForm({
  schema,
  config,
  onChange,
  focusField,
}: {
  schema: z.ZodType;
  config: Config;
  onChange(config: Config): void;
  /** The place inside the config that somebody was led to. */
  focusField?: string | undefined;
}) {
  const tree = describe(schema);
  const problems = useMemo(() => problemsOf(tree, config), [tree, config]);
  const form = useRef<HTMLDivElement>(null);
  const jump = useRef<(path: string) => void>(() => undefined);
  jump.current = useJump(form);
  useEffect(() => {
    if (focusField !== undefined) jump.current(focusField);
  }, [focusField]);
  return (
    <div className="f-form" ref={form}>
      <Field
        tree={tree}
        path=""
        value={config}
        onChange={(next) => onChange(next as Config)}
        parent={{}}
        patch={() => undefined}
        problems={problems}
      />
    </div>
  );
}

/** Leads to a field of a form: a text is shown in the language that is meant. */
export function useJump(form: RefObject<HTMLElement | null>): (path: string) => void {
  const { writeIn } = useForm();
  return (path) => {
    const language = /\.(ru|en)$/.exec(path)?.[1];
    if (language) writeIn(language as 'ru' | 'en');
    // The editor of a text may have to be loaded first.
    let tries = 0;
    const timer = setInterval(() => {
      tries += 1;
      const at = nearest(form.current, path);
      const waiting = at?.querySelector('[aria-busy]') !== null;
      if ((!at || waiting) && tries < 40) return;
      clearInterval(timer);
      at?.scrollIntoView({ block: 'center' });
      const field = at?.querySelector<HTMLElement>('[contenteditable=true], input:not([type=hidden]), textarea');
      (field ?? at?.querySelector<HTMLElement>('button'))?.focus();
    }, 50);
  };
}

/** The place of a path, or the nearest around it that the form draws. */
function nearest(form: HTMLElement | null, path: string): HTMLElement | null {
  const names = path.split('.');
  for (let length = names.length; length > 0; length -= 1) {
    const at = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(names.slice(0, length).join('.'))}"]`);
    if (at) return at;
  }
  return null;
}

/** Draws one place of the form. */
export function Field(props: FieldProps) {
  const { tree, path } = props;
  if (unseen.includes(tree.kind)) return null;
  return path === '' ? (
    <Inner {...props} />
  ) : (
    <div data-field={path} className="f-field">
      <Inner {...props} />
    </div>
  );
}

const unseen: readonly Tree['kind'][] = ['hidden', 'key', 'constant'];
const heavy: readonly Tree['kind'][] = ['object', 'union', 'list', 'template', 'label'];

function Inner(props: FieldProps) {
  const { tree, value, onChange, path } = props;
  const { pick, t } = useWords();
  const { readOnly } = useForm();
  const absent = value === undefined || value === null;
  if (tree.optional && absent && heavy.includes(tree.kind) && path !== '') {
    if (readOnly) return null;
    return (
      <Optional
        title={tree.title ? pick(tree.title) : ''}
        onAdd={() => onChange(blank({ ...tree, optional: false } as Tree))}
      />
    );
  }
  const body = <Body {...props} />;
  if (!tree.optional || absent || readOnly || !heavy.includes(tree.kind)) return body;
  return (
    <div className="f-optional">
      <ActionIcon
        className="f-optional-x"
        variant="subtle"
        color="gray"
        size={28}
        aria-label={`${t('web.forms.remove')}: ${tree.title ? pick(tree.title) : ''}`}
        onClick={() => onChange(tree.empty)}
      >
        <IconX size={15} />
      </ActionIcon>
      {body}
    </div>
  );
}

function Body(props: FieldProps) {
  const as = <K extends Tree['kind']>() => props as unknown as FieldProps<TreeOf<K>>;
  switch (props.tree.kind) {
    case 'text':
      return <TextField {...as<'text'>()} />;
    case 'number':
      return <NumberField {...as<'number'>()} />;
    case 'money':
      return <MoneyField {...as<'money'>()} />;
    case 'boolean':
      return <BooleanField {...as<'boolean'>()} />;
    case 'choice':
      return <ChoiceField {...as<'choice'>()} />;
    case 'duration':
      return <DurationField {...as<'duration'>()} />;
    case 'moment':
      return <MomentField {...as<'moment'>()} />;
    case 'date':
      return <DateField {...as<'date'>()} />;
    case 'tag':
      return <TagField {...as<'tag'>()} />;
    case 'product':
    case 'variant':
    case 'service':
    case 'staff':
      return <ProductField {...as<'product' | 'variant' | 'service' | 'staff'>()} />;
    case 'label':
      return <LabelField {...as<'label'>()} />;
    case 'time':
      return <TimeField {...as<'time'>()} />;
    case 'offset':
      return <OffsetField {...as<'offset'>()} />;
    case 'weekdays':
      return <WeekdaysField {...as<'weekdays'>()} />;
    case 'recurrence':
      return <RecurrenceField {...as<'recurrence'>()} />;
    case 'variable':
      return <VariableField {...as<'variable'>()} />;
    case 'contact-field':
      return <ContactField {...as<'contact-field'>()} />;
    case 'automation':
      return <AutomationField {...as<'automation'>()} />;
    case 'secret':
      return <SecretField {...as<'secret'>()} />;
    case 'plain-template':
      return <PlainField {...as<'plain-template'>()} />;
    case 'template':
      return <TemplateField {...as<'template'>()} />;
    case 'buttons':
      return <ButtonsField {...as<'buttons'>()} />;
    case 'condition':
      return <ConditionField {...as<'condition'>()} />;
    case 'list':
      return <ListField {...as<'list'>()} draw={Field} />;
    case 'object':
      return <ObjectFields {...as<'object'>()} />;
    case 'union':
      return <UnionField {...as<'union'>()} draw={Field} />;
    case 'json':
      return <JsonField {...as<'json'>()} />;
    case 'hidden':
    case 'key':
    case 'constant':
      return null;
  }
}

function ObjectFields(props: FieldProps<TreeOf<'object'>>) {
  const { tree, path, problems } = props;
  const { readOnly } = useForm();
  const value = (typeof props.value === 'object' && props.value !== null ? props.value : {}) as Config;
  const patch = (part: Config) => props.onChange(without({ ...value, ...part }));
  const template = tree.fields.find((field) => field.tree.kind === 'template');
  const buttons = tree.fields.find((field) => field.tree.kind === 'buttons');
  const last = (buttons ?? template)?.name;
  const fields = tree.fields.map(({ name, tree: field }) => (
    <div key={name} className="f-slot">
      <Field
        tree={field}
        path={path === '' ? name : `${path}.${name}`}
        value={value[name]}
        onChange={(next) => patch({ [name]: next })}
        parent={value}
        patch={patch}
        problems={problems}
      />
      {name === last && template && (
        <MessagePreview
          tree={template.tree as TreeOf<'template'>}
          text={value[template.name]}
          buttons={buttons ? value[buttons.name] : undefined}
          parent={value}
        />
      )}
    </div>
  ));
  const extra = problems.find((problem) => problem.path === path && problem.key === 'web.forms.problem.unknown_keys');
  if (path === '') {
    return (
      <>
        {fields}
        {extra && !readOnly && <Extra problem={extra} onRemove={() => props.onChange(only(value, tree))} />}
      </>
    );
  }
  return (
    <FieldGroup props={props}>
      <div className={props.spoken === undefined ? 'f-nested' : 'f-option'}>{fields}</div>
    </FieldGroup>
  );
}

function Extra({ problem, onRemove }: { problem: FieldProblem; onRemove(): void }) {
  const { t } = useWords();
  return (
    <div className="tip wait" role="status">
      <span className="sp">{t(problem.key, problem.params)}</span>
      <button type="button" className="plain f-link" onClick={onRemove}>
        {t('web.forms.remove')}
      </button>
    </div>
  );
}

function only(value: Config, tree: TreeOf<'object'>): Config {
  return Object.fromEntries(Object.entries(value).filter(([name]) => tree.fields.some((field) => field.name === name)));
}

/** A key that holds nothing is no key: schemas are strict. */
function without(value: Config): Config {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}
