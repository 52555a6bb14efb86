import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** Processes to wake are found by their kind. */
export class Migration20261122083000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0017-processes-by-kind.sql', import.meta.url), 'utf8'));
  }
}
