import { NativeSelect } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { AutomationDraft } from '#automation/document.ts';
import { namesIn } from '#automation/variables.ts';
import { useWords } from '../../../words.tsx';
import { faceOf } from '../step-face.ts';
import { landingOf, sumsOf, type Deed, type Inside, type Landing } from './landing.ts';

const deeds = ['keep', 'move', 'exit'] as const;

/** People inside by step, and what publishing does with each group. */
export function LandingChoices({
  inside,
  plan,
  document,
  published,
  next,
  onChange,
}: {
  inside: readonly Inside[];
  plan: Readonly<Record<string, Landing>>;
  document: AutomationDraft;
  published: number;
  next: number;
  onChange(change: Readonly<Record<string, Landing>>): void;
}) {
  const { t } = useWords();
  const sums = sumsOf(inside, plan);
  const all = (deed: Deed) => onChange(Object.fromEntries(inside.map((step) => [step.nodeId, landingOf(step, deed)])));
  return (
    <section className="col g12" aria-label={t('web.watch.inside_title')}>
      <div>
        <h3>{t('web.watch.inside_title')}</h3>
        <p className="s t3">{t('web.watch.inside_help')}</p>
      </div>
      {inside.length > 1 && (
        <div className="row wrap g6" role="group" aria-label={t('web.watch.landing_all')}>
          <span className="s t3">{t('web.watch.landing_all')}:</span>
          {deeds.map((deed) => (
            <button key={deed} type="button" className="fchip" onClick={() => all(deed)}>
              {t(`web.watch.landing_${deed}`)}
            </button>
          ))}
        </div>
      )}
      <ul className="landings">
        {inside.map((step) => (
          <Step
            key={step.nodeId}
            step={step}
            landing={plan[step.nodeId] ?? { do: 'keep' }}
            document={document}
            onChange={(landing) => onChange({ [step.nodeId]: landing })}
          />
        ))}
      </ul>
      <div className="tip" role="status">
        <IconUsers size={18} aria-hidden="true" />
        <div className="sp s col g4">
          {sums.keep > 0 && <span>{t('web.watch.landing_keep_sum', { count: sums.keep, number: published })}</span>}
          {sums.move > 0 && <span>{t('web.watch.landing_move_sum', { count: sums.move, number: next })}</span>}
          {sums.exit > 0 && <span>{t('web.watch.landing_exit_sum', { count: sums.exit })}</span>}
          {sums.move + sums.exit > 0 && <span className="t3">{t('web.watch.landing_undo_note')}</span>}
        </div>
      </div>
    </section>
  );
}

function Step({
  step,
  landing,
  document,
  onChange,
}: {
  step: Inside;
  landing: Landing;
  document: AutomationDraft;
  onChange(landing: Landing): void;
}) {
  const words = useWords();
  const { t, pick } = words;
  const title = pick(step.title);
  const names = namesIn(document);
  const first = document.nodes[0]?.id;
  const moveTo = step.inDraft ? step.nodeId : first;
  return (
    <li>
      <div className="row" style={{ alignItems: 'baseline' }}>
        <span className="sp landing-step">{title}</span>
        <b className="nw">{t('web.watch.people', { count: step.people })}</b>
      </div>
      {!step.inDraft && <p className="s warn-text">{t('web.watch.landing_gone')}</p>}
      <div className="row wrap g6" role="group" aria-label={t('web.watch.landing_of', { step: title })}>
        {deeds.map((deed) => (
          <button
            key={deed}
            type="button"
            className="fchip"
            aria-pressed={landing.do === deed}
            disabled={deed === 'move' && moveTo === undefined}
            onClick={() => onChange(deed === 'move' ? { do: 'move', to: moveTo ?? '' } : { do: deed })}
          >
            {t(`web.watch.landing_${deed}`)}
          </button>
        ))}
      </div>
      {landing.do === 'move' && (
        <NativeSelect
          size="sm"
          label={t('web.watch.landing_to')}
          value={landing.to}
          data={document.nodes.map((node) => ({
            value: node.id,
            label: node.id === step.nodeId ? t('web.watch.landing_same') : faceOf({ node, names }, words).words,
          }))}
          onChange={(event) => onChange({ do: 'move', to: event.currentTarget.value })}
        />
      )}
    </li>
  );
}
