import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { entities } from './entities/index.ts';
import { Migration20261121000000 } from './migrations/Migration20261121000000.ts';
import { Migration20261121120000 } from './migrations/Migration20261121120000.ts';
import { Migration20261121130000 } from './migrations/Migration20261121130000.ts';
import { Migration20261121140000 } from './migrations/Migration20261121140000.ts';
import { Migration20261121150000 } from './migrations/Migration20261121150000.ts';
import { Migration20261121160000 } from './migrations/Migration20261121160000.ts';
import { Migration20261121170000 } from './migrations/Migration20261121170000.ts';
import { Migration20261121180000 } from './migrations/Migration20261121180000.ts';
import { Migration20261121190000 } from './migrations/Migration20261121190000.ts';
import { Migration20261122000000 } from './migrations/Migration20261122000000.ts';
import { Migration20261122040000 } from './migrations/Migration20261122040000.ts';
import { Migration20261122080000 } from './migrations/Migration20261122080000.ts';
import { Migration20261122083000 } from './migrations/Migration20261122083000.ts';

/** Brings the database up to date. The list is explicit, so that what runs is what was reviewed. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    entities,
    extensions: [Migrator],
    debug: false,
    logger: () => undefined,
    migrations: {
      migrationsList: [
        { name: 'Migration20261121000000', class: Migration20261121000000 },
        { name: 'Migration20261121120000', class: Migration20261121120000 },
        { name: 'Migration20261121130000', class: Migration20261121130000 },
        { name: 'Migration20261121140000', class: Migration20261121140000 },
        { name: 'Migration20261121150000', class: Migration20261121150000 },
        { name: 'Migration20261121160000', class: Migration20261121160000 },
        { name: 'Migration20261121170000', class: Migration20261121170000 },
        { name: 'Migration20261121180000', class: Migration20261121180000 },
        { name: 'Migration20261121190000', class: Migration20261121190000 },
        { name: 'Migration20261122000000', class: Migration20261122000000 },
        { name: 'Migration20261122040000', class: Migration20261122040000 },
        { name: 'Migration20261122080000', class: Migration20261122080000 },
        { name: 'Migration20261122083000', class: Migration20261122083000 },
      ],
      snapshot: false,
      transactional: true,
    },
  });
  try {
    const done = await orm.migrator.up();
    return done.map((migration) => migration.name);
  } finally {
    await orm.close(true);
  }
}
