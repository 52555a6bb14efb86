import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStore as useFlow,
  type NodeChange,
  type ReactFlowProps,
} from '@xyflow/react';
import { notifications } from '@mantine/notifications';
import { IconFocusCentered, IconMinus, IconNote, IconPlus, IconWand } from '@tabler/icons-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import * as commands from '../../canvas/commands.ts';
import { nodeOf, portsAt, TRIGGER, type Point } from '../../canvas/draft.ts';
import { flowEdges, flowNodes, type ChainFlowEdge, type FlowNode, type StepFlowNode } from '../../canvas/flow.ts';
import { heightOf, NODE_WIDTH, placed } from '../../canvas/layout.ts';
import { useWords } from '../../words.tsx';
import { edgeTypes, nodeTypes } from './chain-view.tsx';
import { ContextMenu, type MenuAt } from './context-menu.tsx';
import { ActionsContext, nearness, useDrawingStore, type DrawingActions } from './drawing.ts';
import { useEditor, useEditorState, type Editor } from './editor.ts';
import { steps } from '#automation/steps/registry.ts';
import { tileOf } from './step-face.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';

const MANY = ['Meta', 'Control', 'Shift'];
const GRID: [number, number] = [12, 12];
const FIT = { padding: 0.12, maxZoom: 1, minZoom: 0.5 };
type Handlers = Partial<ReactFlowProps<FlowNode, ChainFlowEdge>>;

/** What is dragged out of the palette carries its type under this name. */
export const STEP_DRAG = 'application/takt-step';

