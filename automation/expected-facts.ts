import type { Effect } from './effects.ts';
import type { Facts } from './facts.ts';

/** The facts once an effect is made: later steps of the same move see it, and the simulator lives by it. */
export function expectFacts(facts: Facts, effect: Effect, now: Date): Facts {
  const { contact } = facts;
  switch (effect.kind) {
    case 'add_tag':
      if (contact.tags.includes(effect.tag)) return facts;
      return { ...facts, contact: { ...contact, tags: [...contact.tags, effect.tag].sort() } };
    case 'remove_tag':
      return { ...facts, contact: { ...contact, tags: contact.tags.filter((tag) => tag !== effect.tag) } };
    case 'change_contact':
      return { ...facts, contact: changed(contact, effect.field, effect.value) };
    case 'send_message': {
      const sent = [...facts.limits.sent, { class: effect.class, at: now.toISOString() }];
      return { ...facts, limits: { ...facts.limits, sent } };
    }
    default:
      return facts;
  }
}

function changed(contact: Facts['contact'], field: string, value: string | number | boolean | null): Facts['contact'] {
  if (field.startsWith('fields.')) {
    const { [field.slice(7)]: _old, ...others } = contact.fields;
    return { ...contact, fields: value === null ? others : { ...others, [field.slice(7)]: value } };
  }
  const next = { ...contact, [field]: value } as Facts['contact'];
  return field === 'name' ? { ...next, firstName: String(value).split(' ')[0] ?? String(value) } : next;
}
