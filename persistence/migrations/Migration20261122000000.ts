import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** When the reminders of a visit are due next, so that those of one moment go out together. */
export class Migration20261122000000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0014-due-processes.sql', import.meta.url), 'utf8'));
  }
}
