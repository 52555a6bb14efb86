import type { AutomationDocument } from '#automation/document.ts';
import { steps } from '#automation/steps/registry.ts';
import { triggers } from '#automation/triggers/registry.ts';
import { namesIn } from '#automation/variables.ts';
import { BusinessError } from '#domain/errors.ts';
import { runProcessId } from '#domain/processes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { needViewer } from './drafts.ts';
import { runInList, selectRuns, type RunInList } from './list-runs.ts';

type Words = { ru: string; en: string };

export type RunLogItem = {
  id: string;
  at: string;
  kind: string;
  nodeId: string | null;
  stepType: string | null;
  /** The step read aloud, as it was in the version that this person goes through. */
  sentence: Words | null;
  /** The branch that was taken, in the owner's words; null when there was no choice. */
  branch: Words | null;
  /** The way out that was taken. */
  port: string | null;
  /** The message as it was sent, for a step that sent one. */
  message: { text: string; state: string } | null;
  /** The values that decided. */
  facts: Record<string, unknown>;
};

export type RunCard = RunInList & { log: RunLogItem[]; workflowId: string };

/** A run with its step log, newest first. @throws BusinessError `run_not_found`. */
export async function readRun(tx: Tx, input: { runId: string }): Promise<RunCard> {
  needViewer(tx);
  const who = [tx.businessId, input.runId];
  const [row] = await tx.sql<Parameters<typeof runInList>[0]>(
    `${selectRuns} where r.business_id = ? and r.id = ?`,
    who,
  );
  if (!row) throw new BusinessError('run_not_found', { runId: input.runId });
  const [version] = await tx.sql<{ document: AutomationDocument }>(
    `select v.document from run r join automation_version v on v.business_id = r.business_id and v.id = r.version_id
     where r.business_id = ? and r.id = ?`,
    who,
  );
  const messages = await tx.sql<{ id: string; body: string; state: string }>(
    'select id, body, state from message where business_id = ? and run_id = ? order by seq limit 500',
    who,
  );
  const said = new Map(messages.map((message) => [message.id, { text: message.body, state: message.state }]));
  const log = await tx.sql<{
    id: string;
    at: Date;
    kind: string;
    node_id: string | null;
    facts: Record<string, unknown>;
  }>(
    `select id, at, kind, node_id, facts from run_log where business_id = ? and run_id = ? order by move_no desc, ordinal desc limit 500`,
    who,
  );
  return {
    ...runInList(row),
    workflowId: runProcessId(row.id),
    log: log.map((item) => ({
      id: item.id,
      at: iso(item.at),
      kind: item.kind,
      nodeId: item.node_id,
      facts: item.facts,
      port: typeof item.facts['port'] === 'string' ? item.facts['port'] : null,
      message: said.get(String(item.facts['messageId'])) ?? null,
      ...wordsOf(version?.document, item),
    })),
  };
}

function wordsOf(
  document: AutomationDocument | undefined,
  item: { kind: string; node_id: string | null; facts: Record<string, unknown> },
): Pick<RunLogItem, 'stepType' | 'sentence' | 'branch'> {
  const none = { stepType: null, sentence: null, branch: null };
  if (!document) return none;
  if (item.kind === 'entered') {
    const definition = triggers[document.trigger.type]?.definition;
    const config = definition?.config.safeParse(document.trigger.config);
    if (!definition || !config?.success) return none;
    return {
      stepType: 'trigger',
      sentence: both((language) => definition.sentence(config.data, language)),
      branch: null,
    };
  }
  const node = document.nodes.find((one) => one.id === item.node_id);
  const definition = steps[node?.type ?? '']?.definition;
  if (!node || !definition) return none;
  const config = definition.config.safeParse(node.config);
  if (!config.success) return none;
  const ports = definition.ports(config.data);
  const taken = ports.length > 1 ? ports.find((port) => port.id === item.facts['port']) : undefined;
  return {
    stepType: node.type,
    sentence: both((language) => definition.sentence(config.data, language, namesIn(document))),
    branch: taken ? { ru: taken.title.ru, en: taken.title.en } : null,
  };
}

const both = (words: (language: 'ru' | 'en') => string): Words => ({ ru: words('ru'), en: words('en') });
