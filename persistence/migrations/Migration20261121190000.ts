import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** One key a row where rows are written at every move. */
export class Migration20261121190000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0013-one-key-a-row.sql', import.meta.url), 'utf8'));
  }
}
