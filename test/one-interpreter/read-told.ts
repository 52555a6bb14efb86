import type { TestDatabase } from '#test/support/database.ts';
import type { Shop } from './one-shop.ts';
import { endWords, lineWords, messageWords, type LineSeen, type Told } from './same-trace.ts';

type RunRow = { id: string; contact_id: string; state: string; node: string | null };
type LogRow = LineSeen & { run_id: string };
type MessageRow = {
  run_id: string;
  at: string;
  node: string;
  class: string;
  body: string;
  payload: { text: string; reply_markup?: { inline_keyboard?: { text: string }[][] } };
};

/** What production has written of each case, in the words of the comparison. */
export async function readTold(database: TestDatabase, shops: readonly Shop[]): Promise<Told[]> {
  const rowsOf = async <T>(query: string): Promise<T[]> => (await database.owner.query(query)).rows as T[];
  const runs = await rowsOf<RunRow>(
    `select r.id, r.contact_id, r.state, r.position ->> 'nodeId' as node from run r
     join event e on e.business_id = r.business_id and e.id = r.trigger_event_id order by e.stream_seq, r.id`,
  );
  const log = await rowsOf<LogRow>(
    `select run_id, node_id as node, kind, facts, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as at
     from run_log order by run_id, move_no, ordinal`,
  );
  const messages = await rowsOf<MessageRow>(
    `select run_id, node_id as node, class, body, payload, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') as at
     from message where run_id is not null order by seq`,
  );
  const refusals = await rowsOf<{ contact_id: string; reason: string; times: number }>(
    'select contact_id, reason, times::int as times from entry_refusal',
  );
  return shops.map((shop) => {
    const formats = new Map(
      [...shop.case.document.nodes, ...(shop.case.child?.document.nodes ?? [])].map(({ id, type, config }) => [
        id,
        type === 'ask' ? 'html' : config['format'],
      ]),
    );
    return {
      runs: runs
        .filter((run) => run.contact_id === shop.contactId)
        .map((run) => ({
          lines: log.filter(({ run_id: of }) => of === run.id).map(lineWords),
          messages: messages
            .filter(({ run_id: of }) => of === run.id)
            .map((message) =>
              messageWords({
                ...message,
                text: formats.get(message.node) === 'html' ? message.payload.text : message.body,
                buttons: (message.payload.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
              }),
            ),
          end: endWords(run.state, run.node),
        })),
      refusals: Object.fromEntries(
        refusals.filter((one) => one.contact_id === shop.contactId).map(({ reason, times }) => [reason, times]),
      ),
    };
  });
}
