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
      if (!steps[node.type]?.definition.waits) return false;
      try {
        return rulesIn(node.config).some(
          // No field of a press is a moment: what time it is decides nothing.
          ({ event, filter }) => event === 'chat.button' && (filter === undefined || holds(filter, press, new Date(0))),
        );
      } catch {
        return false;
      }
    })
    .map((node) => node.label ?? stepSentence(node, language));
}

type EventRule = { event?: unknown; filter?: Condition | undefined };

/** The events that a step says it waits for: its own, and others that will do as well. */
function rulesIn(config: Readonly<Record<string, unknown>>): EventRule[] {
  const others = Array.isArray(config['others']) ? (config['others'] as EventRule[]) : [];
  return [config as EventRule, ...others];
}
