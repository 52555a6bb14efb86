import { START, reachedFrom, type Chain } from './chain.ts';
import { finding, type Finding } from './finding.ts';
import { MINUTE_MS } from './lengths.ts';
import { stayAt } from './stay.ts';

/** Nobody holds a request open for longer. */
const HELD_MS = 10 * MINUTE_MS;

/** Somebody is there to hear an answer, and nobody is woken by news. */
export function proveHearing(chain: Chain): Finding[] {
  return [...proveAnswers(chain), ...proveNight(chain)];
}

function proveAnswers(chain: Chain): Finding[] {
  const answers = chain.nodes.flatMap((node, index) => (node.type === 'answer-webhook' ? [{ node, index }] : []));
  if (answers.length === 0) return [];
  const isAsked = chain.document.trigger.type === 'webhook';
  const inTime = isAsked ? reachedFrom(chain, [START], ({ from }) => stayAt(chain, from) <= HELD_MS) : new Set();
  return answers
    .filter(({ index }) => !inTime.has(index))
    .map(({ node }) => finding('answer_unheard', node.path, { node: node.id, afterWait: isAsked }));
}

function proveNight(chain: Chain): Finding[] {
  const { trigger, settings } = chain.document;
  if (trigger.type !== 'schedule' || settings.quietHours) return [];
  const news = chain.nodes.find((one) => one.config['class'] === 'marketing' && one.definition?.messages !== undefined);
  return news ? [finding('no_quiet_hours', 'settings.quietHours', { node: news.id })] : [];
}
