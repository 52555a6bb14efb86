import type { AutomationDraft } from '#automation/document.ts';

type Said = { ru: string; en: string };
export type Asking = {
  node: AutomationDraft['nodes'][number];
  buttons: { id: string; label: Said }[];
  takesText: boolean;
};

/** The steps to which a client can answer: messages with buttons, and questions. */
export function askingSteps(document: AutomationDraft): Asking[] {
  return document.nodes.flatMap((node): Asking[] => {
    if (node.type === 'send-message') {
      const buttons = (node.config['buttons'] ?? []) as Asking['buttons'];
      // A reply in words is heard by steps that wait for a message.
      return buttons.length > 0 || hearsText(document) ? [{ node, buttons, takesText: hearsText(document) }] : [];
    }
    if (node.type !== 'ask') return [];
    const answer = node.config['answer'];
    if (answer === 'rating') return [{ node, buttons: ratings, takesText: false }];
    const options = (node.config['options'] ?? []) as Asking['buttons'];
    return [answer === 'choice' ? { node, buttons: options, takesText: true } : { node, buttons: [], takesText: true }];
  });
}

const ratings = [1, 2, 3, 4, 5].map((one) => ({
  id: `r${one}`,
  label: { ru: '★'.repeat(one), en: '★'.repeat(one) },
}));

const hearsText = (document: AutomationDraft): boolean =>
  document.nodes.some((node) => node.type === 'wait-for-event' && node.config['event'] === 'chat.message');
