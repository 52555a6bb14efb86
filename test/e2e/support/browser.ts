import { chromium, type Browser, type Page } from 'playwright-core';
import type { Language } from '#texts/index.ts';
import { patienceMs } from './until.ts';

export const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof sizes;
export type Look = { language?: Language | undefined; size?: Size | undefined; dark?: boolean | undefined };

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });

/** A window of a person with a memory of its own. Errors of the page come up in `page.troubles`. */
export async function openWindow(browser: Browser, look: Look = {}): Promise<Page & { troubles: string[] }> {
  const context = await browser.newContext({
    viewport: sizes[look.size ?? 'desktop'],
    locale: look.language === 'en' ? 'en-GB' : 'ru-RU',
    timezoneId: 'Europe/Moscow',
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(look.size === 'phone' ? { hasTouch: true, isMobile: true } : {}),
  });
  // The limit only turns a hang into words.
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) troubles.push(message.text());
  });
  return Object.assign(page, { troubles });
}
