import type { Locator, Page } from 'playwright-core';
import type { Language, Params, TextKey } from '#texts/index.ts';
import { stepGroups } from '#automation/groups.ts';
import { steps } from '#automation/steps/registry.ts';
import { triggers } from '#automation/triggers/registry.ts';
import type { Office } from './office.ts';
import { until } from './until.ts';

export type Builder = Awaited<ReturnType<typeof openBuilder>>;

/** The drawing of one automation, in the hands of somebody who is signed in. */
export async function openBuilder(office: Pick<Office, 'page' | 'say' | 'api'>, id: string, language: Language = 'ru') {
  const { page, say } = office;
  const start = page.locator('.nd.start, .ol-step').first();
  const form = (): Locator => page.locator('aside.insp');
  const exact = (key: TextKey, params?: Params) => ({ name: say(key, params), exact: true });
  const builder = {
    page,
    form,
    title: (type: string) => steps[type]!.definition.title[language],
    step: (text: string) => page.locator('.nd').filter({ hasText: text }).first(),
    row: (text: string) => page.getByRole('treeitem').filter({ hasText: text }).first(),
    steps: () => page.locator('.react-flow__node-step'),
    saved: () => page.getByRole('status').getByText(say('web.builder.saved')).waitFor(),
    /** The saved draft as the server has it. */
    document: async () => {
      await builder.saved();
      const { body } = await office.api('GET', `/automations/${id}`);
      return (body['draft'] as { document: { nodes: { id: string; type: string }[]; edges: unknown[] } }).document;
    },
    startsWithWord: async (word: string) => {
      await form().getByRole('radio', { name: triggers['keyword']!.definition.title[language] }).click();
      await form().getByRole('textbox').first().fill(word);
    },
    /** Writes the message of the open form in both languages. */
    writes: async (ru: string, en: string) => {
      for (const [tab, text] of [
        ['Русский', ru],
        ['English', en],
      ] as const) {
        await form().getByText(tab, { exact: true }).click({ force: true });
        const field = form().locator(`[role="textbox"][lang="${tab === 'English' ? 'en' : 'ru'}"]`);
        await field.fill(text);
        await until('the text is written', async () => (await field.innerText()).includes(text));
      }
    },
    /** A step out of the palette, onto the end of the chain. */
    takes: async (type: string) => {
      await page
        .getByRole('complementary', exact('web.builder.palette'))
        .getByRole('region', { name: stepGroups[steps[type]!.definition.group][language] })
        .getByRole('button', { name: builder.title(type) })
        .first()
        .click();
      await form().waitFor();
    },
    publishes: async (number: number, note?: string) => {
      await page.getByRole('button', exact('web.builder.publish')).first().click();
      const sheet = page.getByRole('dialog', exact('web.watch.publish_title', { number }));
      await sheet.waitFor();
      if (note) await sheet.getByRole('textbox').fill(note);
      await sheet.getByRole('button', exact('web.watch.publish')).click();
      await page.getByText(say('web.builder.live', { number })).first().waitFor();
    },
    outline: () => view(page, say('web.builder.as_outline')),
    canvas: () => view(page, say('web.builder.as_canvas')),
  };
  await page.goto(new URL(`/automations/${id}`, page.url()).href);
  await start.waitFor();
  return builder;
}

async function view(page: Page, name: string): Promise<void> {
  await page.getByRole('radiogroup').getByText(name, { exact: true }).click({ force: true });
}
