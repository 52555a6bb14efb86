import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArchive,
  IconArchiveOff,
  IconBolt,
  IconCopy,
  IconDots,
  IconDownload,
  IconHandClick,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconTool,
  IconWebhook,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, taken, type Automation } from '../../api.ts';
import { AutomationBadge, Badge } from '../../components/badges.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { usePublished } from './use-published.ts';

/** What a card can ask its page to open. */
export type CardDialog = 'start' | 'webhook' | 'failures' | 'resume';

type Change = 'pause' | 'archive' | 'unarchive';

/** One automation: what starts it, how many are inside, and what can be done with it. */
export function AutomationCard({
  automation,
  owner,
  onOpen,
}: {
  automation: Automation;
  owner: boolean;
  onOpen(dialog: CardDialog): void;
}) {
  const { t, pick, at } = useWords();
  // How it starts is asked for when somebody looks what can be done.
  const [looked, setLooked] = useState(false);
  const published = usePublished(automation, looked);
  const { id, state } = automation;
  const change = useAction(
    async (to: Change) => {
      await taken(api.POST(`/api/automations/{id}/${to}`, { params: { path: { id } }, body: {} }));
      return to;
    },
    { touches: ['automations', 'automation'], onDone: (to) => told(to) },
  );
  const duplicate = useAction(
    () =>
      taken(
        api.POST('/api/automations/{id}/duplicate', {
          params: { path: { id } },
          body: { name: t('web.builder.copy_of', { name: automation.name }).slice(0, 120) },
        }),
      ),
    { touches: ['automations'], done: t('web.watch.copied') },
  );
  const save = useAction(
    async () => {
      const [{ download }, { readDraft }, { draft }] = await Promise.all([
        import('../builder/json-dialog.tsx'),
        import('../builder/use-automation.ts'),
        taken(api.GET('/api/automations/{id}', { params: { path: { id } } })),
      ]);
      const document = readDraft(draft.document);
      if (document) download(document);
    },
    { touches: [] },
  );
  function told(to: Change): void {
    const key = `automation-${id}`;
    notifications.hide(key);
    notifications.show({
      id: key,
      color: 'takt',
      autoClose: to === 'archive' ? 10_000 : 4_000,
      message: (
        <div className="row">
          <span className="sp">{to === 'archive' ? t('web.watch.archived') : t(`web.builder.done.${to}`)}</span>
          {to === 'archive' && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(key);
                change.mutate('unarchive');
              }}
            >
              {t('web.builder.undo')}
            </Button>
          )}
        </div>
      ),
    });
  }
  const number = (count: number, words: string, to: string, bad = false) => (
    <Link to={to} className={bad ? 'bad' : ''}>
      <b>{count}</b>
      <span className="xs t3">{words}</span>
    </Link>
  );
  return (
    <article
      className="card automation-card"
      aria-label={automation.name}
      onPointerEnter={() => void import('../builder/builder-page.tsx').catch(() => undefined)}
    >
      <span className="tile start">
        <IconBolt size={18} aria-hidden="true" />
      </span>
      <div className="sp">
        <div className="row wrap">
          <h2>
            <Link to={`/automations/${id}`}>{automation.name}</Link>
          </h2>
          <AutomationBadge state={state} />
          {automation.changed && automation.version !== null && (
            <Badge small icon={IconPencil} tone="line" word={t('web.builder.changed')} />
          )}
        </div>
        <div className="s t2">{automation.trigger ? pick(automation.trigger) : t('web.watch.no_start')}</div>
        <div className="xs t3">
          {[
            automation.version !== null && automation.publishedAt
              ? t('web.automations.version', { number: automation.version, when: at(automation.publishedAt) })
              : t('web.automations.draft'),
            t('web.automations.steps', { count: automation.steps }),
          ].join(', ')}
        </div>
      </div>
      {automation.version !== null && (
        <div className="automation-numbers above">
          {number(automation.inside, t('web.watch.inside'), `/runs?automation=${id}&state=live`)}
          {number(automation.entered, t('web.watch.entered'), `/runs?automation=${id}`)}
          {automation.failed > 0 &&
            number(automation.failed, t('web.watch.failed'), `/runs?automation=${id}&state=failed`, true)}
          {automation.failed > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconTool size={16} />}
              onClick={() => onOpen('failures')}
            >
              {t('web.fail.repair')}
            </Button>
          )}
        </div>
      )}
      {owner && (
        <Menu position="bottom-end" onOpen={() => setLooked(true)}>
          <Menu.Target>
            <ActionIcon
              className="above"
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('web.watch.more', { name: automation.name })}
            >
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {state === 'active' && published?.trigger === 'manual' && (
              <Menu.Item leftSection={<IconHandClick size={16} />} onClick={() => onOpen('start')}>
                {t('web.start.menu')}
              </Menu.Item>
            )}
            {published?.trigger === 'webhook' && (
              <Menu.Item leftSection={<IconWebhook size={16} />} onClick={() => onOpen('webhook')}>
                {t('web.hook.menu')}
              </Menu.Item>
            )}
            {state === 'active' && (
              <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => change.mutate('pause')}>
                {t('web.builder.pause')}
              </Menu.Item>
            )}
            {state === 'paused' && (
              <Menu.Item leftSection={<IconPlayerPlay size={16} />} onClick={() => onOpen('resume')}>
                {t('web.builder.resume')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => duplicate.mutate(undefined)}>
              {t('web.builder.duplicate_all')}
            </Menu.Item>
            <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => save.mutate(undefined)}>
              {t('web.builder.export')}
            </Menu.Item>
            {state === 'archived' ? (
              <Menu.Item leftSection={<IconArchiveOff size={16} />} onClick={() => change.mutate('unarchive')}>
                {t('web.builder.unarchive')}
              </Menu.Item>
            ) : (
              <Menu.Item color="red" leftSection={<IconArchive size={16} />} onClick={() => change.mutate('archive')}>
                {t('web.builder.archive')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </article>
  );
}
