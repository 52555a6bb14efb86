import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  IconArrowsSplit2,
  IconBolt,
  IconCalendarEvent,
  IconCircleCheck,
  IconExternalLink,
  IconFlag2,
  IconHourglass,
  IconMessage2,
  IconTag,
  type Icon,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, taken, type Run } from '../../api.ts';
import { RunBadge } from '../../components/badges.tsx';
import { Failure } from '../../components/failure.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords, type Words } from '../../words.tsx';

const icons: Readonly<Record<string, Icon>> = {
  trigger: IconBolt,
  'send-message': IconMessage2,
  wait: IconHourglass,
  'wait-for-event': IconCalendarEvent,
  if: IconArrowsSplit2,
  tag: IconTag,
  end: IconFlag2,
};

/** One person's way through an automation: each step as a sentence, with its time and the reason. */
export function RunPanel({ runId, onClose }: { runId: string; onClose: () => void }) {
  const words = useWords();
  const { t, at } = words;
  const me = useMe().data;
  const query = useQuery({
    queryKey: ['run', runId],
    queryFn: () => taken(api.GET('/api/runs/{id}', { params: { path: { id: runId } } })),
  });
  const cancel = useAction(
    () => taken(api.POST('/api/runs/{id}/cancel', { params: { path: { id: runId } }, body: {} })),
    { touches: ['run', 'runs', 'automations'] },
  );
  const run = query.data;
  return (
    <SidePanel
      label={t('web.run.label')}
      onClose={onClose}
      head={
        run && (
          <>
            <div className="row wrap">
              <h2 style={{ fontSize: 18, lineHeight: '26px' }}>
                <Link to={`/clients/${run.contactId}`} style={{ color: 'var(--text)' }}>
                  {run.contact}
                </Link>
              </h2>
              <RunBadge run={run} />
            </div>
            <div className="s t3">
              {run.automation}, {t('web.run.version', { number: run.version })}
            </div>
          </>
        )
      }
      foot={
        run && run.state !== 'ended' && me?.role !== 'master' ? (
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
            {t('web.run.take_out')}
          </Button>
        ) : undefined
      }
    >
      {query.isPending ? (
        <Waiting rows={6} />
      ) : query.error ? (
        <Failure error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          {query.data.state !== 'ended' && query.data.deadlineAt && (
            <div className="tip wait">
              <IconHourglass size={18} aria-hidden="true" />
              <span>{t('web.run.waits_until', { when: at(query.data.deadlineAt) })}</span>
            </div>
          )}
          <div className="row">
            <h3 className="sp">{t('web.order.story')}</h3>
            {me?.temporalUi && (
              <a
                className="s row g4"
                href={`${me.temporalUi}/${encodeURIComponent(query.data.workflowId)}`}
                target="_blank"
                rel="noreferrer"
              >
                {t('web.order.history')}
                <IconExternalLink size={16} aria-hidden="true" />
              </a>
            )}
          </div>
          <ol className="tl">
            {query.data.log.map((item, index) => {
              const Sign = item.kind === 'ended' ? IconCircleCheck : (icons[item.stepType ?? ''] ?? IconBolt);
              const tone =
                item.kind === 'waits' && index === 0 && query.data.state !== 'ended'
                  ? 'now'
                  : item.kind === 'entered'
                    ? 'acc'
                    : item.kind === 'ended'
                      ? item.facts['outcome'] === 'failed'
                        ? 'bad'
                        : 'ok'
                      : '';
              return (
                <li key={item.id}>
                  <span className={`dot ${tone}`}>
                    <Sign size={13} stroke={2} aria-hidden="true" />
                  </span>
                  <div className="row" style={{ alignItems: 'baseline' }}>
                    <span className="sp">
                      {sentence(words, item)}
                      {why(words, item, query.data.reasonWords) && (
                        <span className="t3 s" style={{ display: 'block' }}>
                          {why(words, item, query.data.reasonWords)}
                        </span>
                      )}
                    </span>
                    <time className="xs t3 nw" dateTime={item.at}>
                      {at(item.at)}
                    </time>
                  </div>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </SidePanel>
  );
}

type Item = Run['log'][number];

/** A sentence after a colon begins small. */
const inside = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

function sentence({ t, pick, maybe }: Words, item: Item): string {
  const step = item.sentence ? pick(item.sentence) : (item.nodeId ?? '');
  if (item.kind === 'entered') return t('web.log.entered', { step: inside(step) });
  if (item.kind === 'ended') {
    const outcome = maybe(`web.run.${String(item.facts['outcome'])}`);
    return t('web.log.ended', { outcome: inside(outcome) });
  }
  return step;
}

/** The values that decided, as words where there are some. */
function why({ t, pick, maybe, at }: Words, item: Item, reason: Run['reasonWords']): string {
  const parts: string[] = [];
  if (item.branch) parts.push(t('web.log.branch', { branch: pick(item.branch) }));
  if (item.kind === 'ended' && reason) parts.push(pick(reason));
  for (const [name, value] of Object.entries(item.facts)) {
    if (item.kind === 'ended' && name === 'reason') continue;
    if (['port', 'outcome', 'trigger', 'answer'].includes(name) || value === null || typeof value === 'object')
      continue;
    const text =
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
        ? at(value)
        : typeof value === 'boolean'
          ? t(value ? 'web.yes' : 'web.no')
          : name === 'language'
            ? maybe(`web.language.${value}`, {}, String(value))
            : name === 'notSent'
              ? maybe(`web.log.not_sent.${value}`, {}, String(value))
              : String(value);
    if (/^[0-9a-f-]{36}$/.test(text)) continue;
    const label = maybe(`web.log.fact_${name}`);
    if (label) parts.push(`${label}: ${text}`);
  }
  return parts.join(' · ');
}
