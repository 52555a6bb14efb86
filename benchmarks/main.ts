import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { againstTemporal } from './against-temporal.ts';
import { answerTime } from './answer-time.ts';
import { eventToMessage } from './event-to-message.ts';
import type { Benchmark, Figure } from './figure.ts';
import { bookings } from './bookings.ts';
import { builder } from './builder.ts';
import { lastPieces } from './last-pieces.ts';
import { memory } from './memory.ts';
import { ordersPerSecond } from './orders.ts';
import { parked } from './parked.ts';
import { retiming } from './retiming.ts';
import { simulateSteps } from './simulate-steps.ts';
import { waitsDue } from './waits-due.ts';
import { webhookRuns } from './webhook-runs.ts';
import { openWorld } from './world.ts';
import { measureMachine, type Yardstick } from './yardstick.ts';

// npm run bench [-- NAME …] [--json FILE]
const benchmarks: Record<string, Benchmark> = {
  memory,
  P1: webhookRuns,
  P2: againstTemporal,
  P3: eventToMessage,
  P4: waitsDue,
  P5: parked,
  P6: simulateSteps,
  P7: builder,
  P8: answerTime,
  orders: ordersPerSecond,
  P9: lastPieces,
  P10: retiming,
  R8: bookings,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const unknown = positionals.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(', ')}; there are: ${Object.keys(benchmarks).join(', ')}`);
  process.exit(2);
}
const wanted = Object.keys(benchmarks).filter((name) => positionals.length === 0 || positionals.includes(name));

const world = await openWorld();
const report: Record<string, Figure & { machine: Yardstick }> = {};
let broken = false;
try {
  for (const name of wanted) {
    const machine = await measureMachine(world.product.env['DATABASE_URL']!);
    const figure = await benchmarks[name]!(world);
    report[name] = { ...figure, machine };
    console.log(`\n${name}: ${figure.holds ? 'holds' : 'DOES NOT HOLD'}; goal: ${figure.goal}\n  ${figure.setting}`);
    for (const [what, value] of Object.entries(figure.figures))
      console.log(`  ${what}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
    console.log(`  machine before it: ${machine.hashesPerSecond} hashes/s, ${machine.selectsPerSecond} selects/s`);
  }
} catch (error) {
  broken = true;
  console.error(error);
} finally {
  await world.close();
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
process.exit(broken ? 1 : 0);
