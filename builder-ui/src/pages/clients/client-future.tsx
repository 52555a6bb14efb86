import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, taken } from '../../api.ts';
import { useWords } from '../../words.tsx';

/** What one client is to expect: waits that end, and dates that will start something for them. */
export function ClientFuture({ contactId }: { contactId: string }) {
  const { t, at } = useWords();
  const query = useQuery({
    queryKey: ['future', contactId],
    queryFn: () => taken(api.GET('/api/contacts/{id}/future', { params: { path: { id: contactId } } })),
  });
  // The card is whole without it: while it is read, or cannot be, nothing stands here.
  if (!query.data) return null;
  const { touches } = query.data;
  return (
    <section>
      <h2 className="client-part">{t('web.future.of_client')}</h2>
      {touches.length === 0 && <span className="s t3">{t('web.future.of_client_none')}</span>}
      <ul className="client-lines">
        {touches.map((touch, index) => (
          <li key={index} className="row s">
            {touch.runId === null ? (
              <span className="cut sp">
                {touch.automation} <span className="t3">({t('web.future.a_date')})</span>
              </span>
            ) : (
              <Link className="cut sp" to={`/runs/${touch.runId}`}>
                {touch.automation}
              </Link>
            )}
            <span className="t3 nw">{touch.at === null ? t('web.future.open_wait') : at(touch.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
