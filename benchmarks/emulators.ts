import { startPaymentEmulator } from '#providers/payments/emulator/server.ts';
import { startTelegramEmulator } from '#providers/telegram/emulator/server.ts';
import { env } from '#platform/env.ts';

// The emulators with Telegram's limits off, so that they are not what is measured, and with clients who pay at once.
await startTelegramEmulator({
  port: env.telegramEmulatorPort,
  demoToken: env.demoBotToken,
  limits: { perBotPerSecond: Infinity, perChatPerSecond: Infinity, chatBurst: Infinity, groupPerMinute: Infinity },
});
const payments = await startPaymentEmulator({
  port: env.paymentEmulatorPort,
  shopId: env.yookassa.shopId,
  secretKey: env.yookassa.secretKey,
  notificationUrl: `http://127.0.0.1:${env.port}/api/webhooks/yookassa`,
});
const seen = new Set<string>();
setInterval(() => {
  for (const [id, stored] of payments.shop.payments) {
    if (seen.has(id) || stored.payment.status !== 'pending') continue;
    seen.add(id);
    // A moment later, so that the answer with the link has left before.
    setTimeout(() => payments.shop.pay(id), 20);
  }
}, 20);
