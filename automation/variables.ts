import type { EventType } from '#domain/events.ts';
import type { z } from 'zod';
import type { AutomationDraft } from './document.ts';
import type { FieldNames } from './condition-words.ts';
import { aboutBooking, aboutOrder, type ValueKind } from './event-fields.ts';
import { fieldsOfEvent, sampleOfKind } from './event-outputs.ts';
import type { Facts } from './facts.ts';
import { fieldWords, type FieldWords } from './field-words.ts';
import { metaOf } from './fields.ts';
import { stepSentence } from './sentence.ts';
import type { OutputField, StepDefinition } from './step.ts';
import { steps } from './steps/registry.ts';
import { triggers } from './triggers/registry.ts';
import type { Language, Words } from './words.ts';

export type Variable = {
  /** As conditions and texts name it: `contact.firstName`, `steps.wait-1.button`. */
  path: string;
  /** Whole, as a sentence needs it: "the answer at step “Ask”". */
  words: FieldWords;
  /** Under the heading of its group: "the answer". */
  short: Words;
  group: { id: string; words: Words };
  kind: ValueKind;
  /** One value to show; a text differs by language. */
  sample: unknown;
  /** Whether everybody who comes here has it; else a text needs a fallback. */
  surely: boolean;
  /** Values that can be chosen, where the document or the language knows them. */
  choices?: readonly { value: string; words: Words }[] | undefined;
};

/** What a text or a condition of a node (or of `trigger`) can name, as the owner reads it. */
export function variablesAt(document: AutomationDraft, nodeId: string): Variable[] {
  const events = eventsOf(document);
  const known: Variable[] = [
    ...ofRoot('contact', contactKinds, (name) => !contactMayLack.has(name)),
    ...(events.length === 0 || events.some(aboutOrder)
      ? ofRoot('order', orderKinds, (name) => events.length > 0 && events.every(aboutOrder) && !orderMayLack.has(name))
      : []),
    ...(events.length === 0 || events.some(aboutBooking)
      ? ofRoot(
          'booking',
          bookingKinds,
          (name) => events.length > 0 && events.every(aboutBooking) && name !== 'finalMinor',
        )
      : []),
    ...ofTrigger(events),
    ...ofRoot('business', businessKinds, () => true),
    ...(nodeId === 'trigger' ? [] : [...ofSteps(document, nodeId), ...ofVars(document, nodeId)]),
  ];
  const choices = choicesOf(document);
  // What holds other values is named by its parts.
  return known.filter(({ kind }) => kind !== 'object').map((variable) => withChoices(variable, choices));
}

/**
 * What a chain calls what its steps leave behind: a button by its label, and the step only where another leaves the
 * same: "If the answer is “All good”".
 */
export function namesIn(document: AutomationDraft): FieldNames {
  const choices = choicesOf(document);
  const left = (node: AutomationDraft['nodes'][number], field: string) => {
    const definition = steps[node.type]?.definition;
    return definition && outputsOf(definition, node.config).find((one) => one.name === field);
  };
  return (path) => {
    const [root, id, field = ''] = path.split('.');
    const node = root === 'steps' ? document.nodes.find((one) => one.id === id) : undefined;
    const output = node && left(node, field);
    if (!node || !output) return fieldWords(path);
    const others = document.nodes.some((one) => one !== node && left(one, field));
    const words = others ? atStep(output.words, nameOf(node)) : output.words;
    if (output.kind !== 'button') return words;
    const values = choices.buttons().map(({ value, words: { ru, en } }) => [value, { ru: `«${ru}»`, en: `“${en}”` }]);
    return { ...words, values: Object.fromEntries(values) as Record<string, Words> };
  };
}

/** The fields of one event alone, as a filter of a wait names them. */
export function variablesOfEvent(document: AutomationDraft, event: EventType): Variable[] {
  const group = { id: 'event', words: groups.trigger };
  const choices = choicesOf(document);
  return fieldsOfEvent(event).map((field) =>
    withChoices(variable(field.name, field, field.words, group, mayLack(event, field.name) === false), choices),
  );
}

