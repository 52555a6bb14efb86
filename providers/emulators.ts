import { join } from 'node:path';
import { env } from '#platform/env.ts';
import { startPaymentEmulator } from './payments/emulator/server.ts';
import { startTelegramEmulator } from './telegram/emulator/server.ts';

// Both emulators in one process. Neither loads when its real service is configured.
const running: { name: string; url: string; close(): Promise<void> }[] = [];
const dir = join(env.dataDir, 'emulators');

if (env.demoBot) {
  const emulator = await startTelegramEmulator({
    port: env.telegramEmulatorPort,
    statePath: join(dir, 'telegram.ndjson'),
    demoToken: env.demoBotToken,
  });
  running.push({ name: 'Bot API emulator', ...emulator });
}
if (env.sandboxPayments) {
  const emulator = await startPaymentEmulator({
    port: env.paymentEmulatorPort,
    statePath: join(dir, 'payments.ndjson'),
    shopId: env.yookassa.shopId,
    secretKey: env.yookassa.secretKey,
    notificationUrl: `http://127.0.0.1:${env.port}/api/webhooks/yookassa`,
  });
  running.push({ name: 'Payment emulator', ...emulator });
}
for (const { name, url } of running) console.log(`${name} listens at ${url}`);
if (running.length === 0) console.log('Real services are configured: no emulator is needed.');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void Promise.all(running.map((one) => one.close())).then(() => process.exit(0));
  });
}
