import '@xyflow/react/dist/style.css';
import './builder.css';
import { SegmentedControl, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { IconListTree, IconSearch, IconSitemap, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { namesIn } from '#automation/variables.ts';
import { validate, type Issue } from '#automation/validate.ts';
import { api, Problem, taken } from '../../api.ts';
import * as commands from '../../canvas/commands.ts';
import { TRIGGER, type Draft } from '../../canvas/draft.ts';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { Canvas } from './canvas.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { createDrawing, DrawingContext, useDrawing, useDrawingStore } from './drawing.ts';
import { EditorContext, endOf, useEditor, useEditorState } from './editor.ts';
import { FindDialog } from './find-dialog.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { SettingsForm } from './inspector/settings-form.tsx';
import { download, JsonDialog } from './json-dialog.tsx';
import { Outline } from './outline.tsx';
import { Palette } from './palette.tsx';
import { Problems } from './problems.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { StepPicker } from './step-picker.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { TopBar } from './top-bar.tsx';
import { readDraft, useAutomation, useSavedEditor, type AutomationInEditor } from './use-automation.ts';
import { useBuilderKeys } from './use-builder-keys.ts';
import { useClipboardKeys } from './use-clipboard.ts';

/** What is not needed at first, fetched as soon as the page is at rest: without a network one draws on. */
const later = [
  () => import('../../forms/message-editor.tsx'),
  () => import('./watch/publish-sheet.tsx'),
  () => import('./try/try-panel.tsx'),
  () => import('./watch/versions-panel.tsx'),
  () => import('./watch/people-panel.tsx'),
];

const PublishSheet = lazy(async () => ({ default: (await import('./watch/publish-sheet.tsx')).PublishSheet }));
const VersionsPanel = lazy(async () => ({ default: (await import('./watch/versions-panel.tsx')).VersionsPanel }));
const TryPanel = lazy(async () => ({ default: (await import('./try/try-panel.tsx')).TryPanel }));
const ResumeDialog = lazy(async () => ({
  default: (await import('../automations/resume-dialog.tsx')).ResumeDialog,
}));
const PeoplePanel = lazy(async () => ({ default: (await import('./watch/people-panel.tsx')).PeoplePanel }));

/** `/automations/:automationId`: the owner draws. */
export function BuilderPage() {
  const { automationId = '' } = useParams();
  const { t } = useWords();
  const automation = useAutomation(automationId);
  const me = useMe();
  if (automation.isPending || me.isPending) return <Waiting />;
  if (automation.error instanceof Problem && automation.error.status === 404) {
    return (
      <Empty icon={IconSitemap} text={t('web.builder.not_found')}>
        <Link to="/automations">{t('web.builder.back')}</Link>
      </Empty>
    );
  }
  if (!automation.data) return <Failure error={automation.error} retry={() => void automation.refetch()} />;
  if (!readDraft(automation.data.draft.document))
    return <Empty icon={IconSitemap} text={t('web.builder.unreadable')} />;
  return (
    <ReactFlowProvider key={automationId}>
      <Builder automation={automation.data} readOnly={me.data?.role !== 'owner'} />
    </ReactFlowProvider>
  );
}

function Builder({ automation, readOnly }: { automation: AutomationInEditor; readOnly: boolean }) {
  const { editor, saver, saving, resolve } = useSavedEditor(automation, readOnly);
  const [drawing] = useState(() => createDrawing());
  return (
    <EditorContext value={editor}>
      <DrawingContext value={drawing}>
        <Desk
          automation={automation}
          saving={saving}
          flush={async () => saver?.flush()}
          retry={() => void saver?.push()}
          resolve={resolve}
        />
      </DrawingContext>
    </EditorContext>
  );
}

const VIEW = 'takt.builder.view';

function Desk({
  automation,
  saving,
  flush,
  retry,
  resolve,
}: {
  automation: AutomationInEditor;
  saving: ReturnType<typeof useSavedEditor>['saving'];
  flush(): Promise<number | undefined>;
  retry(): void;
  resolve(choice: 'mine' | 'theirs'): void;
}) {
  const { t } = useWords();
  const { id } = automation;
  const editor = useEditor();
  const navigate = useNavigate();
  const flow = useReactFlow();
  const phone = useMediaQuery('(max-width: 767px)', window.matchMedia('(max-width: 767px)').matches) ?? false;
  const [wanted, setWanted] = useState(() => localStorage.getItem(VIEW) ?? 'canvas');
  const [seen, setSeen] = useState<'canvas' | undefined>();
  const view = phone ? (seen ?? 'outline') : wanted;
  const draft = useEditorState((state) => state.history.present);
  const readOnly = useEditorState((state) => state.readOnly);
  // First the drawing is on the screen, then it is checked; while one types, typing goes first.
  const settled = useDeferredValue<Draft | undefined>(draft, undefined);
  const issues = useMemo(() => (settled ? issuesOf(settled) : []), [settled]);
  const [dialog, setDialog] = useState<'find' | 'keys' | 'json' | 'versions' | 'try' | 'resume' | undefined>();
  const [publishing, setPublishing] = useState<number | undefined>();
  const [people, setPeople] = useState<string | undefined>();
  const search = useRef<HTMLInputElement>(null);
  const version = usePeopleCounts(automation, issues);
  const close = () => setDialog(undefined);

  const show = (next: string) => {
    if (phone) setSeen(next === 'canvas' ? 'canvas' : undefined);
    else {
      setWanted(next);
      localStorage.setItem(VIEW, next);
    }
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of later) void part().catch(() => undefined);
    }, 800);
    return () => clearTimeout(timer);
  }, []);
  useClipboardKeys();
  useBuilderKeys({
    find: () => setDialog('find'),
    sheet: () => setDialog('keys'),
    palette: () => (search.current && view === 'canvas' ? search.current.focus() : editor.pick('anywhere')),
    fit: () => void flow.fitView({ padding: 0.12, maxZoom: 1 }),
    view: () => show(view === 'canvas' ? 'outline' : 'canvas'),
  });

  const change = useAction(
    async (state: 'pause' | 'archive' | 'unarchive') => {
      await taken(api.POST(`/api/automations/{id}/${state}`, { params: { path: { id } }, body: {} }));
      return state;
    },
    {
      touches: ['automation', 'automations'],
      onDone: (state) =>
        notifications.show({ message: t(`web.builder.done.${state}`), color: 'takt', autoClose: 4_000 }),
    },
  );
  const copy = useAction(
    async (document: Draft) => {
      const name = t('web.builder.copy_of', { name: document.name }).slice(0, 120);
      return taken(api.POST('/api/automations', { body: { name, document: { ...document, name } } }));
    },
    { touches: ['automations'] },
  );

  return (
    <div className="page builder">
      <TopBar
        automation={automation}
        saving={saving}
        onRetry={retry}
        deeds={{
          async publish() {
            const revision = await flush();
            if (revision === undefined)
              notifications.show({ message: t('web.builder.publish_later'), color: 'yellow', autoClose: 6_000 });
            else setPublishing(revision);
          },
          tryOut: () => {
            // One panel at the right at a time.
            editor.openForm(undefined);
            setDialog('try');
          },
          versions: () => setDialog('versions'),
          importJson: () => setDialog('json'),
          exportJson: () => download(editor.present()),
          shortcuts: () => setDialog('keys'),
          duplicate: () =>
            copy.mutate(editor.present(), { onSuccess: (made) => void navigate(`/automations/${made.id}`) }),
          change: (state) => (state === 'resume' ? setDialog('resume') : change.mutate(state)),
        }}
      />
      <div className="sub">
        {automation.published && (
          <Link to={`/runs?automation=${id}&state=live`} className="row g6">
            <IconUsers size={17} aria-hidden="true" />
            {version.inside === 0 ? t('web.builder.nobody') : t('web.builder.inside', { count: version.inside })}
          </Link>
        )}
        <span className="t3 hide-phone">{t('web.builder.steps', { count: draft.nodes.length })}</span>
        <span className="sp" />
        <Problems issues={issues} />
        {version.picker}
        <button type="button" className="plain row g6 hide-phone" onClick={() => setDialog('find')}>
          <IconSearch size={17} aria-hidden="true" />
          {t('web.builder.find_short')}
        </button>
        <SegmentedControl
          size="xs"
          aria-label={t('web.builder.view')}
          value={view}
          onChange={show}
          data={[
            { value: 'canvas', label: label(<IconSitemap size={16} aria-hidden="true" />, t('web.builder.as_canvas')) },
            {
              value: 'outline',
              label: label(<IconListTree size={16} aria-hidden="true" />, t('web.builder.as_outline')),
            },
          ]}
        />
      </div>
      <div className="desk">
        {view === 'canvas' && !readOnly && !phone && (
          <Palette
            search={search}
            onAdd={(type) => editor.add(type, endOf(editor.present(), editor.store.getState().selected))}
          />
        )}
        {view === 'canvas' ? <Canvas onPeople={setPeople} /> : <Outline onPeople={setPeople} />}
        <Form issues={issues} onPeople={setPeople} />
      </div>
      <StepPicker />
      <FindDialog opened={dialog === 'find'} onClose={close} />
      <Shortcuts opened={dialog === 'keys'} onClose={close} />
      <JsonDialog
        opened={dialog === 'json'}
        onClose={close}
        onDraft={(next) => {
          close();
          editor.change(next);
          requestAnimationFrame(() => void flow.fitView({ padding: 0.12, maxZoom: 1 }));
          notifications.show({ message: t('web.builder.imported'), color: 'takt', autoClose: 5_000 });
        }}
      />
      <ConflictDialog
        saving={saving}
        copying={copy.isPending}
        onMine={() => resolve('mine')}
        onTheirs={() => resolve('theirs')}
        onCopy={(mine) =>
          copy.mutate(mine, {
            onSuccess: () => {
              resolve('theirs');
              notifications.show({ message: t('web.builder.copy_kept'), color: 'takt', autoClose: 8_000 });
            },
          })
        }
      />
      <Suspense>
        {publishing !== undefined && (
          <PublishSheet
            automationId={id}
            revision={publishing}
            document={draft}
            issues={issues}
            onPublished={() => setPublishing(undefined)}
            onClose={() => setPublishing(undefined)}
            onJump={(nodeId: string) => {
              setPublishing(undefined);
              setTimeout(() => editor.goTo(nodeId, { open: true, into: 'form' }), 0);
            }}
          />
        )}
        {dialog === 'versions' && (
          <VersionsPanel
            automationId={id}
            document={draft}
            onRestore={(next) => {
              close();
              editor.change(next);
            }}
            onClose={close}
          />
        )}
        {dialog === 'try' && <TryPanel document={draft} onStep={(nodeId) => editor.goTo(nodeId)} onClose={close} />}
        {dialog === 'resume' && (
          <ResumeDialog
            automation={{
              id,
              name: automation.name,
              version: automation.published?.number ?? null,
              inside: version.inside,
            }}
            onClose={close}
            onResumed={() => {
              close();
              notifications.show({ message: t('web.builder.done.resume'), color: 'takt', autoClose: 4_000 });
            }}
          />
        )}
        {people !== undefined && (
          <PeoplePanel automationId={id} nodeId={people} document={draft} onClose={() => setPeople(undefined)} />
        )}
      </Suspense>
    </div>
  );
}

