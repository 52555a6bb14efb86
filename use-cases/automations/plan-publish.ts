import { stepSentence } from '#automation/sentence.ts';
import { validate, type Issue } from '#automation/validate.ts';
import { verify, type Figures, type Finding } from '#automation/verify/verify.ts';
import type { Tx } from '#persistence/with-business.ts';
import { findDraft, needViewer } from './drafts.ts';
import { readProgram } from './programs.ts';
import { readSurroundings } from './surroundings.ts';

export type PublishPreview = {
  /** Why it cannot be published, or should be thought over. */
  issues: (Issue | Finding)[];
  figures: Figures | null;
  /** Where people stand in older versions, and whether the draft still has that step. */
  inside: { nodeId: string; title: { ru: string; en: string }; people: number; inDraft: boolean }[];
};

/** What publishing the draft would meet: proofs, figures, and the people inside by step. */
export async function planPublish(tx: Tx, input: { automationId: string }): Promise<PublishPreview> {
  needViewer(tx);
  const draft = await findDraft(tx, input.automationId);
  const checked = validate(draft?.document);
  const verified = checked.ok ? verify(checked.document, await readSurroundings(tx, input.automationId)) : null;
  const standing = await tx.sql<{ node_id: string; version_id: string; people: number }>(
    `select node_id, version_id, count(*)::int as people from run
     where business_id = ? and automation_id = ? and state in ('opened', 'waiting', 'calling') and node_id is not null
     group by node_id, version_id order by people desc limit 500`,
    [tx.businessId, input.automationId],
  );
  const inside = new Map<string, PublishPreview['inside'][number]>();
  for (const row of standing) {
    const found = inside.get(row.node_id);
    if (found) found.people += row.people;
    else {
      const node = (await readProgram(tx, row.version_id)).document.nodes.find((one) => one.id === row.node_id);
      const said = (language: 'ru' | 'en') => node?.label ?? (node ? stepSentence(node, language) : row.node_id);
      inside.set(row.node_id, {
        nodeId: row.node_id,
        title: { ru: said('ru'), en: said('en') },
        people: row.people,
        inDraft: draft?.document.nodes.some((one) => one.id === row.node_id) ?? false,
      });
    }
  }
  return {
    issues: checked.ok ? (verified?.findings ?? []) : checked.issues,
    figures: verified?.figures ?? null,
    inside: [...inside.values()],
  };
}
