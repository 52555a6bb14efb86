import { sendJson, type Played } from './partner.ts';

/**
 * `POST /deliveries` books a delivery. The same `Idempotency-Key` gets the same number again, with `replayed: true`;
 * with another body it is refused. `GET /deliveries` lists what is booked.
 */
export function playDelivery({ recorded, partner, response }: Played): void {
  const { deliveries } = partner;
  if (recorded.method === 'GET') return sendJson(response, 200, { items: [...deliveries.values()] });
  if (recorded.method !== 'POST') return sendJson(response, 405, { error: 'GET or POST' });
  const { idempotencyKey, body } = recorded;
  if (!idempotencyKey) return sendJson(response, 400, { error: 'Idempotency-Key is missing' });
  const booked = deliveries.get(idempotencyKey);
  if (!booked) {
    const delivery = { number: deliveries.size + 1, body };
    deliveries.set(idempotencyKey, delivery);
    return sendJson(response, 201, { number: delivery.number, replayed: false });
  }
  if (booked.body !== body) return sendJson(response, 409, { error: 'the key was used with another body' });
  sendJson(response, 200, { number: booked.number, replayed: true });
}
