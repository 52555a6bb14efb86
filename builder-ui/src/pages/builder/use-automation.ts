import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { draftSchema } from '#automation/document.ts';
import type { paths } from '#api-client/schema.d.ts';
import { api, Problem, taken } from '../../api.ts';
import type { Draft } from '../../canvas/draft.ts';
import { allPlaced } from '../../canvas/layout.ts';
import { createSaver, keptDraft, type Answer, type Saver, type SaverState, type Theirs } from '../../canvas/saver.ts';
import { createEditor, type EditorStore } from './editor.ts';

export type AutomationInEditor = paths['/api/automations/{id}']['get']['responses'][200]['content']['application/json'];

/** A document as a drawing in which everything has a place; the same document gives the same drawing. */
export function readDraft(document: unknown): Draft | undefined {
  const known = typeof document === 'object' && document !== null ? drawings.get(document) : undefined;
  if (known) return known;
  const parsed = draftSchema.safeParse(document);
  if (!parsed.success) return undefined;
  const draft = allPlaced(parsed.data);
  drawings.set(document as object, draft);
  return draft;
}
const drawings = new WeakMap<object, Draft>();

export function useAutomation(id: string) {
  return useQuery({
    queryKey: ['automation', id],
    queryFn: () => taken(api.GET('/api/automations/{id}', { params: { path: { id } } })),
  });
}

const keyOf = (id: string) => `takt.draft.${id}`;

/** An editor of an automation that is open, saving by itself. Mounted once for an automation. */
export function useSavedEditor(
  automation: AutomationInEditor,
  readOnly: boolean,
): { editor: EditorStore; saver: Saver | undefined; saving: SaverState; resolve(choice: 'mine' | 'theirs'): void } {
  const { id } = automation;
  const client = useQueryClient();
  const kept = useRef(readOnly ? undefined : keptDraft(localStorage, keyOf(id), readDraft));
  const [editor] = useState(() => {
    const document = kept.current?.document ?? readDraft(automation.draft.document);
    if (!document) throw new Error(`the draft of ${id} cannot be read`);
    return createEditor(document, readOnly);
  });
  const [saver, setSaver] = useState<Saver | undefined>();
  const [saving, setSaving] = useState<SaverState>({ is: 'saved' });

  useEffect(() => {
    const made = createSaver(
      {
        send: (revision, document) => send(id, revision, document),
        storage: localStorage,
        key: keyOf(id),
        later(ms, work) {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
        now: () => Date.now(),
        onState(state) {
          setSaving(state);
          if (state.is === 'saved') void client.invalidateQueries({ queryKey: ['automations'] });
        },
      },
      { revision: kept.current?.revision ?? automation.draft.revision },
    );
    if (kept.current) made.change(kept.current.document);
    let last = editor.present();
    const stop = editor.store.subscribe(({ history }) => {
      if (history.present === last) return;
      last = history.present;
      if (quiet.has(last)) quiet.delete(last);
      else made.change(last);
    });
    const online = () => void made.push();
    const leave = () => made.keep();
    window.addEventListener('online', online);
    window.addEventListener('pagehide', leave);
    setSaver(made);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', leave);
      stop();
      if (made.unsaved()) void made.push();
      made.stop();
    };
  }, [id, editor, client]);

  // Somebody else saved: while nothing of ours waits, theirs is what is drawn.
  const { revision, document } = automation.draft;
  useEffect(() => {
    if (!saver?.adopt(revision)) return;
    const next = readDraft(document);
    if (!next || JSON.stringify(next) === JSON.stringify(editor.present())) return;
    quiet.add(next);
    editor.replace(next);
  }, [saver, revision, document, editor]);

  return {
    editor,
    saver,
    saving,
    resolve(choice) {
      if (saving.is === 'conflict' && choice === 'theirs') {
        quiet.add(saving.theirs.document);
        editor.replace(saving.theirs.document);
      }
      saver?.resolve(choice);
    },
  };
}

/** Drawings that came from the server: nothing to save. */
const quiet = new WeakSet<Draft>();

async function send(id: string, revision: number, document: Draft): Promise<Answer> {
  try {
    const answer = await taken(
      api.PUT('/api/automations/{id}/draft', { params: { path: { id } }, body: { revision, document } }),
    );
    return { is: 'saved', revision: answer.revision };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'draft_conflict') {
      const facts = error.facts as {
        revision: number;
        document: unknown;
        savedBy: string | null;
        savedAt: string | null;
      };
      const theirs = readDraft(facts.document);
      if (theirs) return { is: 'conflict', theirs: { ...facts, document: theirs } satisfies Theirs };
    }
    if (error.status === 0 || error.status === 429 || error.status >= 500) return { is: 'unreachable' };
    return { is: 'refused', error };
  }
}
