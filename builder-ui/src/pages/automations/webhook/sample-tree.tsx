import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useWords } from '../../../words.tsx';
import { sampleFields } from './sample-fields.ts';

/** What came last, field by field: a press copies the path that the start of the chain asks for. */
export function SampleTree({
  sample,
  sampledAt,
}: {
  sample: Record<string, unknown> | null;
  sampledAt: string | null;
}) {
  const { t, at } = useWords();
  const fields = useMemo(() => sampleFields(sample), [sample]);
  async function copy(path: string): Promise<void> {
    await navigator.clipboard.writeText(path);
    notifications.show({ message: t('web.hook.path_copied', { path }), color: 'takt', autoClose: 3_000 });
  }
  return (
    <section className="col g6" aria-label={t('web.hook.sample')}>
      <div className="row">
        <h3 className="sp">{t('web.hook.sample')}</h3>
        {sampledAt && (
          <time className="xs t3" dateTime={sampledAt}>
            {at(sampledAt)}
          </time>
        )}
      </div>
      {sampledAt === null ? (
        <p className="s t2">{t('web.hook.sample_none')}</p>
      ) : (
        <>
          <p className="xs t3">{t('web.hook.sample_help')}</p>
          {fields.length === 0 && <pre className="hook-code">{'{}'}</pre>}
          <ul className="hook-sample">
            {fields.map((field) => (
              <li key={field.path} style={{ paddingInlineStart: field.depth * 16 }}>
                <button
                  type="button"
                  aria-label={t('web.hook.copy_path', { path: field.path })}
                  onClick={() => void copy(field.path)}
                >
                  <b>{field.name}</b>
                  {field.isLeaf && <span className="cut">{field.value}</span>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