/** Values in the shape of `valuesFor`, made of samples: what a preview is filled with. */
export function sampleValues(variables: readonly Variable[], language: Language): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { path, sample } of variables) {
    const names = path.split('.');
    let place = values;
    for (const name of names.slice(0, -1)) place = (place[name] ??= {}) as Record<string, unknown>;
    place[names.at(-1) ?? path] = sampleIn(sample, language);
  }
  const contact = values['contact'] as Record<string, unknown> | undefined;
  if (contact) contact['language'] = language;
  return values;
}

/** A sample as plain value of a language. */
export function sampleIn(sample: unknown, language: Language): unknown {
  const both = sample as Partial<Words> | null;
  return typeof both === 'object' && both !== null && typeof both.ru === 'string' ? both[language] : sample;
}

const groups = {
  contact: { ru: 'Клиент', en: 'Client' },
  order: { ru: 'Заказ', en: 'Order' },
  booking: { ru: 'Запись', en: 'Booking' },
  trigger: { ru: 'Что случилось', en: 'What happened' },
  business: { ru: 'Магазин', en: 'Shop' },
  vars: { ru: 'Запомнено', en: 'Remembered' },
};

const contactKinds: Readonly<Record<keyof Facts['contact'], ValueKind>> = {
  firstName: 'text',
  name: 'text',
  tags: 'tags',
  ordersPaid: 'number',
  spentMinor: 'money',
  birthday: 'moment',
  since: 'moment',
  lastOrderAt: 'moment',
  consent: 'boolean',
  language: 'choice',
  phone: 'text',
  email: 'text',
  note: 'text',
  timeZone: 'text',
  fields: 'object',
  id: 'id',
};
/** What not every client has. */
const contactMayLack: ReadonlySet<string> = new Set(['phone', 'email', 'note', 'birthday', 'lastOrderAt', 'fields']);
const orderKinds: Readonly<Record<keyof NonNullable<Facts['order']>, ValueKind>> = {
  number: 'number',
  totalMinor: 'money',
  state: 'choice',
  deliveryKind: 'choice',
  pickupAt: 'moment',
  placedAt: 'moment',
  paidAt: 'moment',
  deliveredAt: 'moment',
};
const orderMayLack: ReadonlySet<string> = new Set(['pickupAt', 'paidAt', 'deliveredAt']);
const bookingKinds: Readonly<Record<keyof NonNullable<Facts['booking']>, ValueKind>> = {
  number: 'number',
  service: 'text',
  staff: 'text',
  place: 'text',
  state: 'choice',
  startsAt: 'moment',
  endsAt: 'moment',
  madeAt: 'moment',
  priceMinor: 'money',
  finalMinor: 'money',
  format: 'choice',
  answered: 'boolean',
};
const businessKinds: Readonly<Record<keyof Facts['business'], ValueKind>> = {
  name: 'text',
  currency: 'text',
  timeZone: 'text',
};
const samples: Readonly<Record<string, unknown>> = {
  'contact.firstName': { ru: 'Имя', en: 'Name' },
  'contact.name': { ru: 'Имя Фамилия', en: 'Name Surname' },
  'contact.phone': '+7 900 000-00-00',
  'contact.language': 'ru',
  'order.number': 1024,
  'booking.number': 57,
  'booking.service': { ru: 'Маникюр', en: 'Manicure' },
  'booking.staff': { ru: 'Мастер', en: 'Stylist' },
  'business.name': { ru: 'Ваш магазин', en: 'Your shop' },
  'business.currency': 'RUB',
  'business.timeZone': 'Europe/Moscow',
};

function variable(
  path: string,
  field: Pick<OutputField, 'kind' | 'sample'>,
  words: FieldWords,
  group: Variable['group'],
  surely: boolean,
): Variable {
  return { path, words, short: { ru: words.ru, en: words.en }, group, kind: field.kind, sample: field.sample, surely };
}

function ofRoot(
  root: 'contact' | 'order' | 'booking' | 'business',
  kinds: Readonly<Record<string, ValueKind>>,
  surely: (name: string) => boolean,
): Variable[] {
  return Object.entries(kinds).map(([name, kind]) => {
    const path = `${root}.${name}`;
    const words = fieldWords(path) ?? { ru: name, en: name };
    const sample = samples[path] ?? sampleOfKind(kind, words);
    return variable(path, { kind, sample }, words, { id: root, words: groups[root] }, surely(name));
  });
}

