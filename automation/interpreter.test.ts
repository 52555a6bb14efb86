import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventType, StoredEvent } from '#domain/events.ts';
import { addDuration } from '#domain/time.ts';
import { thankForTheFirstOrder } from '#use-cases/demo/automations.ts';
import { someFacts } from '#test/support/step-context.ts';
import { documentSchema } from './document.ts';
import { admit } from './admission.ts';
import { advance, type Position } from './interpreter.ts';
import { compile } from './program.ts';
import { validate } from './validate.ts';

const facts = someFacts({ contact: { ordersPaid: 1 }, trigger: { first: true } });
const T0 = new Date('2026-11-21T12:00:00Z');
const after = (duration: string, from = T0): Date => addDuration(from, duration, 'UTC');
const event = (seq: number, type: EventType, data: Record<string, unknown>, occurredAt = T0): StoredEvent => ({
  id: `e${seq}`,
  type,
  seq,
  contactId: 'c',
  subjectId: null,
  data,
  occurredAt,
});

function program(document: unknown = thankForTheFirstOrder('PT2M')) {
  const checked = validate(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return compile(checked.document);
}

/** Walks a chain through moments and events, as a driver would. */
function walk(chain = program()) {
  let state: { position: Position | null; variables: Record<string, unknown> } = { position: null, variables: {} };
  return (now: Date, events: StoredEvent[] = []) => {
    const move = advance(chain, state, {
      now,
      runId: 'r',
      entry: { seq: 10, at: T0, type: 'order.paid' },
      events,
      facts,
      subjectId: null,
    });
    state = { position: move.position, variables: move.variables };
    return move;
  };
}

describe('a person walks through a chain', () => {
  it('up to the first wait in one move', () => {
    const move = walk()(T0);
    expect(move.effects.map((one) => one.effect.kind)).toEqual(['send_message']);
    expect(move.directive).toEqual({ kind: 'wait', until: after('PT2M'), listensTo: ['contact.stopped'] });
    expect(move.log.map((entry) => entry.kind)).toEqual(['entered', 'went', 'waits']);
  });

  it('is not moved by a timer that fires too early: a timer is a hint', () => {
    const step = walk();
    step(T0);
    expect(step(after('PT1M'))).toMatchObject({ effects: [], directive: { kind: 'wait', until: after('PT2M') } });
  });

  it('hears a button that was pressed before the step that waits for it', () => {
    const step = walk();
    step(T0);
    const press = event(12, 'chat.button', { nodeId: 'ask', button: 'good' });
    expect(step(after('PT2M'), [press])).toMatchObject({ directive: { kind: 'end', reason: 'answered' } });
  });

  it('takes the first of two presses', () => {
    const step = walk();
    step(T0);
    step(after('PT2M'));
    const move = step(after('PT3M'), [
      event(12, 'chat.button', { nodeId: 'ask', button: 'bad' }, after('PT3M')),
      event(13, 'chat.button', { nodeId: 'ask', button: 'good' }, after('PT3M')),
    ]);
    expect(move.effects.map((one) => one.effect)).toMatchObject([
      { kind: 'add_tag', tag: 'unhappy' },
      { kind: 'send_message' },
    ]);
  });

  it('does not take a press of another message', () => {
    const step = walk();
    step(T0);
    step(after('PT2M'));
    expect(step(after('PT3M'), [event(12, 'chat.button', { nodeId: 'other', button: 'good' })])).toMatchObject({
      directive: { kind: 'wait' },
    });
  });

  it('takes the timeout when the press came after the deadline, however late the timer fires', () => {
    const step = walk();
    step(T0);
    step(after('PT2M'));
    const late = event(12, 'chat.button', { nodeId: 'ask', button: 'good' }, after('P1DT3M'));
    expect(step(after('P2D'), [late])).toMatchObject({ directive: { kind: 'end', reason: 'no_answer' } });
    const step2 = walk();
    step2(T0);
    step2(after('PT2M'));
    const inTime = event(12, 'chat.button', { nodeId: 'ask', button: 'good' }, after('PT30M'));
    expect(step2(after('P2D'), [inTime])).toMatchObject({ directive: { kind: 'end', reason: 'answered' } });
  });

  it('leaves at once when an exit event comes during a wait', () => {
    const chain = program({ ...thankForTheFirstOrder('PT2M'), settings: { exitOn: ['contact.stopped'] } });
    const step = walk(chain);
    expect(step(T0).directive).toMatchObject({ listensTo: ['contact.stopped'] });
    expect(step(after('PT1M'), [event(12, 'contact.stopped', {})])).toMatchObject({
      directive: { kind: 'end', outcome: 'left' },
    });
  });

  it('sees in a condition the tag that the step before it has set', () => {
    const chain = program({
      schema: 1,
      name: 'x',
      trigger: { type: 'event', config: { event: 'order.paid' } },
      nodes: [
        { id: 'mark', type: 'tag', config: { tag: 'vip' } },
        { id: 'is', type: 'if', config: { condition: { field: 'contact.tags', is: 'contains', value: 'vip' } } },
        { id: 'yes', type: 'end', config: { reason: 'yes' } },
        { id: 'no', type: 'end', config: { reason: 'no' } },
      ],
      edges: [
        { from: 'trigger', port: 'next', to: 'mark' },
        { from: 'mark', port: 'next', to: 'is' },
        { from: 'is', port: 'yes', to: 'yes' },
        { from: 'is', port: 'no', to: 'no' },
      ],
    });
    expect(walk(chain)(T0)).toMatchObject({ directive: { kind: 'end', reason: 'yes' } });
  });

  it('gives equal moves for equal arguments, and effect keys that do not depend on when', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * 86_400 }), fc.boolean(), (seconds, pressed) => {
        const run = () => {
          const step = walk();
          step(T0);
          return step(
            new Date(T0.getTime() + seconds * 1000),
            pressed ? [event(12, 'chat.button', { nodeId: 'ask', button: 'good' })] : [],
          );
        };
        expect(run()).toEqual(run());
        const keys = run().effects.map((one) => one.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('who enters', () => {
  it('is decided by the trigger’s filter', () => {
    const chain = program();
    const enters = (event: StoredEvent) => admit(chain, event, facts, null).enters;
    expect(enters(event(1, 'order.paid', { first: true }))).toBe(true);
    expect(enters(event(1, 'order.paid', { first: false }))).toBe(false);
    expect(enters(event(1, 'order.placed', { first: true }))).toBe(false);
  });

  it.each([
    ['once', 'once'],
    ['always', 'e7'],
    ['once_per_subject', 'order-1'],
  ] as const)('with re-entry "%s" is told apart by %s', (reentry, key) => {
    const chain = compile(documentSchema.parse({ ...thankForTheFirstOrder('PT2M'), settings: { reentry } }));
    const paid = { ...event(7, 'order.paid', { first: true }), subjectId: 'order-1' };
    expect(admit(chain, paid, facts, null)).toMatchObject({ enters: true, key });
  });
});
