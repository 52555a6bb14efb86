import type { StoredEvent } from '#domain/events.ts';
import { addDuration } from '#domain/time.ts';
import { fitContactField } from '../../contact-values.ts';
import type { Effect } from '../../effects.ts';
import type { StepContext, StepResult, StepRun } from '../../step.ts';
import { renderHtml } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { AskConfig } from './definition.ts';
import { readAnswer } from './read-answer.ts';

/**
 * Asks, hears, asks again while the answer does not fit. An answer counts from when the question was asked; one that
 * comes after the deadline does not, however late the timer fires.
 */
export const run: StepRun<AskConfig> = (config, context) => {
  const askedAt = context.memory['askedAt'];
  if (typeof askedAt !== 'string') return ask(config, context);
  const deadline = addDuration(new Date(askedAt), config.timeout, context.zone);
  let tries = Number(context.memory['tries'] ?? 0);
  let last: StoredEvent | undefined;
  for (const event of context.events) {
    if (event.occurredAt > deadline) break;
    const said = saidIn(config, event, context.nodeId);
    if (said === undefined) continue;
    last = event;
    const answer = readAnswer(config, said);
    if (answer !== undefined) return answered(config, answer, event);
    tries += 1;
    if (tries > config.retries)
      return { kind: 'go', port: 'invalid', consumedSeq: event.seq, at: event.occurredAt, record: { tries } };
  }
  if (context.now >= deadline)
    return {
      kind: 'go',
      port: 'timeout',
      at: deadline,
      consumedSeq: context.events.at(-1)?.seq,
      record: { deadline: deadline.toISOString(), tries },
    };
  return {
    kind: 'wait',
    until: deadline,
    listensTo: ['chat.message', 'chat.button'],
    ...(last ? { effects: [message(config, context, config.retry)], consumedSeq: last.seq } : {}),
    memory: { ...context.memory, tries },
    record: { until: deadline.toISOString(), ...(tries > 0 ? { tries } : {}) },
  };
};

function ask(config: AskConfig, context: StepContext): StepResult {
  const until = addDuration(context.now, config.timeout, context.zone);
  return {
    kind: 'wait',
    until,
    listensTo: ['chat.message', 'chat.button'],
    effects: [message(config, context, config.question)],
    memory: { askedAt: context.now.toISOString(), tries: 0 },
    ifNotSent: 'timeout',
    // What was said before the question is no answer to it.
    consumedSeq: context.events.at(-1)?.seq,
    record: { answer: config.answer, until: until.toISOString() },
  };
}

function message(config: AskConfig, context: StepContext, text: AskConfig['question']): Effect {
  const { language } = context.facts.contact;
  const ratings = [1, 2, 3, 4, 5].map((one) => ({ id: `r${one}`, label: '★'.repeat(one) }));
  return {
    kind: 'send_message',
    text: renderHtml(text[language], valuesFor(context)),
    format: 'html',
    buttons:
      config.answer === 'rating'
        ? ratings
        : config.answer === 'choice'
          ? config.options.map(({ id, label }) => ({ id, label: label[language] }))
          : [],
    class: config.class,
  };
}

function saidIn(config: AskConfig, event: StoredEvent, nodeId: string): string | undefined {
  if (event.type === 'chat.message') return String(event.data['text'] ?? '');
  if (event.type !== 'chat.button' || event.data['nodeId'] !== nodeId) return undefined;
  const button = String(event.data['button'] ?? '');
  return config.answer === 'rating' ? button.replace(/^r/, '') : button;
}

function answered(config: AskConfig, answer: string | number, event: StoredEvent): StepResult {
  const fit = config.saveTo ? fitContactField(config.saveTo, answer) : undefined;
  return {
    kind: 'go',
    port: 'answered',
    output: { answer },
    consumedSeq: event.seq,
    at: event.occurredAt,
    ...(config.saveTo && fit?.ok
      ? { effects: [{ kind: 'change_contact', field: config.saveTo, value: fit.value }] }
      : {}),
    record: { answer, eventId: event.id, ...(config.saveTo ? { savedTo: fit?.ok ? config.saveTo : null } : {}) },
  };
}
