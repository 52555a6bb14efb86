import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Look } from './browser.ts';
import { root } from './product.ts';
import { until } from './until.ts';

const dir = join(root, 'test-artifacts');

/** Keeps a picture under `test-artifacts/`. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(dir, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(dir, `${name}.png`) });
}

/** What axe finds serious or critical, a sentence each. */
export async function barriers(page: Page): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Wider than the screen means that something must be scrolled sideways. */
export const sidewaysPixels = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Every pair of language, width and theme occurs. */
export function looks(): Required<Look>[] {
  return [
    { language: 'ru', size: 'desktop', dark: false },
    { language: 'ru', size: 'phone', dark: true },
    { language: 'en', size: 'desktop', dark: true },
    { language: 'en', size: 'phone', dark: false },
  ];
}

export function named({ language, size, dark }: Required<Look>): string {
  return `${language}-${size}${dark ? '-dark' : ''}`;
}

/** Fonts and pictures are there, nothing that is seen is loading (a hidden tab waits to be opened), nothing moves any more. */
async function settled(page: Page): Promise<void> {
  // Playwright's own waiting evaluates text inside the page, which the page's policy forbids.
  await until('the page is at rest', () =>
    page.evaluate<boolean>(
      `document.fonts.status === 'loaded' && ![...document.querySelectorAll('[aria-busy="true"]')].some((one) => one.checkVisibility()) && [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight) && document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity)`,
    ),
  );
}
