import { describe, expect, it } from '@jest/globals';
import { draftSchema } from '#automation/document.ts';
import { openBuilder } from './support/builder.ts';
import type { Office } from './support/office.ts';
import { barriers, picture } from './support/look.ts';
import { aShop } from './support/shop.ts';
import { until } from './support/until.ts';

const shop = aShop();

async function begins(office: Office, name: string): Promise<string> {
  const { body } = await office.api('POST', '/automations', { name });
  return body['id'] as string;
}

describe('an owner', () => {
  it('draws an automation on an empty canvas by mouse, and the first client goes through it', async () => {
    const owner = await shop.office('owner');
    const id = await begins(owner, 'Часы работы');
    const builder = await openBuilder(owner, id);
    await builder.page.locator('.nd.start').click();
    await builder.startsWithWord('часы');
    await builder.takes('send-message');
    await builder.writes('Мы работаем с десяти до восьми', 'We are open from ten to eight');
    await builder.page.locator('.open-end').first().click();
    const picker = builder.page.getByRole('dialog', { name: owner.say('web.builder.add_step') });
    await picker.getByRole('option', { name: builder.title('end') }).click();
    await builder.page.getByText(owner.say('web.builder.no_problems')).waitFor();
    const document = await builder.document();
    expect(document.nodes.map((node) => node.type)).toEqual(['send-message', 'end']);
    await picture(builder.page, 'ru-desktop-builder');
    expect(await barriers(builder.page)).toEqual([]);
    await builder.publishes(1, 'Первая версия');

    const anna = await shop.phoneOf('Anna');
    await anna.starts();
    await anna.types('Часы?');
    await anna.hears('Мы работаем с десяти до восьми');
    // One went the way, and the drawing says so without a reload.
    await builder.page.locator('.way-words').filter({ hasText: '1' }).first().waitFor();
    expect([...owner.page.troubles, ...anna.page.troubles]).toEqual([]);
    await Promise.all([anna.close(), owner.close()]);
  });

  it('draws the same by keyboard alone', async () => {
    const owner = await shop.office('owner', { language: 'en' });
    const id = await begins(owner, 'Opening hours by keyboard');
    const builder = await openBuilder(owner, id, 'en');
    const { page } = builder;
    const { keyboard } = page;
    await keyboard.press('l');
    await page.getByRole('treeitem').first().focus();
    await keyboard.press('Enter');
    await builder.form().waitFor();
    // From the form's head to the choice of the start: the first radio takes the arrow keys of the group.
    await until('the start is a word', async () => {
      await keyboard.press('Tab');
      const role = await page.evaluate<string>('document.activeElement?.getAttribute("role") ?? ""');
      return role === 'radio';
    });
    await keyboard.press('ArrowDown');
    await keyboard.press('Space');
    await until('at the word', async () => {
      await keyboard.press('Tab');
      return page.evaluate<boolean>(
        'document.activeElement?.tagName === "INPUT" && document.activeElement.type === "text"',
      );
    });
    await keyboard.type('hours');
    await keyboard.press('Escape');
    await until('back at the start', () =>
      page.evaluate<boolean>('document.activeElement?.getAttribute("role") === "treeitem"'),
    );
    await keyboard.press('+');
    await page.getByRole('dialog', { name: owner.say('web.builder.add_step') }).waitFor();
    await keyboard.type('message');
    await keyboard.press('Enter');
    await builder.form().waitFor();
    for (const text of ['We are open from ten to eight', 'Мы работаем с десяти до восьми']) {
      await until('at the text', async () => {
        await keyboard.press('Tab');
        return page.evaluate<boolean>('document.activeElement?.getAttribute("contenteditable") === "true"');
      });
      await keyboard.type(text);
      if (!text.startsWith('We')) break;
      await until('at the languages', async () => {
        await keyboard.press('Shift+Tab');
        return page.evaluate<boolean>('document.activeElement?.matches(".f-langs [role=tab]") ?? false');
      });
      await keyboard.press('ArrowLeft');
    }
    await keyboard.press('Escape');
    await until('back at the message', () =>
      page.evaluate<boolean>('document.activeElement?.getAttribute("role") === "treeitem"'),
    );
    await keyboard.press('+');
    await page.getByRole('dialog', { name: owner.say('web.builder.add_step') }).waitFor();
    await keyboard.type('End');
    await keyboard.press('Enter');
    await builder.form().waitFor();
    await page.getByText(owner.say('web.builder.no_problems')).waitFor();
    const document = await builder.document();
    expect(document.nodes.map((node) => node.type)).toEqual(['send-message', 'end']);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'en-desktop-outline');
    await builder.publishes(1);
    await owner.close();
  });

  it('publishes a second version while someone is inside: they stay on the first', async () => {
    const owner = await shop.office('owner');
    const id = await begins(owner, 'Две версии');
    const document = {
      schema: 1,
      name: 'Две версии',
      trigger: { type: 'keyword', config: { words: ['версия'], match: 'whole' } },
      nodes: [
        { id: 'hold', type: 'wait-for-event', config: { event: 'chat.message', timeout: 'P1D' } },
        {
          id: 'say',
          type: 'send-message',
          config: { text: { ru: 'Из первой', en: 'Of the first' }, class: 'service' },
        },
        { id: 'end', type: 'end', config: { reason: 'done' } },
      ],
      edges: [
        { from: 'trigger', port: 'next', to: 'hold' },
        { from: 'hold', port: 'happened', to: 'say' },
        { from: 'hold', port: 'timeout', to: 'end' },
        { from: 'say', port: 'next', to: 'end' },
      ],
    };
    await owner.api('PUT', `/automations/${id}/draft`, { revision: 1, document });
    const builder = await openBuilder(owner, id);
    await builder.publishes(1);
    const timur = await shop.phoneOf('Timur');
    await timur.starts();
    await timur.types('версия');
    await builder.step('Ждать').getByText('1 ждёт').waitFor();
    await builder.step('Из первой').click();
    await builder.writes('Из второй', 'Of the second');
    await builder.saved();
    await builder.page.getByText(owner.say('web.builder.changed')).first().waitFor();
    await builder.publishes(2);
    await timur.types('дальше');
    await timur.hears('Из первой');
    expect(await timur.hasRead('Из второй')).toBe(false);
    await Promise.all([timur.close(), owner.close()]);
  });
});

