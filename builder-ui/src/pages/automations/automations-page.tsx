import './automations.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarStats, IconPlus, IconRoute, IconUpload, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, taken } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { FilterRow } from '../../components/filter-row.tsx';
import { LiveMark } from '../../components/live-mark.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { AutomationCard, type CardDialog } from './automation-card.tsx';
import { CardDialogs } from './card-dialogs.tsx';
import type { NewAutomation } from './new-dialog.tsx';

// They know the whole automation language; the list does not need it.
const NewDialog = lazy(async () => ({ default: (await import('./new-dialog.tsx')).NewDialog }));
const JsonDialog = lazy(async () => ({ default: (await import('../builder/json-dialog.tsx')).JsonDialog }));

const views = ['all', 'active', 'paused', 'draft', 'archived'] as const;
type View = (typeof views)[number];

/** `/automations`: what runs, what waits to be published, and where new ones begin. */
export function AutomationsPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const [importing, setImporting] = useState(false);
  const [opened, open] = useState<{ id: string; dialog: CardDialog } | undefined>();
  const role = useMe().data?.role;
  const owner = role === 'owner';
  const view: View = views.find((one) => one === params.get('view')) ?? 'all';
  const beginning = params.get('new') === '1' && owner;
  const all = useQuery({ queryKey: ['automations'], queryFn: () => taken(api.GET('/api/automations')) });
  const create = useAction((made: NewAutomation) => taken(api.POST('/api/automations', { body: made })), {
    touches: ['automations'],
    onDone: ({ id }) => void navigate(`/automations/${id}`),
  });
  const known = all.data?.automations ?? [];
  const wanted = search.trim().toLocaleLowerCase();
  const shown = known.filter(
    (one) =>
      (view === 'all' ? one.state !== 'archived' : one.state === view) && one.name.toLocaleLowerCase().includes(wanted),
  );
  const count = (one: View) =>
    known.filter((automation) => (one === 'all' ? automation.state !== 'archived' : automation.state === one)).length;
  const begin = (open: boolean) => setParams(open ? { new: '1' } : {}, { replace: true });
  const newButton = (
    <Button leftSection={<IconPlus size={18} />} onClick={() => begin(true)}>
      {t('web.watch.new')}
    </Button>
  );
  return (
    <div className="page">
      <header className="bar wrap">
        <h1>{t('web.nav.automations')}</h1>
        <LiveMark />
        <span className="sp" />
        <SearchField label={t('web.watch.search_automation')} value={search} onChange={setSearch} />
        <Button component={Link} to="/runs" variant="default" leftSection={<IconUsers size={18} />}>
          {t('web.watch.runs')}
        </Button>
        <Button
          component={Link}
          to="/automations/future"
          variant="default"
          leftSection={<IconCalendarStats size={18} />}
        >
          {t('web.future.open')}
        </Button>
        {owner && (
          <>
            <Button variant="default" leftSection={<IconUpload size={18} />} onClick={() => setImporting(true)}>
              {t('web.watch.import')}
            </Button>
            {newButton}
          </>
        )}
      </header>
      <FilterRow label={t('web.watch.filters')}>
        {views.map((one) => (
          <button
            key={one}
            type="button"
            className="fchip"
            aria-pressed={view === one}
            onClick={() => setParams(one === 'all' ? {} : { view: one }, { replace: true })}
          >
            {one === 'all' ? t('web.runs.all') : t(`web.watch.view_${one}`)}
            {count(one) > 0 && <span className="t3">{count(one)}</span>}
          </button>
        ))}
      </FilterRow>
      {role && !owner && <p className="s t3 automations-note">{t('web.watch.owner_changes')}</p>}
      {all.isPending ? (
        <Waiting />
      ) : all.error ? (
        <Failure error={all.error} retry={() => void all.refetch()} />
      ) : shown.length === 0 ? (
        known.length === 0 || (view === 'all' && wanted === '') ? (
          <Empty icon={IconRoute} text={t('web.watch.none')}>
            {owner && newButton}
          </Empty>
        ) : (
          <Empty icon={IconRoute} text={t('web.watch.none_here')} />
        )
      ) : (
        <div className="automations" tabIndex={0} role="region" aria-label={t('web.nav.automations')}>
          {shown.map((automation) => (
            <AutomationCard
              key={automation.id}
              automation={automation}
              owner={owner}
              onOpen={(dialog) => open({ id: automation.id, dialog })}
            />
          ))}
        </div>
      )}
      <CardDialogs
        automation={known.find((one) => one.id === opened?.id)}
        dialog={opened?.dialog}
        owner={owner}
        onClose={() => open(undefined)}
      />
      <Suspense>
        {beginning && (
          <NewDialog
            opened
            busy={create.isPending}
            onClose={() => begin(false)}
            onChoose={(made) => create.mutate(made)}
          />
        )}
        {importing && (
          <JsonDialog
            opened
            onClose={() => setImporting(false)}
            onDraft={(draft) => create.mutate({ name: draft.name, document: draft })}
          />
        )}
      </Suspense>
    </div>
  );
}
