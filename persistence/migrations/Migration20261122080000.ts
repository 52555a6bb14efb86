import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** Requests that change something, by their keys. */
export class Migration20261122080000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0016-api-requests.sql', import.meta.url), 'utf8'));
  }
}
