import { z } from 'zod';
import { id } from './schemas.ts';

/** Shapes that services, staff and places share. Bounds are wide here: the use cases know the rules and say them in plain words. */
export const words = z.strictObject({ ru: z.string().max(4_000), en: z.string().max(4_000) });
export const price = z.number().int();
export const minutes = z.number().int();
export const revision = z.number().int().min(1);
export const ids = z.array(id).max(500);
export const day = z.string().max(10);
export const setUp = ['owner', 'manager'] as const;

const interval = z.strictObject({ from: z.string().max(5), to: z.string().max(5) });
export const dayPlan = z.strictObject({ hours: z.array(interval).max(24), breaks: z.array(interval).max(24) });
/** The same as an answer: nobody changes it. */
export const shownPlan = z.object({ hours: z.array(interval).readonly(), breaks: z.array(interval).readonly() });
