import { isDuration } from '#domain/time.ts';
import { z } from 'zod';
import { templateProblem } from './templates.ts';

/** Field types that steps share; the builder knows each by its `meta().field` and draws it. */

export const duration = z
  .string()
  .refine(isDuration, { error: 'duration_invalid' })
  .meta({ field: 'duration', examples: ['PT15M', 'P1D'] });

export const localizedTemplate = (max: number) =>
  z.strictObject({ ru: template(max), en: template(max) }).meta({ field: 'localized-template' });

export const localizedLabel = z
  .strictObject({ ru: z.string().min(1).max(40), en: z.string().min(1).max(40) })
  .meta({ field: 'localized-label' });

export const tagName = z.string().trim().min(1).max(64).meta({ field: 'tag' });

function template(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((text) => templateProblem(text) === undefined, { error: 'template_invalid' });
}