describe('a drawing', () => {
  it('of two editors is never overwritten: both are kept, and one chooses', async () => {
    const first = await shop.office('owner');
    const second = await shop.office('owner');
    const id = await begins(first, 'Вдвоём');
    const one = await openBuilder(first, id);
    const other = await openBuilder(second, id);
    // The second loses the network, so that it cannot see what the first does.
    await second.page.context().setOffline(true);
    await one.takes('wait');
    await one.saved();
    await other.takes('tag');
    await second.page.getByText(second.say('web.builder.try_now')).first().waitFor();
    await second.page.context().setOffline(false);
    const dialog = second.page.getByRole('dialog', { name: second.say('web.builder.conflict_title') });
    await dialog.waitFor();
    await picture(second.page, 'ru-desktop-builder-conflict');
    expect(await barriers(second.page)).toEqual([]);
    await second.button('web.builder.keep_copy', dialog).click();
    await other.step('Подождать').waitFor();
    const { body } = await second.api('GET', '/automations');
    const names = (body['automations'] as { name: string }[]).map((automation) => automation.name);
    expect(names).toContain(second.say('web.builder.copy_of', { name: 'Вдвоём' }));
    expect((await one.document()).nodes.map((node) => node.type)).toEqual(['wait']);
    await Promise.all([first.close(), second.close()]);
  });

  it('survives a lost network and a reload: what was drawn is sent when the network is back', async () => {
    const owner = await shop.office('owner');
    const id = await begins(owner, 'Без сети');
    const builder = await openBuilder(owner, id);
    await builder.takes('wait');
    await builder.saved();
    await owner.page.route('**/draft', (route) => route.abort());
    await builder.takes('tag');
    await owner.page.getByText(owner.say('web.builder.try_now')).first().waitFor();
    await owner.page.reload();
    await builder.steps().nth(2).waitFor();
    await owner.page.unroute('**/draft');
    await until('both steps are on the server', async () => {
      const { body } = await owner.api('GET', `/automations/${id}`);
      return (body['draft'] as { document: { nodes: unknown[] } }).document.nodes.length === 2;
    });
    await builder.saved();
    await owner.close();
  });

  it('is exactly what it was after twenty mixed actions and twenty undos', async () => {
    const owner = await shop.office('owner');
    const { body } = await owner.api('GET', '/automations');
    const demo = (body['automations'] as { id: string; name: string }[]).find((one) => one.name.startsWith('Спасибо'))!;
    const { body: copy } = await owner.api('POST', `/automations/${demo.id}/duplicate`, { name: 'Двадцать' });
    const builder = await openBuilder(owner, copy['id'] as string);
    const { page } = builder;
    // The first save settles where everything stands.
    await page.getByRole('button', { name: owner.say('web.builder.arrange') }).click();
    const before = await builder.document();
    const steps = builder.steps();
    const undo = page.getByRole('button', { name: owner.say('web.builder.undo'), exact: true });
    for (let turn = 0; turn < 4; turn += 1) {
      await builder.takes(['wait', 'tag', 'end', 'if'][turn]!);
      await steps.nth(turn + 1).click();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Control+KeyD');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Delete');
    }
    await builder.saved();
    let presses = 0;
    while ((await undo.isEnabled()) && presses < 60) {
      await undo.click();
      presses += 1;
      if (JSON.stringify(await builder.document()) === JSON.stringify(before)) break;
    }
    expect(presses).toBeGreaterThanOrEqual(20);
    expect(await builder.document()).toEqual(before);
    await owner.close();
  });

  it('goes out as JSON and comes in again the same; what cannot be read is told in words, and nothing changes', async () => {
    const owner = await shop.office('owner');
    const { body } = await owner.api('GET', '/automations');
    const demo = (body['automations'] as { id: string; name: string }[]).find((one) => one.name.startsWith('Спасибо'))!;
    const { body: copy } = await owner.api('POST', `/automations/${demo.id}/duplicate`, { name: 'Туда и обратно' });
    const builder = await openBuilder(owner, copy['id'] as string);
    const { page } = builder;
    const more = () => page.getByRole('button', { name: owner.say('web.builder.more'), exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await more();
        await page.getByRole('menuitem', { name: owner.say('web.builder.export') }).click();
      })(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const empty = await openBuilder(owner, await begins(owner, 'Пусто'));
    await more();
    await page.getByRole('menuitem', { name: owner.say('web.builder.import') }).click();
    const dialog = page.getByRole('dialog', { name: owner.say('web.builder.import') });
    for (const [bad, words] of [
      ['{"schema":', owner.say('web.builder.not_json')],
      ['{"schema":7}', 'новой'],
      [JSON.stringify({ ...JSON.parse(text), nodes: Array.from({ length: 5_000 }, () => ({})) }), '2'],
      [text.replace('"schema": 2', '"schema": 2, "extra": 2'), 'extra'],
    ] as const) {
      await dialog.getByRole('textbox').fill(bad);
      await owner.button('web.builder.import_do', dialog).click();
      await dialog.getByRole('alert').filter({ hasText: words }).waitFor();
    }
    await dialog.getByRole('textbox').fill(text);
    await owner.button('web.builder.import_do', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    await until('it is on the server', async () => (await empty.document()).nodes.length > 5);
    expect(await empty.document()).toEqual(draftSchema.parse(JSON.parse(text)));
    await owner.close();
  });
});
