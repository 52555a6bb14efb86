import type { ApiDeps } from '#api/deps.ts';
import { ProviderError } from '#platform/provider-error.ts';
import { PreparedProvider } from './prepared-provider.ts';

const refused = (service: string) =>
  new ProviderError({ service, method: 'check', code: 'unauthorized', message: 'no', status: 401, retryable: false });

/**
 * Who the API asks outside: Telegram knows tokens that end in "good", by the id in front of them; the payment provider
 * knows keys that begin with "live_". Everything else is refused as they would.
 */
export const outside: Pick<ApiDeps, 'telegramBy' | 'paymentsBy'> = {
  telegramBy: (token) => ({
    call<T>(method: string): Promise<T> {
      if (method !== 'getMe') return Promise.reject(new Error(`${method} was not prepared`));
      if (!token.endsWith('good')) return Promise.reject(refused('telegram'));
      const id = Number(token.split(':')[0]);
      return Promise.resolve({ id, username: `bot_${id}`, first_name: `Bot ${id}` } as T);
    },
  }),
  paymentsBy: ({ secretKey }) => {
    const provider = new PreparedProvider(() => Date.now());
    if (!secretKey.startsWith('live_')) provider.broken = refused('yookassa');
    return provider;
  },
};