/** The events that start the chain; none when nothing is chosen yet. */
function eventsOf(document: AutomationDraft): readonly EventType[] {
  const definition = triggers[document.trigger.type]?.definition;
  const config = definition?.config.safeParse(document.trigger.config);
  if (definition && config?.success) return definition.listensTo(config.data);
  // A filter that is being written must not take the event's own fields away.
  const said = document.trigger.config['event'];
  return document.trigger.type === 'event' && typeof said === 'string' ? [said as EventType] : [];
}

function ofTrigger(events: readonly EventType[]): Variable[] {
  const found = new Map<string, Variable & { times: number }>();
  for (const event of events) {
    for (const field of fieldsOfEvent(event)) {
      const path = `trigger.${field.name}`;
      const before = found.get(path);
      const made = variable(
        path,
        field,
        field.words,
        { id: 'trigger', words: groups.trigger },
        !mayLack(event, field.name),
      );
      found.set(path, { ...made, surely: made.surely && (before?.surely ?? true), times: (before?.times ?? 0) + 1 });
    }
  }
  return [...found.values()].map(({ times, ...one }) => ({ ...one, surely: one.surely && times === events.length }));
}

const mayLack = (event: EventType, name: string): boolean =>
  (event === 'contact.started' && name === 'payload') || (event === 'message.sent' && name === 'nodeId');

function ofSteps(document: AutomationDraft, nodeId: string): Variable[] {
  const out = edgesByNode(document);
  const comes = reachable(out, 'trigger').has(nodeId);
  return document.nodes.flatMap((node) => {
    const definition = steps[node.type]?.definition;
    const fields = definition && outputsOf(definition, node.config);
    if (!definition || !fields || fields.length === 0) return [];
    const gives = (edge: Edge) => edge.from === node.id && (definition.outputOn?.includes(edge.port) ?? true);
    const starts = (out.get(node.id) ?? []).filter(gives);
    if (!starts.some((edge) => edge.to === nodeId || reachable(out, edge.to).has(nodeId))) return [];
    const surely = comes && !reachable(out, 'trigger', gives).has(nodeId);
    const name = nameOf(node);
    const group = { id: `steps.${node.id}`, words: name };
    return fields.map((field) => ({
      ...variable(`steps.${node.id}.${field.name}`, field, atStep(field.words, name), group, surely),
      short: { ru: field.words.ru, en: field.words.en },
    }));
  });
}

/** What the chain named itself: surely there when every way here sets it. */
function ofVars(document: AutomationDraft, nodeId: string): Variable[] {
  const out = edgesByNode(document);
  const setters = new Map<string, { field: OutputField; nodes: Set<string> }>();
  for (const node of document.nodes) {
    const definition = steps[node.type]?.definition;
    for (const field of definition?.sets ? soundly(() => definition.sets?.(node.config) ?? []) : []) {
      const found = setters.get(field.name) ?? { field, nodes: new Set() };
      found.nodes.add(node.id);
      setters.set(field.name, found);
    }
  }
  const comes = reachable(out, 'trigger').has(nodeId);
  return [...setters.values()].flatMap(({ field, nodes }) => {
    const sets = (edge: Edge) => nodes.has(edge.from);
    const ever = [...nodes].some((id) => (out.get(id) ?? []).some(({ to }) => reachable(out, to).has(nodeId)));
    if (!ever || field.name === '') return [];
    const surely = comes && !reachable(out, 'trigger', sets).has(nodeId);
    return [variable(`vars.${field.name}`, field, field.words, { id: 'vars', words: groups.vars }, surely)];
  });
}

function soundly<T>(ask: () => readonly T[]): readonly T[] {
  try {
    return ask();
  } catch {
    return [];
  }
}

/** Reading a step aloud costs a parse; an unchanged node is the same object from edit to edit. */
const names = new WeakMap<object, Words>();

/** What a step is called inside of a sentence: its label, or the beginning of what it says. */
function nameOf(node: AutomationDraft['nodes'][number]): Words {
  const found = names.get(node);
  if (found) return found;
  const name = { ru: short(node.label ?? stepSentence(node, 'ru')), en: short(node.label ?? stepSentence(node, 'en')) };
  names.set(node, name);
  return name;
}