export function Canvas({ onPeople }: { onPeople(nodeId: string): void }) {
  const { t } = useWords();
  const editor = useEditor();
  const flow = useReactFlow<FlowNode, ChainFlowEdge>();
  const drawing = useDrawingStore();
  const frame = useRef<HTMLDivElement>(null);
  const draft = useEditorState((state) => state.history.present);
  const selected = useEditorState((state) => state.selected);
  const way = useEditorState((state) => state.way);
  const focus = useEditorState((state) => state.focus);
  const wish = useEditorState((state) => state.wish);
  const lifted = useEditorState((state) => state.lifted);
  const readOnly = useEditorState((state) => state.readOnly);
  const [menu, setMenu] = useState<MenuAt | undefined>();
  const keys = useCanvasKeys({ openMenu: setMenu });
  const latestKeys = useRef(keys);
  useEffect(() => {
    latestKeys.current = keys;
  });
  useEffect(() => {
    // What had the focus may be gone with a step: the canvas hears the keys that nobody else does.
    const heard = (event: KeyboardEvent) => {
      if (event.target === document.body && !event.defaultPrevented) latestKeys.current(event);
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);

  const look = useMemo(() => ({ selected, focus }), [selected, focus]);
  const [nodes, setNodes] = useState<FlowNode[]>(() => flowNodes(draft, look));
  const [edges, setEdges] = useState<ChainFlowEdge[]>(() => flowEdges(draft, way));
  useLayoutEffect(() => setNodes((now) => flowNodes(draft, look, now)), [draft, look]);
  useLayoutEffect(() => setEdges((now) => flowEdges(draft, way, now)), [draft, way]);

  const actions = useMemo<DrawingActions | undefined>(
    () =>
      readOnly
        ? undefined
        : {
            addAfter: (from, port) => editor.pick({ from, port }),
            people: onPeople,
            writeNote(id, text) {
              const note = editor.present().notes?.find((one) => one.id === id);
              if (note && note.text !== text) editor.change(commands.editNote(editor.present(), id, { text }));
            },
            sizeNote: (id, size) => editor.change(commands.editNote(editor.present(), id, size)),
          },
    [editor, readOnly, onPeople],
  );

  /** Selecting is the editor's, sizes and a drag on its way are React Flow's; a drag is told when it ends. */
  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const own = changes.filter(
        (change) => change.type === 'position' || (change.type === 'dimensions' && change.resizing !== true),
      );
      if (own.length > 0) setNodes((now) => applyNodeChanges(own, now));
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length === 0) return;
      const next = new Set(editor.store.getState().selected);
      for (const change of chosen) {
        if (change.selected) next.add(change.id);
        else next.delete(change.id);
      }
      editor.select(next);
    },
    [editor],
  );
  const dropped = useCallback(
    (_event: unknown, _node: FlowNode, moved: FlowNode[]) =>
      editor.change(commands.moveTo(editor.present(), new Map(moved.map((node) => [node.id, node.position])))),
    [editor],
  );

  useBringIntoView(frame, wish);

  // The same objects at every frame: a prop that changes makes React Flow set itself up anew.
  const handlers = useMemo<Handlers>(() => {
    const place = (event: { clientX: number; clientY: number }) =>
      flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    return {
      onNodeDragStop: dropped,
      onSelectionDragStop: (_event, moved) => dropped(undefined, moved[0]!, moved),
      onNodeClick: (event, node) => {
        if (node.type === 'step' && !event.shiftKey && !event.metaKey && !event.ctrlKey)
          editor.goTo(node.id, { open: true });
      },
      onPaneClick: () => {
        editor.select(new Set());
        editor.openForm(undefined);
      },
      onEdgeClick: (_event, edge) => editor.select(new Set(), edge.id),
      onConnect: ({ source, sourceHandle, target }) =>
        editor.change(commands.connect(editor.present(), source, sourceHandle ?? 'next', target)),
      isValidConnection: ({ source, sourceHandle, target }) =>
        commands.whyNot(editor.present(), source, sourceHandle ?? 'next', target) === undefined,
      onConnectEnd: (_event, { isValid, fromNode, fromHandle, toNode }) => {
        if (isValid || !fromNode || fromHandle?.type !== 'source') return;
        const port = fromHandle.id ?? 'next';
        if (!toNode) {
          editor.pick({ from: fromNode.id, port });
          return;
        }
        const why = commands.whyNot(editor.present(), fromNode.id, port, toNode.id);
        if (why) notifications.show({ message: t(`web.builder.refused.${why}`), color: 'yellow', autoClose: 4_000 });
      },
      onNodeContextMenu: (event, node) => {
        event.preventDefault();
        if (!editor.store.getState().selected.has(node.id)) editor.select(new Set([node.id]));
        setMenu({ x: event.clientX, y: event.clientY, at: place(event), on: 'node' });
      },
      onSelectionContextMenu: (event) => {
        event.preventDefault();
        setMenu({ x: event.clientX, y: event.clientY, at: place(event), on: 'node' });
      },
      onEdgeContextMenu: (event, edge) => {
        event.preventDefault();
        editor.select(new Set(), edge.id);
        setMenu({ x: event.clientX, y: event.clientY, at: place(event), on: 'way' });
      },
      onPaneContextMenu: (event) => {
        event.preventDefault();
        setMenu({ x: event.clientX, y: event.clientY, at: place(event), on: 'pane' });
      },
      onMove: (_event, { zoom }) => {
        const near = nearness(zoom);
        if (near !== drawing.getState().near) drawing.setState({ near });
      },
    };
  }, [editor, flow, drawing, dropped, t]);

  const place = (event: { clientX: number; clientY: number }): Point =>
    flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });

  function drop(event: DragEvent): void {
    const type = event.dataTransfer.getData(STEP_DRAG);
    if (!type || readOnly) return;
    event.preventDefault();
    const point = place(event);
    const onWay = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((one) => one.closest<HTMLElement>('.react-flow__edge, .way-at'))
      .find((one) => one);
    const id = onWay?.dataset['way'] ?? onWay?.dataset['id'];
    const edge = draft.edges.find((one) => `${one.from}:${one.port}` === id);
    if (edge) {
      editor.add(type, edge);
      return;
    }
    const at = { x: Math.round(point.x - NODE_WIDTH / 2), y: Math.round(point.y - 24) };
    const near = openEndNear(draft, at);
    const added = near ? commands.addAfter(draft, near.from, near.port, type) : commands.addNode(draft, type, at);
    editor.change(commands.moveTo(added.draft, new Map([[added.id, at]])));
    editor.goTo(added.id, { open: true, into: 'form' });
  }

  return (
    <ActionsContext value={actions}>
      <div
        ref={frame}
        className={`canvas ${lifted === undefined ? '' : 'carrying'}`}
        role="application"
        aria-label={t('web.builder.canvas')}
        aria-description={t('web.builder.canvas_help')}
        onKeyDown={keys}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(STEP_DRAG)) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
        }}
        onDrop={drop}
      >
        <ReactFlow<FlowNode, ChainFlowEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          {...handlers}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={MANY}
          selectionMode={SelectionMode.Partial}
          panOnScroll
          zoomOnDoubleClick={false}
          connectionRadius={34}
          snapToGrid
          snapGrid={GRID}
          onlyRenderVisibleElements
          elevateNodesOnSelect={false}
          minZoom={0.1}
          maxZoom={1.6}
          fitView
          fitViewOptions={FIT}
        >
          <Background variant={BackgroundVariant.Dots} gap={18} size={1.6} />
          {nodes.length > 3 && (
            <MiniMap<FlowNode>
              pannable
              zoomable
              position="bottom-left"
              ariaLabel={t('web.builder.minimap')}
              nodeClassName={miniClass}
            />
          )}
        </ReactFlow>
        <Tools />
        {menu && <ContextMenu {...menu} onClose={() => setMenu(undefined)} />}
      </div>
    </ActionsContext>
  );
}

/** Asked for every step at every frame of a drag: it looks up, and computes nothing. */
function miniClass(node: FlowNode): string {
  if (node.type === 'note') return 'mm-note';
  const { data } = node as StepFlowNode;
  return `mm-${data.node ? tileOf(steps[data.node.type]?.definition) : 'start'}`;
}

