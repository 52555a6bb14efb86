import { Router } from 'express';
import { calendarFile } from '#use-cases/bookings/calendar-file.ts';
import { readCalendarToken } from '#use-cases/bookings/calendar-link.ts';
import type { ApiDeps } from '../deps.ts';

/** A visit's calendar file. The address is sealed and is the secret: whoever has it reads this one visit. */
export function calendarDoor(deps: Pick<ApiDeps, 'withBusiness'>): Router {
  const router = Router();
  router.get('/api/calendar/:file', async (request, response) => {
    const token = /^(v1\.[\w-]{40,200})\.ics$/.exec(request.params.file)?.[1];
    const at = token === undefined ? undefined : readCalendarToken(token);
    const file =
      at &&
      (await deps.withBusiness(at.businessId, { kind: 'system', name: 'calendar' }, (tx) =>
        calendarFile(tx, at.bookingId),
      ));
    if (file === undefined) return void response.status(404).json({ code: 'not_found' });
    response
      .type('text/calendar; charset=utf-8')
      .set('content-disposition', 'attachment; filename="visit.ics"')
      // What it tells changes with the visit, and is nobody else's.
      .set('cache-control', 'private, no-cache')
      .send(file);
  });
  return router;
}
