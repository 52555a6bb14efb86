import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** A business of one’s own: invitations, sealed keys, texts, notices. */
export class Migration20261121130000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0007-own-business.sql', import.meta.url), 'utf8'));
  }
}