/** Zoom, fit, arrange, a note. */
function Tools() {
  const { t } = useWords();
  const editor = useEditor();
  const flow = useReactFlow();
  const zoom = useFlow((state) => Math.round(state.transform[2] * 100));
  const readOnly = useEditorState((state) => state.readOnly);
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const duration = calm ? 0 : 180;
  const tool = (label: string, icon: React.ReactNode, work: () => void) => (
    <Tooltip label={label} key={label}>
      <ActionIcon variant="subtle" color="gray" size={34} aria-label={label} onClick={work}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className="float tools" role="toolbar" aria-label={t('web.builder.tools')}>
      {tool(t('web.builder.zoom_out'), <IconMinus size={18} />, () => void flow.zoomOut({ duration }))}
      <Menu position="top">
        <Menu.Target>
          <button type="button" className="plain pc" aria-label={t('web.builder.zoom', { value: zoom })}>
            {zoom} %
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {[50, 100, 150].map((value) => (
            <Menu.Item key={value} onClick={() => void flow.zoomTo(value / 100, { duration })}>
              {value} %
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {tool(t('web.builder.zoom_in'), <IconPlus size={18} />, () => void flow.zoomIn({ duration }))}
      <span className="vr" />
      {tool(
        t('web.builder.fit'),
        <IconFocusCentered size={18} />,
        () => void flow.fitView({ duration, padding: 0.12, maxZoom: 1 }),
      )}
      {!readOnly && (
        <>
          {tool(t('web.builder.arrange'), <IconWand size={18} />, () => {
            editor.change(commands.arrange(editor.present()));
            requestAnimationFrame(() => void flow.fitView({ duration, padding: 0.12, maxZoom: 1 }));
          })}
          {tool(t('web.builder.add_note'), <IconNote size={18} />, () => {
            const box = document.querySelector('.canvas')?.getBoundingClientRect();
            if (!box) return;
            const at = flow.screenToFlowPosition({ x: box.left + box.width * 0.7, y: box.top + box.height * 0.25 });
            const { draft, id } = commands.addNote(editor.present(), { x: Math.round(at.x), y: Math.round(at.y) });
            editor.change(draft);
            editor.goTo(id);
          })}
        </>
      )}
    </div>
  );
}

/** Follows a wish: the step is on the screen, and the keyboard is at it. */
function useBringIntoView(frame: React.RefObject<HTMLDivElement | null>, wish: Editor['wish']): void {
  const flow = useReactFlow<FlowNode, ChainFlowEdge>();
  const editor = useEditor();
  useEffect(() => {
    if (wish.number === 0) return undefined;
    const box = frame.current?.getBoundingClientRect();
    const draft = editor.present();
    const note = draft.notes?.find((one) => one.id === wish.id);
    const at = note?.at ?? placed(draft).get(wish.id);
    if (!box || !at) return undefined;
    const { x, y, zoom } = flow.getViewport();
    const left = at.x * zoom + x;
    const top = at.y * zoom + y;
    const height = heightOf(nodeOf(draft, wish.id)?.type);
    const seen =
      left >= 8 && top >= 8 && left + NODE_WIDTH * zoom <= box.width - 8 && top + height * zoom <= box.height - 8;
    if (!seen) void flow.setCenter(at.x + NODE_WIDTH / 2, at.y + height / 2, { zoom: Math.max(zoom, 0.6) });
    // What was out of sight is drawn in the next frames.
    let left_ = 12;
    let timer = 0;
    const focus = () => {
      const node = frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${wish.id}"]`);
      const target = note ? node?.querySelector<HTMLElement>('textarea') : node;
      const elsewhere = document.activeElement?.closest('.insp, [role="dialog"]');
      if (wish.into === 'form') return;
      if (target && (elsewhere === null || elsewhere === undefined)) target.focus({ preventScroll: true });
      else if (!target && (left_ -= 1) > 0) timer = requestAnimationFrame(focus);
    };
    timer = requestAnimationFrame(focus);
    return () => cancelAnimationFrame(timer);
  }, [wish, flow, editor, frame]);
}

/** The open end of a step right above a place: what is dropped there is joined to it. */
function openEndNear(draft: ReturnType<ReturnType<typeof useEditor>['present']>, at: Point) {
  const led = new Set(draft.edges.map((edge) => `${edge.from}:${edge.port}`));
  const places = placed(draft);
  let best: { from: string; port: string } | undefined;
  let distance = 170;
  for (const id of [TRIGGER, ...draft.nodes.map((node) => node.id)]) {
    const there = places.get(id);
    if (!there) continue;
    const bottom = there.y + heightOf(nodeOf(draft, id)?.type);
    const ports = portsAt(draft, id);
    for (const [index, port] of ports.entries()) {
      if (led.has(`${id}:${port.id}`)) continue;
      const x = there.x + (ports.length === 2 ? (index === 0 ? -60 : 60) : 0);
      const far = Math.hypot((at.x - x) / 1.5, at.y - bottom);
      if (at.y > there.y && far < distance) [best, distance] = [{ from: id, port: port.id }, far];
    }
  }
  return best;
}
