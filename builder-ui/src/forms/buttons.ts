import { holds, type Condition } from '#automation/conditions.ts';
import type { AutomationDraft } from '#automation/document.ts';
import { stepSentence } from '#automation/sentence.ts';
import { steps } from '#automation/steps/registry.ts';

export type MessageButton = { id: string; label?: Partial<Record<'ru' | 'en', string>> | undefined };

/** An id that no button has; those that were given before stay, since people may have them in their chats. */
export function freshButtonId(buttons: readonly MessageButton[]): string {
  for (let number = buttons.length + 1; ; number += 1) {
    if (!buttons.some((button) => button.id === `b${number}`)) return `b${number}`;
  }
}

/** The steps that wait for a press of this button, as they read. */
export function heardBy(document: AutomationDraft, nodeId: string, button: string, language: 'ru' | 'en'): string[] {
  const press = { nodeId, button, messageId: '', runId: '' };
  return document.nodes
    .filter((node) => {
      const definition = steps[node.type]?.definition;
      try {
        if (!definition?.waits || !definition.listensTo?.(node.config).includes('chat.button')) return false;
        const filter = node.config['filter'] as Condition | undefined;
        return filter === undefined || holds(filter, press);
      } catch {
        return false;
      }
    })
    .map((node) => node.label ?? stepSentence(node, language));
}