/** The form of what is open, at the right. */
function Form({ issues, onPeople }: { issues: readonly Issue[]; onPeople(nodeId: string): void }) {
  const { t } = useWords();
  const editor = useEditor();
  const open = useEditorState((state) => state.open);
  const field = useEditorState((state) => state.field);
  const draft = useEditorState((state) => state.history.present);
  const readOnly = useEditorState((state) => state.readOnly);
  const counts = useDrawing((drawing) => (open === undefined ? undefined : drawing.counts[open]));
  const wish = useEditorState((state) => state.wish);
  useEffect(() => {
    if (wish.into !== 'form' || field !== undefined) return undefined;
    // A dialog that led here gives the focus back first.
    const timer = setTimeout(() => document.querySelector<HTMLElement>('.desk > .insp')?.focus(), 60);
    return () => clearTimeout(timer);
  }, [wish, field]);
  if (open === undefined || draft.notes?.some((note) => note.id === open)) return null;
  if (open === 'settings') {
    return (
      <SidePanel
        label={t('web.builder.settings')}
        head={<h2>{t('web.builder.settings')}</h2>}
        onClose={() => editor.closeForm()}
      >
        <SettingsForm
          document={draft}
          readOnly={readOnly}
          onSettings={(settings) => editor.change(commands.setSettings(editor.present(), settings))}
          onName={(name) => editor.change(commands.setName(editor.present(), name), 'name')}
        />
      </SidePanel>
    );
  }
  return (
    <Inspector
      key={open === TRIGGER ? TRIGGER : 'step'}
      document={draft}
      selected={open}
      issues={issues}
      readOnly={readOnly}
      counts={counts}
      focusField={field}
      onConfig={(config) => editor.change(commands.setConfig(editor.present(), open, config), `config ${open}`)}
      onType={(type, config) => editor.change(commands.setType(editor.present(), open, type, config))}
      onLabel={(label) => editor.change(commands.setLabel(editor.present(), open, label))}
      onDelete={() => editor.remove(new Set([open]))}
      onDuplicate={() => editor.duplicate(new Set([open]))}
      onClose={() => editor.closeForm()}
      onPeople={onPeople}
    />
  );
}

