import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** The foundation: businesses, shop, engine, messages, and the walls between businesses. */
export class Migration20261121000000 extends Migration {
  override up(): void {
    for (const name of ['0001-business', '0002-shop', '0003-engine', '0004-messages', '0005-walls']) {
      this.addSql(readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8'));
    }
  }
}
