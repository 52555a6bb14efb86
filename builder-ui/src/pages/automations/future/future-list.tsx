import { Link } from 'react-router';
import { number } from '#texts/index.ts';
import { useWords } from '../../../words.tsx';
import type { HourRow } from './hours.ts';

/** The same as a table: each hour and automation, in order. */
export function FutureList({ rows }: { rows: readonly HourRow[] }) {
  const { t, at, language } = useWords();
  return (
    <div className="future-table">
      <table className="tbl tight">
        <thead>
          <tr>
            <th scope="col">{t('web.future.hour')}</th>
            <th scope="col">{t('web.runs.automation')}</th>
            <th scope="col" className="num">
              {t('web.future.due')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.hour} ${row.automationId}`}>
              <td className="nw">{at(row.hour)}</td>
              <td>
                <Link to={`/automations/${row.automationId}`}>{row.automation}</Link>
              </td>
              <td className="num">{number(language, row.due)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
