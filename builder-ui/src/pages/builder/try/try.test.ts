import { describe, expect, it } from '@jest/globals';
import { draftSchema } from '#automation/document.ts';
import { gallery } from '#automation/gallery/gallery.ts';
import { play } from './play.ts';
import { toldFor, type Told } from './story.ts';
import { momentsOf, pathUpTo, roundDuration } from './tell.ts';

const drawing = (id: string) => {
  const item = gallery.find((one) => one.id === id)!;
  return draftSchema.parse(structuredClone({ ...item.document, name: id }));
};
const told = (document: ReturnType<typeof drawing>, more: Partial<Told> = {}): Told => ({
  ...toldFor(document, { start: '2026-11-21T10:00', zone: 'Europe/Moscow', language: 'en' }),
  ...more,
});

describe('trying an automation out', () => {
  it.each(gallery.map((item) => item.id))('plays a ready chain from its own start: %s', (id) => {
    const document = drawing(id);
    const trace = play(document, told(document));
    expect(trace?.trace[0]?.kind).toBe('entered');
    expect(trace?.cutOff).toBe(false);
  });

  it('shows a message where it is sent, and a wait as the time between', () => {
    const document = drawing('ask-for-review');
    const moments = momentsOf(play(document, told(document))!, document, 'Europe/Moscow');
    const said = moments.find((one) => one.messages.length > 0);
    expect(said?.messages[0]?.buttons.length).toBeGreaterThan(0);
    expect(moments.some((one) => one.gapMs >= 3_600_000)).toBe(true);
  });

  it('follows what the client answers', () => {
    const document = drawing('ask-for-review');
    const ask = document.nodes.find((node) => node.id === 'ask')!;
    const [button] = ask.config['buttons'] as { id: string }[];
    const silent = momentsOf(play(document, told(document))!, document, 'UTC');
    const answers = { ask: { button: button!.id, after: 'PT1H' } };
    const answered = momentsOf(play(document, told(document, { answers }))!, document, 'UTC');
    expect(answered.map((one) => one.line.nodeId)).not.toEqual(silent.map((one) => one.line.nodeId));
  });

  it('lights the way that was gone up to a moment, and no further', () => {
    const document = drawing('ask-for-review');
    const moments = momentsOf(play(document, told(document))!, document, 'UTC');
    expect(Object.keys(pathUpTo(moments, 0).nodes)).toEqual(['trigger']);
    expect(Object.keys(pathUpTo(moments, moments.length - 1).nodes).length).toBeGreaterThan(2);
  });

  it('says why somebody did not enter', () => {
    const document = drawing('ask-for-review');
    document.settings.reentry = 'once';
    const first = told(document);
    const again = [...first.events, { ...first.events[0]!, key: 'again', after: 'P30D' }];
    const moments = momentsOf(play(document, { ...first, events: again })!, document, 'UTC');
    expect(moments.at(-1)?.line).toMatchObject({ kind: 'refused', facts: { reason: 'once' } });
  });

  it('does not play a drawing that is not finished', () => {
    const document = drawing('ask-for-review');
    document.nodes = [];
    expect(play(document, told(document))).toBeUndefined();
  });
});

describe('a length of time', () => {
  it.each([
    [3 * 86_400_000, 'P3D'],
    [25 * 3_600_000, 'P1DT1H'],
    [90 * 60_000, 'PT1H30M'],
    [60_000, 'PT1M'],
    [400, 'PT1S'],
  ])('is said in its largest units: %d ms is %s', (ms, words) => expect(roundDuration(ms)).toBe(words));
});
