import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** Times that automations offer. */
export class Migration20261121180000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0012-booking-offers.sql', import.meta.url), 'utf8'));
  }
}
