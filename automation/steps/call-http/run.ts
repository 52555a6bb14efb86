import { valueAt } from '../../conditions.ts';
import type { StepRun } from '../../step.ts';
import { render } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { CallHttpConfig } from './definition.ts';

/** Asks for the call; comes back with its answer. Whatever is not 2xx goes on by `error`. */
export const run: StepRun<CallHttpConfig> = (config, context) => {
  const { answer } = context;
  if (!answer) {
    const values = valuesFor(context);
    const body = config.method === 'GET' || config.body === '' ? null : render(config.body, values, 64_000);
    return {
      kind: 'call',
      request: {
        kind: 'http',
        method: config.method,
        url: render(config.url, values).trim(),
        headers: config.headers.map((header) => ({
          name: header.name,
          value: render(header.value, values),
          ...(header.secret ? { secret: header.secret } : {}),
        })),
        body,
        timeoutSeconds: config.timeoutSeconds,
        retries: config.retries,
      },
      record: { method: config.method },
    };
  }
  const record = { status: answer.status, ...(answer.error ? { error: answer.error } : {}) };
  if (!answer.ok) return { kind: 'go', port: 'error', record };
  const json = config.take.length > 0 ? parsed(answer.body) : undefined;
  const taken = Object.fromEntries(config.take.map(({ path, as }) => [as, plain(valueAt(json, path))]));
  return { kind: 'go', port: 'ok', output: { ...taken, status: answer.status }, record };
};

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What is taken stays small: it is kept with the run. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, 4_000);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined || value === null ? null : JSON.stringify(value).slice(0, 4_000);
}
