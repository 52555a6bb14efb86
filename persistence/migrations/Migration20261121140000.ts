import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** The day of a business: what each member has read, and indexes over what waits for a person. */
export class Migration20261121140000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0008-day.sql', import.meta.url), 'utf8'));
  }
}
