import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** Drafts of automations, and how many people went where. */
export class Migration20261121120000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0006-drafts.sql', import.meta.url), 'utf8'));
  }
}