/** People on the drawing, of one version or of all; refreshed as they go. */
function usePeopleCounts(automation: AutomationInEditor, issues: readonly Issue[]) {
  const { t } = useWords();
  const [version, setVersion] = useState<string>('');
  const editor = useEditor();
  const drawing = useDrawingStore();
  const { id, published } = automation;
  const counts = useQuery({
    queryKey: ['automation-counts', id, version],
    enabled: published !== null,
    placeholderData: keepPreviousData,
    queryFn: () =>
      taken(
        api.GET('/api/automations/{id}/counts', {
          params: { path: { id }, query: version === '' ? {} : { version: Number(version) } },
        }),
      ),
  });
  const { data } = counts;
  useEffect(() => {
    if (!data) return;
    drawing.setState({
      counts: data.nodes,
      passed: Object.fromEntries(data.edges.map((edge) => [`${edge.from}:${edge.port}`, edge.passed])),
    });
  }, [data, drawing]);
  useEffect(() => {
    const problems = new Map<string, Issue[]>();
    for (const issue of issues) {
      const node = String(issue.facts['node'] ?? '');
      if (node !== '') problems.set(node, [...(problems.get(node) ?? []), issue]);
    }
    drawing.setState({ problems, names: namesIn(editor.present()) });
  }, [issues, drawing, editor]);
  return {
    inside: data?.inside ?? 0,
    picker: published && published.number > 1 && (
      <Select
        size="xs"
        w={150}
        aria-label={t('web.builder.people_of')}
        allowDeselect={false}
        data={[
          { value: '', label: t('web.builder.all_versions') },
          ...Array.from({ length: Math.min(published.number, 50) }, (_, index) => {
            const number = String(published.number - index);
            return { value: number, label: t('web.builder.version', { number }) };
          }),
        ]}
        value={version}
        onChange={(next) => setVersion(next ?? '')}
      />
    ),
  };
}

function issuesOf(draft: Draft): readonly Issue[] {
  const result = validate(draft);
  return result.ok ? [] : result.issues;
}

const label = (icon: React.ReactNode, text: string) => (
  <span className="row g6">
    {icon}
    <span className="view-word">{text}</span>
  </span>
);
