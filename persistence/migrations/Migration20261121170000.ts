import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

/** Services, staff, their time, and what is booked. */
export class Migration20261121170000 extends Migration {
  override up(): void {
    this.addSql(readFileSync(new URL('./sql/0011-bookings.sql', import.meta.url), 'utf8'));
  }
}
