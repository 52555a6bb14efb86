import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, taken } from '../../api.ts';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { refusalFacts, refusalWords } from '../runs/refusal-words.ts';

const FEW = 3;

/** Where a client could have entered and did not: the last few, and the way to the rest. */
export function ClientRefusals({ contactId }: { contactId: string }) {
  const words = useWords();
  const { t, when } = words;
  const role = useMe().data?.role;
  const query = useQuery({
    queryKey: ['refusals', contactId],
    enabled: role !== undefined && role !== 'master',
    queryFn: () => taken(api.GET('/api/refusals', { params: { query: { contactId } } })),
  });
  const all = query.data?.refusals ?? [];
  if (all.length === 0) return null;
  return (
    <section>
      <h2 className="client-part">{t('web.why.tab')}</h2>
      <ul className="client-lines">
        {all.slice(0, FEW).map((one, index) => (
          <li key={index} className="s">
            <div className="row">
              <span className="cut sp">{one.automation}</span>
              <span className="t3 nw">{when(one.at)}</span>
            </div>
            <div className="t3">
              {[refusalWords(one.reason, words), refusalFacts(one, words)].filter(Boolean).join(': ')}
            </div>
          </li>
        ))}
      </ul>
      {all.length > FEW && (
        <Link className="s" to={`/runs?tab=refused&contact=${contactId}`}>
          {t('web.watch.show_all')}
        </Link>
      )}
    </section>
  );
}
