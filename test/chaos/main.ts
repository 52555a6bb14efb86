import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runChaos } from './run-chaos.ts';

// npm run chaos -- --orders 100 --runs 100 --bookings 100 --kills 20 --seed N
const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '100' },
    runs: { type: 'string', default: '100' },
    bookings: { type: 'string', default: '100' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string' },
    deadline: { type: 'string', default: '20' },
  },
});

const report = await runChaos({
  dir: resolve(process.env['TAKT_DATA_DIR'] ?? '.takt', `world-${process.pid}`),
  orders: Number(values.orders),
  runs: Number(values.runs),
  bookings: Number(values.bookings),
  kills: Number(values.kills),
  seed: values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed),
  deadlineSeconds: Number(values.deadline),
  say: (line) => console.log(line),
});

console.log(
  `\n${report.ok ? 'The ledgers add up.' : 'THE LEDGERS DO NOT ADD UP.'} ${report.kills.length} kills, ${report.seconds} s`,
);
for (const [name, value] of Object.entries(report.figures))
  console.log(`  ${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
for (const violation of report.violations) console.log(`  ! ${violation}`);
if (!report.ok) console.log(`\nAgain with the same moments: npm run chaos -- --seed ${report.seed}`);
console.log(JSON.stringify(report));
process.exit(report.ok ? 0 : 1);
