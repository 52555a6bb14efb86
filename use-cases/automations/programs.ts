import { documentSchema } from '#automation/document.ts';
import { compile, type Program } from '#automation/program.ts';
import type { Tx } from '#persistence/with-business.ts';

const KEPT = 500;
const programs = new Map<string, Program>();

/** A published version as a program. Versions never change, so each is parsed once a process. */
export async function readProgram(tx: Tx, versionId: string): Promise<Program> {
  const kept = programs.get(versionId);
  if (kept) return kept;
  const [row] = await tx.sql<{ document: unknown; automation_id: string }>(
    'select document, automation_id from automation_version where business_id = ? and id = ?',
    [tx.businessId, versionId],
  );
  if (!row) throw new Error(`automation version ${versionId} is not there`);
  const program = compile(documentSchema.parse(row.document), row.automation_id);
  // The oldest goes; a Map keeps the order in which they came.
  const oldest = programs.size >= KEPT ? programs.keys().next().value : undefined;
  if (oldest !== undefined) programs.delete(oldest);
  programs.set(versionId, program);
  return program;
}
