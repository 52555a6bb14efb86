import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** The business that the transaction about to begin is for. */
export const entering = new AsyncLocalStorage<{ businessId: string }>();

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_NAMES = 1_000;
const names = new Map<string, string>();
const once = new Set<string>();

/**
 * A connection that spends less on what is asked again and again. A statement seen before is prepared, so that Postgres
 * parses and plans it once a connection and not at every update of a chat; and entering a business travels with
 * `begin`, one round trip less in every transaction.
 */
export class LeanClient extends pg.Client {
  override query(config: unknown, values?: unknown, callback?: unknown): never {
    const business = entering.getStore();
    if (config === 'begin' && business) return super.query(beginIn(business.businessId), values as never) as never;
    const name = typeof config === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(config) : undefined;
    if (name === undefined) return super.query(config as string, values as never, callback as never) as never;
    return super.query({ name, text: config as string, values: values as unknown[] }, callback as never) as never;
  }
}

function beginIn(businessId: string): string {
  // A simple query takes no parameters; what is not an id never gets into its text.
  if (!UUID.test(businessId)) throw new Error('a business is entered by its id');
  return `begin; select set_config('takt.business_id', '${businessId}', true)`;
}

/** A statement that comes once is not worth a place; lists of changing length would otherwise fill the memory. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return undefined;
  if (!once.delete(text)) {
    if (once.size >= MOST_NAMES) once.clear();
    once.add(text);
    return undefined;
  }
  const name = `s${names.size + 1}`;
  names.set(text, name);
  return name;
}
