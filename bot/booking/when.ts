import { wallClockOf } from '#domain/time.ts';
import { previewVisit } from '#use-cases/bookings/preview-visit.ts';
import type { BotContext } from '../context.ts';
import { attempt, goTo, redraw, toast } from '../show.ts';
import { ask, draftAt, goOn, servicesOrOver, startOver } from './ask.ts';
import { offeredTo, requestOf, type Draft } from './draft.ts';
import { drawNear, goneWords } from './draw-last.ts';

export async function showMonth(ctx: BotContext, month: string): Promise<void> {
  const draft = await draftAt(ctx, ['day', 'time']);
  if (draft) await ask(ctx, { ...draft, month }, 'day');
}

/** A day that has passed or filled up shows the month instead, and says so. */
export async function chooseDay(ctx: BotContext, at: { day: string; page: number }): Promise<void> {
  const draft = await draftAt(ctx, ['day', 'time']);
  if (draft) await ask(ctx, { ...draft, day: at.day }, 'time', { page: at.page });
}

/** A free time, of the day or one of the nearest. Whether it is still free is looked at once more. */
export async function chooseTime(ctx: BotContext, startsAt: Date): Promise<void> {
  const draft = await draftAt(ctx, ['day', 'time']);
  if (draft) await takeTime(ctx, draft, startsAt);
}

export async function takeTime(ctx: BotContext, draft: Draft, startsAt: Date): Promise<void> {
  const preview = await attempt(ctx, () =>
    previewVisit(ctx.takt.tx, requestOf(draft), {
      startsAt,
      offeredTo: offeredTo(draft),
      ...(draft.moving === null ? {} : { except: draft.moving }),
    }),
  );
  if (!preview.ok) return startOver(ctx, draft, preview.refusal);
  if ('refusal' in preview.value) return tellTaken(ctx, draft, preview.value);
  const day = wallClockOf(startsAt, preview.value.visit.zone).date;
  await goOn(ctx, { ...draft, startsAt: startsAt.toISOString(), day, month: day.slice(0, 7) });
}

/** Says that a time is gone, with the nearest free ones and the month. All that was typed stays. */
export async function tellTaken(ctx: BotContext, draft: Draft, gone: Parameters<typeof drawNear>[2]): Promise<void> {
  await toast(ctx, goneWords(ctx, gone), { alert: true });
  const services = await servicesOrOver(ctx, draft);
  if (!services) return;
  const drawn = await attempt(ctx, () => drawNear(ctx, { draft, services }, gone));

  if (!drawn.ok) return startOver(ctx, draft, drawn.refusal);
  goTo(ctx, drawn.value.draft);
  await redraw(ctx, drawn.value.screen);
}
