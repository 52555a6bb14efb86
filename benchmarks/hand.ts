import type { ApiDeps } from '#api/deps.ts';
import { openDatabase, type Database } from '#persistence/database.ts';
import { openDoorbell } from '#persistence/doorbell.ts';
import { businessDoor, type Tx } from '#persistence/with-business.ts';
import { env } from '#platform/env.ts';
import { newId } from '#platform/ids.ts';
import { publishAutomation } from '#use-cases/automations/publish-automation.ts';
import { demoBusinessId } from '#use-cases/demo/demo-shop.ts';

export type Hand = {
  database: Database;
  /** One transaction of the demo shop, as the roles of production see it: row-level security is on. */
  within<T>(work: (tx: Tx) => Promise<T>, at?: Date): Promise<T>;
  publish(document: unknown): Promise<string>;
  close(): Promise<void>;
};

/** The use cases for the benchmark's own hand: what an owner or an event does that no door of the product is measured for. */
export async function openHand(): Promise<Hand> {
  const database = await openDatabase({
    appUrl: env.databaseAppUrl,
    systemUrl: env.databaseSystemUrl,
    pool: 10,
    bell: await openDoorbell(env.databaseSystemUrl),
  });
  const door: ApiDeps['withBusiness'] = businessDoor(database);
  const within: Hand['within'] = (work, at) =>
    door(demoBusinessId, { kind: 'system', name: 'benchmark' }, work, at ? { now: at } : {});
  return {
    database,
    within,
    async publish(document) {
      const automationId = newId();
      await within((tx) => publishAutomation(tx, { automationId, document }));
      return automationId;
    },
    close: () => database.close(),
  };
}
