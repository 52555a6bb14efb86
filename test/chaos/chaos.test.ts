import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runChaos } from './run-chaos.ts';

describe('When servers are killed in the middle', () => {
  it('every order, payment, piece and message is where it belongs', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'takt-chaos-'));
    const report = await runChaos({
      dir,
      orders: 20,
      runs: 20,
      bookings: 20,
      kills: 4,
      seed: Number(process.env['TAKT_CHAOS_SEED'] ?? 2026),
      deadlineSeconds: 15,
    });
    expect({ seed: report.seed, violations: report.violations }).toEqual({ seed: report.seed, violations: [] });
    rmSync(dir, { recursive: true, force: true });
  }, 900_000);
});
