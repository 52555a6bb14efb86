import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconDoorEnter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { api, taken } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { refusalFacts, refusalWords } from './refusal-words.ts';

const PAGE = 50;

/** Who could have entered and did not: who, when, and the values that decided. */
export function Refusals({
  automationId,
  contactId,
}: {
  automationId: string | undefined;
  contactId: string | undefined;
}) {
  const words = useWords();
  const { t, at } = words;
  const query = useInfiniteQuery({
    queryKey: ['refusals', automationId, contactId],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      taken(
        api.GET('/api/refusals', {
          params: {
            query: {
              ...(automationId ? { automationId } : {}),
              ...(contactId ? { contactId } : {}),
              ...(pageParam ? { before: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (last) => (last.refusals.length < PAGE ? undefined : last.refusals.at(-1)?.at),
  });
  const list = query.data?.pages.flatMap((page) => page.refusals) ?? [];
  if (query.isPending) return <Waiting />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (list.length === 0) return <Empty icon={IconDoorEnter} text={t('web.why.none')} />;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('web.why.tab')}>
      <table className="tbl tight refusals">
        <thead>
          <tr>
            <th scope="col">{t('web.why.who')}</th>
            {automationId === undefined && (
              <th scope="col" className="hide-phone">
                {t('web.runs.automation')}
              </th>
            )}
            <th scope="col">{t('web.why.reason')}</th>
            <th scope="col" className="num">
              {t('web.why.when')}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((one, index) => (
            <tr key={index}>
              <td>
                <span className="row">
                  <Avatar name={one.contact} size="sm" />
                  <Link className="first" to={`/clients/${one.contactId}`}>
                    {one.contact}
                  </Link>
                </span>
              </td>
              {automationId === undefined && (
                <td className="hide-phone t2">
                  <Link to={`/automations/${one.automationId}`}>{one.automation}</Link>
                </td>
              )}
              <td>
                <div>
                  {refusalWords(one.reason, words)}
                  {one.times > 1 && <span className="t3"> ({t('web.why.times', { count: one.times })})</span>}
                </div>
                <div className="s t3">{refusalFacts(one, words)}</div>
              </td>
              <td className="num t3">{at(one.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {query.hasNextPage && (
        <div style={{ padding: 16, textAlign: 'center' }}>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('web.why.older')}
          </Button>
        </div>
      )}
    </div>
  );
}
