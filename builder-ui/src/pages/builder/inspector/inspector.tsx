import './inspector.css';
import { ActionIcon, FocusTrap, Menu, Tabs, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCopy,
  IconDots,
  IconHelpCircle,
  IconPencil,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useRef, useState, type JSX, type PointerEvent, type RefObject } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import { stepSentence, triggerSentence } from '#automation/sentence.ts';
import { steps } from '#automation/steps/registry.ts';
import { triggers } from '#automation/triggers/registry.ts';
import type { Issue } from '#automation/validate.ts';
import { namesIn } from '#automation/variables.ts';
import { issueWords } from '#texts/index.ts';
import type { z } from 'zod';
import { describe } from '../../../forms/describe-schema.ts';
import { capital, FormProvider, useProblemWords } from '../../../forms/form-context.tsx';
import { placeOf, problemsOf } from '../../../forms/problems.ts';
import { SchemaForm, useJump } from '../../../forms/schema-form.tsx';
import { useWords } from '../../../words.tsx';
import { bySeverity, isWarning } from '../problems-order.ts';
import { StepIcon } from './step-icon.tsx';
import { StepHelp } from './step-help.tsx';
import { TriggerForm } from './trigger-form.tsx';

export type InspectorProps = {
  /** The whole draft, for variables and references. */
  document: AutomationDraft;
  /** A node's id, or `trigger`. */
  selected: string;
  /** All issues of the draft; those of this node are shown. */
  issues: readonly Issue[];
  readOnly?: boolean | undefined;
  counts?: { waiting: number; passed: number; failed: number } | undefined;
  onConfig(config: Record<string, unknown>): void;
  onType(type: string, config: Record<string, unknown>): void;
  onLabel(label: string | undefined): void;
  onDelete(): void;
  onDuplicate(): void;
  onClose(): void;
  onPeople?: ((nodeId: string) => void) | undefined;
  /** A path inside the config that somebody was led to. */
  focusField?: string | undefined;
};

/** The form of what is selected: its settings, its help, the people in it. */
export function Inspector(props: InspectorProps): JSX.Element {
  const { t } = useWords();
  const { selected, onClose } = props;
  const phone = useMediaQuery('(max-width: 767px)') ?? false;
  const [width, resize] = useWidth();
  return (
    <FocusTrap active={phone}>
      <aside
        className="insp"
        tabIndex={-1}
        aria-label={t(selected === 'trigger' ? 'web.forms.trigger' : 'web.forms.step')}
        style={phone ? undefined : { width }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          // Lists and menus that are open close first; React tells their keys here though they lie elsewhere.
          const target = event.target as HTMLElement;
          if (!event.currentTarget.contains(target) || target.getAttribute('aria-expanded') === 'true') return;
          event.stopPropagation();
          onClose();
        }}
      >
        {phone && <FocusTrap.InitialFocus />}
        {!phone && <div className="insp-grip" aria-hidden="true" onPointerDown={resize} />}
        <Contents key={selected} {...props} />
      </aside>
    </FocusTrap>
  );
}

