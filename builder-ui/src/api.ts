import { createApi } from '#api-client/client.ts';
import type { paths } from '#api-client/schema.d.ts';
import { currentLanguage } from './words.tsx';

export const api = createApi(currentLanguage);

type Json<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: { 200: { content: { 'application/json': infer R } } };
}
  ? R
  : never;

export type Me = Json<'/api/me', 'get'>;
export type OrderList = Json<'/api/orders', 'get'>;
export type OrderInList = OrderList['orders'][number];
export type Order = Json<'/api/orders/{id}', 'get'>;
export type OrderAction = Order['actions'][number];
export type Category = Json<'/api/products', 'get'>['categories'][number];
export type Product = Category['products'][number];
export type StockEntry = Json<'/api/products/{id}/ledger', 'get'>['entries'][number];
export type Service = Json<'/api/services', 'get'>['services'][number];
export type ServiceCategory = Json<'/api/services', 'get'>['categories'][number];
export type StaffMember = Json<'/api/staff', 'get'>['staff'][number];
export type WorkPlace = Json<'/api/places', 'get'>['places'][number];
export type SpecialDays = Json<'/api/schedule-exceptions', 'get'>['exceptions'][number];
export type BookingRulesAnswer = Json<'/api/booking-rules', 'get'>;
export type BookingList = Json<'/api/bookings', 'get'>;
export type BookingInList = BookingList['bookings'][number];
export type BookingCard = Json<'/api/bookings/{id}', 'get'>;
export type Calendar = Json<'/api/calendar', 'get'>;
export type FreeTimes = Json<'/api/bookings/times', 'post'>;
export type DayOffPlan = Json<'/api/staff/{id}/day-off', 'get'>;
export type SetupProblem = Json<'/api/booking-setup/problems', 'get'>['problems'][number];
export type Contact = Json<'/api/contacts/{id}', 'get'>;
export type ContactInList = Json<'/api/contacts', 'get'>['contacts'][number];
export type ConversationItem = Json<'/api/contacts/{id}/messages', 'get'>['items'][number];
export type Automation = Json<'/api/automations', 'get'>['automations'][number];
export type RunInList = Json<'/api/runs', 'get'>['runs'][number];
export type Run = Json<'/api/runs/{id}', 'get'>;

/** A refusal of the API, in words for people. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, unknown>;

  constructor(status: number, body: { code?: string; detail?: string; facts?: Record<string, unknown> } | undefined) {
    super(body?.detail ?? '');
    this.status = status;
    this.code = body?.code ?? (status === 0 ? 'offline' : 'unknown');
    this.facts = body?.facts ?? {};
  }
}

/** The data of an answer, or a thrown {@link Problem}. */
export async function taken<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer;
  try {
    answer = await asked;
  } catch {
    throw new Problem(0, undefined);
  }
  if (answer.error !== undefined || !answer.response.ok)
    throw new Problem(answer.response.status, answer.error as never);
  return answer.data as T;
}

/** A request that the typed client does not know: sign-in, a picture's bytes, the emulator. */
export async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const raw = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: { 'content-type': raw ? body.type : 'application/json', 'x-takt-language': currentLanguage() },
      ...(method === 'GET' ? {} : { body: raw ? body : JSON.stringify(body ?? {}) }),
    });
  } catch {
    throw new Problem(0, undefined);
  }
  const text = await response.text();
  const answer = text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
  if (!response.ok) throw new Problem(response.status, { ...answer, detail: answer?.detail ?? answer?.error });
  return answer as T;
}
