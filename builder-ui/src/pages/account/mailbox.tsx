import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, taken } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';

/** Letters of a development machine: shown instead of being sent. */
export function MailboxPage() {
  const { t, at } = useWords();
  const query = useQuery({
    queryKey: ['mailbox'],
    queryFn: () => taken(api.GET('/api/mailbox')),
    refetchInterval: 5_000,
  });
  return (
    <main style={{ minHeight: '100dvh', background: 'var(--bg)', padding: 20 }}>
      <div style={{ maxWidth: 720, margin: '0 auto' }} className="col g16">
        <div className="row wrap">
          <h1 className="sp">{t('web.business.mailbox')}</h1>
          <Link to="/sign-in">{t('web.sign_in.submit')}</Link>
        </div>
        <p className="s t2">{t('web.business.mailbox_lead')}</p>
        {query.isPending ? (
          <Waiting rows={3} height={80} />
        ) : query.error ? (
          <Failure error={query.error} retry={() => void query.refetch()} />
        ) : query.data.letters.length === 0 ? (
          <p className="t3">{t('web.business.mailbox_empty')}</p>
        ) : (
          query.data.letters.map((letter) => (
            <article key={letter.id} className="card col g8" style={{ padding: 16 }}>
              <div className="row wrap">
                <h2 className="sp" style={{ fontSize: 16 }}>
                  {letter.subject}
                </h2>
                <span className="xs t3">{at(letter.at)}</span>
              </div>
              <div className="s t3">{letter.to}</div>
              <p className="s" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {letter.text.split(/(https?:\/\/\S+)/).map((part, index) =>
                  part.startsWith('http') ? (
                    <a key={index} href={part}>
                      {part}
                    </a>
                  ) : (
                    part
                  ),
                )}
              </p>
            </article>
          ))
        )}
      </div>
    </main>
  );
}