const LONGEST = 36;

function short(text: string): string {
  const bare = text.replaceAll(/[«»“”]/g, '');
  return bare.length <= LONGEST ? bare : `${bare.slice(0, LONGEST - 1).trimEnd()}…`;
}

type Edge = AutomationDraft['edges'][number];

function edgesByNode(document: AutomationDraft): Map<string, Edge[]> {
  const out = new Map<string, Edge[]>();
  for (const edge of document.edges) {
    const list = out.get(edge.from);
    if (list) list.push(edge);
    else out.set(edge.from, [edge]);
  }
  return out;
}

function reachable(out: ReadonlyMap<string, Edge[]>, start: string, without?: (edge: Edge) => boolean): Set<string> {
  const reached = new Set<string>([start]);
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const edge of out.get(id) ?? []) {
      if (reached.has(edge.to) || without?.(edge)) continue;
      reached.add(edge.to);
      queue.push(edge.to);
    }
  }
  return reached;
}

/** What a step leaves behind, by its own word or by its schema. */
function outputsOf(definition: StepDefinition, config: Record<string, unknown>): readonly OutputField[] {
  if (definition.outputFields) {
    const parsed = definition.config.safeParse(config);
    try {
      return definition.outputFields(parsed.success ? parsed.data : config);
    } catch {
      return [];
    }
  }
  const shape = (definition.output as Partial<z.ZodObject> | undefined)?.shape;
  if (!shape) return [];
  return Object.entries(shape).map(([name, schema]) => {
    const meta = metaOf(schema);
    const kind = kindOf(schema, meta.field);
    const words: FieldWords = {
      ...(meta.title ?? { ru: name, en: name }),
      ...(kind === 'money' ? { kind } : {}),
      values: meta.values,
    };
    return { name, words, kind, sample: sampleOfKind(kind, words) };
  });
}

function kindOf(schema: z.core.$ZodType, field: string | undefined): ValueKind {
  if (field === 'money' || field === 'tag') return field;
  const type = schema._zod.def.type;
  if (type === 'number' || type === 'boolean') return type;
  return type === 'enum' ? 'choice' : 'text';
}

function atStep(words: FieldWords, name: Words): FieldWords {
  const place = (text: Words): Words => ({
    ru: `${text.ru} на шаге «${name.ru}»`,
    en: `${text.en} at step “${name.en}”`,
  });
  return {
    ...words,
    ...place(words),
    ...(words.yes && words.no ? { yes: place(words.yes), no: place(words.no) } : {}),
  };
}

type Choices = { buttons(): readonly Choice[]; messages(): readonly Choice[] };
type Choice = { value: string; words: Words };

/** What of the document can be chosen; looked up once, and only when something asks. */
function choicesOf(document: AutomationDraft): Choices {
  let buttons: readonly Choice[] | undefined;
  let messages: readonly Choice[] | undefined;
  const speaks = (node: AutomationDraft['nodes'][number]) =>
    Array.isArray(node.config['buttons']) && node.config['buttons'].length > 0;
  return {
    buttons: () => (buttons ??= buttonsOf(document)),
    messages: () =>
      (messages ??= document.nodes.filter(speaks).map((node) => ({ value: node.id, words: nameOf(node) }))),
  };
}

function withChoices(one: Variable, choices: Choices): Variable {
  if (one.kind === 'button') return { ...one, choices: choices.buttons() };
  if (one.kind === 'step') return { ...one, choices: choices.messages() };
  if (!one.words.values) return one;
  return { ...one, choices: Object.entries(one.words.values).map(([value, words]) => ({ value, words })) };
}

/** Every button of the chain's messages, once an id. */
function buttonsOf(document: AutomationDraft): { value: string; words: Words }[] {
  const found = new Map<string, Words>();
  for (const node of document.nodes) {
    if (!Array.isArray(node.config['buttons'])) continue;
    for (const button of node.config['buttons'] as { id?: unknown; label?: Partial<Words> }[]) {
      if (typeof button?.id !== 'string' || found.has(button.id)) continue;
      const { ru, en } = button.label ?? {};
      found.set(button.id, { ru: ru || en || button.id, en: en || ru || button.id });
    }
  }
  return [...found].map(([value, words]) => ({ value, words }));
}
