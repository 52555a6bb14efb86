import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** Words of the bot in the owner's own words. */
export class Migration20261121150000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0009-texts-and-hours.sql', import.meta.url), 'utf8'));
  }
}
