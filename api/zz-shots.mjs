import { chromium } from 'playwright-core';
import AxeBuilder from '@axe-core/playwright';
const only = process.argv[2] ? process.argv[2].split(',') : null;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const base = 'http://localhost:3055';
const state = {};
async function ctx(opts) {
  const c = await b.newContext({ locale: 'ru-RU', ...opts });
  if (state.cookies) await c.addCookies(state.cookies);
  const p = await c.newPage();
  p.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log('console', m.type(), m.text().slice(0, 300)));
  p.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 400)));
  return { c, p };
}
async function axe(p, name) {
  const r = await new AxeBuilder({ page: p }).analyze();
  for (const v of r.violations) console.log('axe', name, v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.target.join(' ') + ' :: ' + n.html.slice(0, 120)).join(' | '));
}
async function shot(p, name, path, act) {
  if (only && !only.includes(name)) return;
  await p.goto(base + path); await p.waitForTimeout(900);
  if (act) { await act(p); await p.waitForTimeout(500); }
  await p.screenshot({ path: `/tmp/b-shots/${name}.png` });
  await axe(p, name);
}
{ const { c, p } = await ctx({ viewport: { width: 1440, height: 900 } });
  await p.goto(base + '/orders'); await p.getByRole('button', { name: 'Как владелец' }).click();
  if (!only || only.includes('sign-in')) { await p.screenshot({ path: '/tmp/b-shots/sign-in.png' }); await axe(p, 'sign-in'); }
  await p.getByRole('button', { name: 'Войти', exact: true }).click(); await p.waitForURL('**/orders'); await p.waitForTimeout(500);
  state.cookies = await c.cookies(); await c.close(); }
for (const [tag, opts] of [['d', { viewport: { width: 1440, height: 900 } }], ['m', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }], ['dark', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', locale: 'en-GB' }]]) {
  const { c, p } = await ctx(opts);
  await shot(p, `${tag}-orders`, '/orders');
  const open = async (q) => { const r = await p.request.get(base + '/api/' + q); return r.json(); };
  const o = (await open('orders?view=awaiting')).orders[0];
  await shot(p, `${tag}-order`, `/orders/${o.id}`);
  const paid = (await open('orders?view=paid')).orders[0];
  if (paid) await shot(p, `${tag}-cancel`, `/orders/${paid.id}`, (p) => p.getByRole('button', { name: /Отменить заказ|Cancel the order/ }).click());
  await shot(p, `${tag}-products`, '/products');
  const pr = (await open('products')).categories[0].products[0];
  await shot(p, `${tag}-product`, `/products/${pr.id}`);
  await shot(p, `${tag}-stock`, `/products/${pr.id}`, (p) => p.getByRole('tab', { name: /Склад|Stock/ }).click());
  await shot(p, `${tag}-clients`, '/clients');
  const cl = (await open('contacts?search=' + encodeURIComponent('Анна'))).contacts[0];
  await shot(p, `${tag}-client`, `/clients/${cl.id}`);
  await shot(p, `${tag}-automations`, '/automations');
  const r = (await open('runs')).runs[0];
  await shot(p, `${tag}-run`, `/automations/${r.id}`);
  await shot(p, `${tag}-phone`, '/phone?persona=700101');
  await shot(p, `${tag}-settings`, '/settings');
  await c.close();
}
await b.close();