function Contents(props: InspectorProps) {
  const { document, selected, issues, counts, readOnly = false, focusField } = props;
  const { t, language, pick } = useWords();
  const node = document.nodes.find((one) => one.id === selected);
  const trigger = selected === 'trigger';
  const definition = trigger ? triggers[document.trigger.type]?.definition : node && steps[node.type]?.definition;
  const step = node && steps[node.type]?.definition;
  const [tab, setTab] = useState<string | null>('content');
  const body = useRef<HTMLDivElement>(null);
  const mine = issues.filter((issue) => issue.facts['node'] === selected);
  const people = counts ? counts.waiting + counts.passed + counts.failed : 0;
  useEffect(() => {
    if (focusField !== undefined) setTab('content');
  }, [focusField]);

  if (!trigger && !node) {
    return (
      <>
        <Head {...props} kind={t('web.forms.step')} name="" tile="say" icon={undefined} />
        <div className="insp-body">
          <p className="t2">{t('web.forms.gone')}</p>
        </div>
      </>
    );
  }
  const kind = trigger ? t('web.forms.trigger') : step ? pick(step.title) : t('web.forms.step');
  const sentence = trigger
    ? (triggerSentence(document.trigger, language) ?? t('web.forms.start_choose'))
    : node
      ? stepSentence(node, language, namesIn(document))
      : '';
  return (
    <FormProvider document={document} nodeId={selected} readOnly={readOnly}>
      <Head
        {...props}
        kind={kind}
        name={node?.label ?? sentence}
        tile={trigger ? 'start' : tileOf(step?.kind, step?.group)}
        icon={definition?.icon}
      />
      <Tabs value={tab} onChange={setTab} keepMounted={false} className="insp-tabs" aria-label={t('web.forms.tabs')}>
        <Tabs.List>
          <Tabs.Tab value="content">{t('web.forms.content')}</Tabs.Tab>
          <Tabs.Tab value="help">{t('web.forms.help')}</Tabs.Tab>
          <Tabs.Tab value="people" rightSection={people > 0 ? <Count value={people} /> : undefined}>
            {t('web.forms.people')}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="content" ref={body}>
          <Problems
            schema={definition?.config}
            config={(trigger ? document.trigger.config : node?.config) ?? {}}
            issues={mine}
            body={body}
          />
          {trigger ? (
            <TriggerForm {...props} readOnly={readOnly} />
          ) : step && node ? (
            <SchemaForm schema={step.config} config={node.config} onChange={props.onConfig} focusField={focusField} />
          ) : (
            <p className="t2">{t('web.forms.unknown_step', { type: node?.type ?? '' })}</p>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="help">
          <StepHelp room={trigger ? 'triggers' : 'steps'} type={trigger ? document.trigger.type : (node?.type ?? '')} />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <People {...props} />
        </Tabs.Panel>
      </Tabs>
      {tab !== 'help' && definition && (
        <footer className="insp-foot">
          {readOnly && <span className="xs t3">{t('web.forms.read_only')}</span>}
          <span className="sp" />
          <button type="button" className="plain insp-help" onClick={() => setTab('help')}>
            <IconHelpCircle size={17} aria-hidden="true" />
            {t('web.forms.how')}
          </button>
        </footer>
      )}
    </FormProvider>
  );
}

function Head({
  kind,
  name,
  tile,
  icon,
  selected,
  document,
  readOnly,
  onLabel,
  onDuplicate,
  onDelete,
  onClose,
}: InspectorProps & { kind: string; name: string; tile: string; icon: string | undefined }) {
  const { t } = useWords();
  const [naming, setNaming] = useState(false);
  const label = document.nodes.find((one) => one.id === selected)?.label;
  const node = selected !== 'trigger';
  return (
    <header className="insp-head">
      <span className={`tile ${tile}`}>
        <StepIcon name={icon} size={18} />
      </span>
      <div className="sp">
        <div className="xs t3 cut">{kind}</div>
        {naming ? (
          <TextInput
            autoFocus
            size="xs"
            maxLength={120}
            aria-label={t('web.forms.name')}
            placeholder={t('web.forms.name_placeholder')}
            defaultValue={label ?? ''}
            onBlur={(event) => {
              setNaming(false);
              onLabel(event.currentTarget.value.trim() || undefined);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              event.currentTarget.value = label ?? '';
              event.currentTarget.blur();
            }}
          />
        ) : (
          <h3 className="insp-name" title={name}>
            {node && !readOnly ? (
              <button
                type="button"
                className="plain"
                onClick={() => setNaming(true)}
                aria-label={`${name}. ${t('web.forms.rename')}`}
              >
                <span className="insp-clamp">{name}</span>
              </button>
            ) : (
              <span className="insp-clamp">{name}</span>
            )}
          </h3>
        )}
      </div>
      {node && !readOnly && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('web.forms.menu')}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setNaming(true)}>
              {t('web.forms.rename')}
            </Menu.Item>
            {label !== undefined && (
              <Menu.Item onClick={() => onLabel(undefined)}>{t('web.forms.name_auto')}</Menu.Item>
            )}
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={onDuplicate}>
              {t('web.forms.duplicate')}
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={onDelete}>
              {t('web.forms.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('web.forms.close')} onClick={onClose}>
        <IconX size={18} />
      </ActionIcon>
    </header>
  );
}

/**
 * What is wrong with this one: first its fields, in the words of the form, each with a jump; then what is wrong with
 * its place in the chain.
 */
function Problems({
  schema,
  config,
  issues,
  body,
}: {
  schema: z.ZodType | undefined;
  config: Record<string, unknown>;
  issues: readonly Issue[];
  body: RefObject<HTMLDivElement | null>;
}) {
  const { t, language, pick } = useWords();
  const jump = useJump(body);
  const words = useProblemWords();
  const tree = schema && describe(schema);
  const fields = tree ? problemsOf(tree, config) : [];
  const others = issues.filter((issue) => !tree || issue.facts['field'] === undefined || isWarning(issue));
  if (fields.length + others.length === 0) return null;
  const where = (path: string) =>
    tree
      ? capital(
          placeOf(tree, config, path)
            .map(({ title, index }) => (title ? pick(title) : String(index)))
            .join(', '),
        )
      : '';
  const { errors, warnings } = bySeverity(others);
  return (
    <>
      {fields.length + errors.length > 0 && (
        <section
          className="insp-problems"
          aria-label={t('web.forms.problems', { count: fields.length + errors.length })}
        >
          <ul>
            {fields.map((problem, index) => (
              <li key={`field-${index}`}>
                <IconAlertOctagon size={16} aria-hidden="true" />
                <span className="sp">
                  {[where(problem.path), words(problem)].filter((part) => part !== '').join(': ')}
                </span>
                {problem.path !== '' && (
                  <button
                    type="button"
                    className="plain f-link"
                    aria-label={`${t('web.forms.show')}: ${where(problem.path)}`}
                    onClick={() => jump(problem.path)}
                  >
                    {t('web.forms.show')}
                  </button>
                )}
              </li>
            ))}
            {errors.map((issue, index) => (
              <li key={index}>
                <IconAlertOctagon size={16} aria-hidden="true" />
                <span className="sp">{issueWords(language, issue)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {warnings.length > 0 && (
        <section className="insp-problems amber" aria-label={t('web.builder.warnings_title')}>
          <h4>{t('web.builder.warnings_title')}</h4>
          <ul>
            {warnings.map((issue, index) => (
              <li key={index}>
                <IconAlertTriangle size={16} aria-hidden="true" />
                <span className="sp">{issueWords(language, issue)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function People({ counts, selected, onPeople }: InspectorProps) {
  const { t } = useWords();
  const none = !counts || counts.waiting + counts.passed + counts.failed === 0;
  if (none) return <p className="t2">{t('web.forms.people_none')}</p>;
  return (
    <>
      <ul className="insp-people">
        {counts.waiting > 0 && <li>{t('web.forms.people_waiting', { count: counts.waiting })}</li>}
        {counts.passed > 0 && <li>{t('web.forms.people_passed', { count: counts.passed })}</li>}
        {counts.failed > 0 && <li className="f-bad">{t('web.forms.people_failed', { count: counts.failed })}</li>}
      </ul>
      {onPeople && (
        <button type="button" className="plain f-link" onClick={() => onPeople(selected)}>
          {t('web.forms.people_open')}
        </button>
      )}
    </>
  );
}

function Count({ value }: { value: number }) {
  const { language } = useWords();
  const words = new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    notation: value >= 10_000 ? 'compact' : 'standard',
    maximumFractionDigits: 1,
  });
  return (
    <span className="t3" title={String(value)}>
      {words.format(value)}
    </span>
  );
}

/** The colour of a tile says the kind. */
function tileOf(kind: string | undefined, group: string | undefined): string {
  if (group === 'connect') return 'out';
  return kind === 'decide' ? 'fork' : (kind ?? 'out');
}

const WIDTH = 'takt.inspector';

/** Wide as it was left, between 320 and 520. */
function useWidth(): [number, (event: PointerEvent<HTMLElement>) => void] {
  const [width, setWidth] = useState(() => bounded(Number(localStorage.getItem(WIDTH)) || 364));
  const start = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const from = event.clientX;
    const drag = (next: globalThis.PointerEvent) => setWidth(bounded(width + from - next.clientX));
    const stop = (next: globalThis.PointerEvent) => {
      localStorage.setItem(WIDTH, String(bounded(width + from - next.clientX)));
      window.removeEventListener('pointermove', drag);
      window.removeEventListener('pointerup', stop);
    };
    window.addEventListener('pointermove', drag);
    window.addEventListener('pointerup', stop);
  };
  return [width, start];
}

const bounded = (width: number): number => Math.min(520, Math.max(320, Math.round(width)));
