import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** How often, and since when, the move of a run has broken. */
export class Migration20261122040000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0015-broken-moves.sql', import.meta.url), 'utf8'));
  }
}
