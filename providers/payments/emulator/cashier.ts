import type { StoredPayment } from './shop.ts';

type Language = 'ru' | 'en';
export function cashierLanguage(asked: string | null, accepted: string | undefined): Language {
  if (asked === 'ru' || asked === 'en') return asked;
  return /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'ru';
}

const words = {
  ru: {
    title: 'Касса (песочница)',
    sandbox: 'Это песочница: деньги не списываются.',
    to: 'К оплате',
    until: 'Ссылка живёт до',
    pay: 'Оплатить',
    decline: 'Отказ банка',
    declineHint: 'Как будто на карте не хватило денег. Бот предложит оплатить ещё раз.',
    leave: 'Уйти без оплаты',
    leaveHint: 'Ничего не происходит: заказ ждёт до своего срока.',
    late: 'Оплатить позже срока: оставьте страницу открытой, дождитесь отмены заказа и нажмите «Оплатить». Магазин примет деньги, если товар ещё есть, или вернёт их.',
    succeeded: 'Оплачено',
    waiting_for_capture: 'Деньги удержаны',
    canceled: 'Платёж отменён',
    back: 'Вернуться в бот',
    backHint: 'Можно закрыть страницу и вернуться в чат.',
    insufficient_funds: 'Банк отказал: не хватает денег.',
    expired_on_confirmation: 'Ссылка больше не действует.',
    canceled_by_merchant: 'Отменил магазин.',
    none: 'Такого платежа нет',
    refunded: 'Возвращено',
  },
  en: {
    title: 'Cashier (sandbox)',
    sandbox: 'This is a sandbox: no money is taken.',
    to: 'To pay',
    until: 'The link lives until',
    pay: 'Pay',
    decline: 'Decline by the bank',
    declineHint: 'As if the card had too little money. The bot offers to pay again.',
    leave: 'Leave without paying',
    leaveHint: 'Nothing happens: the order waits until its deadline.',
    late: 'To pay late: keep this page open, wait until the order is cancelled, then press “Pay”. The shop takes the money if the goods are still there, or gives it back.',
    succeeded: 'Paid',
    waiting_for_capture: 'The money is held',
    canceled: 'The payment is cancelled',
    back: 'Back to the bot',
    backHint: 'You can close this page and go back to the chat.',
    insufficient_funds: 'The bank declined: not enough money.',
    expired_on_confirmation: 'The link is no longer valid.',
    canceled_by_merchant: 'Cancelled by the shop.',
    none: 'There is no such payment',
    refunded: 'Refunded',
  },
};

export function cashierPage(stored: StoredPayment, language: Language): string {
  const w = words[language];
  const { payment } = stored;
  const amount = formatAmount(payment.amount, language);
  const head = `<p class="muted">${w.sandbox}</p><p class="label">${w.to}</p><h1>${amount}</h1>${payment.description ? `<p>${escape(payment.description)}</p>` : ''}`;
  const back = safeLink(stored.returnUrl);
  if (payment.status !== 'pending') {
    const reason = payment.cancellation_details?.reason as keyof typeof w | undefined;
    const refunded =
      payment.refunded_amount && Number(payment.refunded_amount.value) > 0
        ? `<p>${w.refunded}: ${formatAmount(payment.refunded_amount, language)}</p>`
        : '';
    const why = reason && w[reason] ? `<p>${w[reason]}</p>` : '';
    return page(
      language,
      `${head}<p class="state ${payment.status}" role="status">${w[payment.status]}</p>${why}${refunded}<a class="button" href="${back}">${w.back}</a><p class="muted">${w.backHint}</p>`,
    );
  }
  const until = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Moscow',
  }).format(stored.linkUntil);
  return page(
    language,
    `${head}<form method="post" action="/pay/${payment.id}?lang=${language}">
<button class="button" name="do" value="pay">${w.pay} ${amount}</button>
<button class="button quiet" name="do" value="decline">${w.decline}</button><p class="muted">${w.declineHint}</p>
</form><a class="button quiet" href="${back}">${w.leave}</a><p class="muted">${w.leaveHint}</p>
<hr><p class="muted">${w.late}</p><p class="muted">${w.until} <time datetime="${new Date(stored.linkUntil).toISOString()}">${until}</time>.</p>`,
  );
}

export const noSuchPayment = (language: Language) => page(language, `<h1>${words[language].none}</h1>`);

function formatAmount({ value, currency }: { value: string; currency: string }, language: Language): string {
  return new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: value.endsWith('.00') ? 0 : 2,
  }).format(Number(value));
}

function page(language: Language, body: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words[language].title}</title>
<style>
:root{color-scheme:light dark;--ground:#f0eeea;--card:#fff;--ink:#1d1f1e;--muted:#5d625f;--line:#dcd9d3;--accent:#0b6b63;--on:#fff}
@media(prefers-color-scheme:dark){:root{--ground:#161817;--card:#202322;--ink:#eceeec;--muted:#a7ada9;--line:#383c3a;--accent:#4fb8ad;--on:#0c1413}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.45 system-ui,sans-serif;display:grid;place-items:start center;min-height:100vh;padding:24px 16px}
main{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:24px;width:100%;max-width:420px}
h1{font-size:34px;margin:0 0 8px}p{margin:0 0 12px}.label{margin:16px 0 0;color:var(--muted)}.muted{color:var(--muted);font-size:14px}
.button{display:block;width:100%;padding:13px 16px;margin:12px 0 6px;border:1px solid var(--accent);border-radius:10px;background:var(--accent);color:var(--on);font:600 16px/1.2 inherit;font-family:inherit;text-align:center;text-decoration:none;cursor:pointer}
.quiet{background:transparent;color:var(--ink);border-color:#8a8f8c}.button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.state{font-weight:700;font-size:20px;margin-top:16px}.state.succeeded::before{content:"✓ "}.state.canceled::before{content:"✕ "}hr{border:0;border-top:1px solid var(--line);margin:18px 0}
</style></head><body><main>${body}</main></body></html>`;
}

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const safeLink = (url: string) => (/^(https?|tg):\/\//i.test(url) ? escape(url) : '#');
