import '@xyflow/react/dist/style.css';
import './builder.css';
import { Background, BackgroundVariant, Controls, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { AutomationDraft } from '#automation/document.ts';
import { namesIn } from '#automation/variables.ts';
import { flowEdges, flowNodes, type FlowNode } from '../../canvas/flow.ts';
import { allPlaced } from '../../canvas/layout.ts';
import { useWords } from '../../words.tsx';
import { ChainEdge } from './chain-edge.tsx';
import { createDrawing, DrawingContext, nearness, type Counts, type Mark } from './drawing.ts';
import { NoteNode } from './note-node.tsx';
import { StepNode } from './step-node.tsx';

export const nodeTypes = { step: StepNode, note: NoteNode };
export const edgeTypes = { chain: ChainEdge };

export type ChainViewProps = {
  document: AutomationDraft;
  counts?: Readonly<Record<string, Counts>> | undefined;
  marks?: Readonly<Record<string, Mark>> | undefined;
  /** Where one person went; `edges` as `from:port`. */
  path?: { nodes: Readonly<Record<string, { times: number }>>; edges: readonly string[] } | undefined;
  selected?: string | undefined;
  onSelect?: ((id: string) => void) | undefined;
};

/** A drawing to look at: a version, two versions compared, the way of one person. */
export function ChainView(props: ChainViewProps) {
  return (
    <ReactFlowProvider>
      <View {...props} />
    </ReactFlowProvider>
  );
}

function View({ document, counts, marks, path, selected, onSelect }: ChainViewProps) {
  const { t } = useWords();
  const [drawing] = useState(() => createDrawing());
  const placed = useMemo(() => allPlaced(document), [document]);
  const [measured, setMeasured] = useState<FlowNode[]>([]);
  const look = useMemo(() => ({ selected: new Set(selected === undefined ? [] : [selected]), focus: '' }), [selected]);
  const nodes = useMemo(() => flowNodes(placed, look, measured), [placed, look, measured]);
  const edges = useMemo(() => flowEdges(placed, undefined), [placed]);
  useEffect(() => {
    drawing.setState({
      names: namesIn(document),
      counts: counts ?? {},
      marks: marks ?? {},
      path: path && { nodes: path.nodes, ways: new Set(path.edges) },
    });
  }, [drawing, document, counts, marks, path]);
  return (
    <DrawingContext value={drawing}>
      <div className="canvas" role="region" aria-label={t('web.builder.canvas')}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          elementsSelectable={onSelect !== undefined}
          onlyRenderVisibleElements
          minZoom={0.1}
          maxZoom={1.5}
          fitView
          fitViewOptions={{ padding: 0.15, maxZoom: 1 }}
          onNodesChange={(changes) =>
            setMeasured((now) => {
              const sized = new Map(
                changes.flatMap((change) =>
                  change.type === 'dimensions' && change.dimensions ? [[change.id, change.dimensions] as const] : [],
                ),
              );
              if (sized.size === 0) return now;
              return flowNodes(placed, look, now.length > 0 ? now : nodes).map((node) => {
                const size = sized.get(node.id);
                return size ? { ...node, measured: size } : node;
              });
            })
          }
          onNodeClick={(_event, node) => onSelect?.(node.id)}
          onMove={(_event, { zoom }) => {
            const near = nearness(zoom);
            if (near !== drawing.getState().near) drawing.setState({ near });
          }}
        >
          <Background variant={BackgroundVariant.Dots} gap={18} size={1.6} />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
    </DrawingContext>
  );
}
