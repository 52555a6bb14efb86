import { longId } from '#platform/ids.ts';
import { workingHours } from '#texts/index.ts';
import { whatIsOffered } from '#use-cases/catalog/what-is-offered.ts';
import { changeContact } from '#use-cases/contacts/change-contact.ts';
import { guessLanguage } from '#use-cases/contacts/ensure-contact.ts';
import { resumeContact } from '#use-cases/contacts/resume-contact.ts';
import { setConsent } from '#use-cases/contacts/set-consent.ts';
import { startContact } from '#use-cases/contacts/start-contact.ts';
import { stopContact } from '#use-cases/contacts/stop-contact.ts';
import { showProduct } from './catalog.ts';
import type { BotContext } from './context.ts';
import { escape, words } from './screens/screen.ts';
import { consentScreen, languageScreen, resumeScreen, settingsScreen } from './screens/settings.ts';
import { goTo, readerOf, redraw, say, sayWithMenu, toast } from './show.ts';

/** /start, with what stood in the link. */
export async function start(ctx: BotContext, payload: string | null): Promise<void> {
  const { takt } = ctx;
  const { contact, first } = await startContact(takt.tx, { contactId: takt.contact.id, payload });
  takt.contact = contact;
  if (first && guessLanguage(ctx.from?.language_code) === undefined) {
    goTo(ctx, { kind: 'language', payload, first });
    await say(ctx, languageScreen(ctx.takt.texts.own));
    return;
  }
  await welcome(ctx, { payload, first });
}

async function welcome(ctx: BotContext, { payload, first }: { payload: string | null; first: boolean }): Promise<void> {
  const { contact } = ctx.takt;
  goTo(ctx, { kind: 'idle' });
  await sayWithMenu(ctx, await greeting(ctx, first ? 'hello' : 'again'));
  if (contact.stoppedAt) await say(ctx, resumeScreen(readerOf(ctx), 'start.stopped'));
  const productId = payload?.startsWith('p_') ? longId(payload.slice(2)) : undefined;
  if (productId !== undefined) await showProduct(ctx, productId);
  if (first && (contact.marketingConsent ?? null) === null) await say(ctx, consentScreen(readerOf(ctx)));
}

/** What one finds here: goods, services, or both. */
async function greeting(ctx: BotContext, which: 'hello' | 'again'): Promise<string> {
  const reader = readerOf(ctx);
  const { goods, services } = await whatIsOffered(ctx.takt.tx);
  const shop = { shop: escape(ctx.takt.business.name) };
  if (services && !goods) return words(reader, `start.${which}_services`, shop);
  const said = words(reader, `start.${which}`, shop);
  return services ? `${said} ${words(reader, 'start.services_too')}` : said;
}

export async function askLanguage(ctx: BotContext): Promise<void> {
  await redraw(ctx, languageScreen(ctx.takt.texts.own));
}

/** Text where the language was to be chosen: harmless, asked once more. */
export async function repeatLanguage(ctx: BotContext): Promise<void> {
  await say(ctx, languageScreen(ctx.takt.texts.own, true));
}

export async function chooseLanguage(ctx: BotContext, language: 'ru' | 'en'): Promise<void> {
  const { takt } = ctx;
  takt.contact = await changeContact(takt.tx, { contactId: takt.contact.id, changes: { language }, cause: 'chat' });
  await toast(ctx, words(readerOf(ctx), 'language.set'));
  await redraw(ctx, { text: words(readerOf(ctx), 'language.set') });
  if (takt.dialogue.kind === 'language') await welcome(ctx, takt.dialogue);
  // The keyboard in place of the letters speaks the old language until a message brings a new one.
  else await sayWithMenu(ctx, await greeting(ctx, 'again'));
}

export async function sayConsent(ctx: BotContext, yes: boolean): Promise<void> {
  const { takt } = ctx;
  const before = takt.contact.marketingConsent ?? null;
  takt.contact = await setConsent(takt.tx, { contactId: takt.contact.id, consent: yes, cause: 'chat' });
  const said = words(readerOf(ctx), yes ? 'consent.said_yes' : 'consent.said_no');
  await toast(ctx, said);
  if (before === null) await redraw(ctx, { text: said });
  else await redraw(ctx, settings(ctx, said));
}

/** /stop: from now on only answers and receipts. */
export async function stop(ctx: BotContext): Promise<void> {
  const { takt } = ctx;
  const { contact, changed } = await stopContact(takt.tx, { contactId: takt.contact.id });
  takt.contact = contact;
  await toast(ctx);
  await redraw(ctx, resumeScreen(readerOf(ctx), changed ? 'stop.done' : 'stop.already'));
}

export async function resume(ctx: BotContext): Promise<void> {
  const { takt } = ctx;
  takt.contact = (await resumeContact(takt.tx, { contactId: takt.contact.id })).contact;
  await toast(ctx);
  await redraw(ctx, { text: words(readerOf(ctx), 'stop.resumed') });
}

export async function help(ctx: BotContext): Promise<void> {
  const { business } = ctx.takt;
  const reader = readerOf(ctx);
  const hours = workingHours(reader.language, business.settings.workingHours);
  const { goods, services } = await whatIsOffered(ctx.takt.tx);
  const shop = { shop: escape(business.name) };
  const text = [
    words(reader, services && !goods ? 'help.text_services' : 'help.text', shop),
    ...(services && goods ? [words(reader, 'help.services_too')] : []),
  ].join('\n\n');
  await sayWithMenu(ctx, hours === '' ? text : `${text}\n\n${words(reader, 'help.hours', { hours })}`);
}

export async function showSettings(ctx: BotContext): Promise<void> {
  await say(ctx, settings(ctx));
}

function settings(ctx: BotContext, note?: string) {
  const { contact } = ctx.takt;
  return settingsScreen(
    readerOf(ctx),
    { marketingConsent: contact.marketingConsent ?? null, stopped: Boolean(contact.stoppedAt) },
    note,
  );
}
