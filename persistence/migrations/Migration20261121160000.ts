import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** What the grown automation language and its engine need. */
export class Migration20261121160000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0010-automation-engine.sql', import.meta.url), 'utf8'));
  }
}
