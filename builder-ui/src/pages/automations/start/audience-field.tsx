import type { Condition } from '#automation/conditions.ts';
import { draftSchema } from '#automation/document.ts';
import { conditionSchema } from '#automation/conditions.ts';
import { SCHEMA } from '#automation/upgrades.ts';
import { worded } from '#automation/fields.ts';
import { z } from 'zod';
import { SchemaForm } from '../../../forms/schema-form.tsx';
import { FormProvider } from '../../../forms/form-context.tsx';

const audience = z.strictObject({
  who: worded(conditionSchema, { title: { ru: 'Кто именно', en: 'Who exactly' }, scope: 'contact' }).optional(),
});

/** A chain without steps: what a condition can name here is what is known of a client. */
const nobody = draftSchema.parse({
  schema: SCHEMA,
  name: 'audience',
  trigger: { type: 'manual', config: {} },
  nodes: [],
  edges: [],
});

export type Audience = { condition: Condition | null; finished: boolean };

/** Which clients: the condition builder of the drawings, over what is known of a client. */
export function AudienceField({
  value,
  onChange,
}: {
  value: Record<string, unknown>;
  onChange(value: Record<string, unknown>): void;
}) {
  return (
    <FormProvider document={nobody} nodeId="trigger" readOnly={false}>
      <SchemaForm schema={audience} config={value} onChange={onChange} />
    </FormProvider>
  );
}

/** The condition that was built; `finished` when it can be asked. */
export function audienceOf(value: Record<string, unknown>): Audience {
  const { who } = value;
  if (who === undefined || who === null || isEmpty(who)) return { condition: null, finished: true };
  const parsed = conditionSchema.safeParse(who);
  if (!parsed.success) return { condition: null, finished: false };
  const whole = isWhole(parsed.data);
  return { condition: whole ? parsed.data : null, finished: whole };
}

const isEmpty = (who: unknown): boolean =>
  typeof who === 'object' && who !== null && 'all' in who && Array.isArray(who.all) && who.all.length === 0;

function isWhole(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(isWhole);
  if ('any' in condition) return condition.any.every(isWhole);
  if ('not' in condition) return isWhole(condition.not);
  const needsNone = condition.is === 'known' || condition.is === 'unknown';
  return condition.field !== '' && (needsNone || condition.value !== undefined);
}
