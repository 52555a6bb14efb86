import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { Section } from './section.tsx';

/** Which account takes the money of new orders. */
export function PaymentsSection() {
  const { t, at } = useWords();
  const query = useQuery({ queryKey: ['payment-settings'], queryFn: () => taken(api.GET('/api/payment-settings')) });
  const [mode, setMode] = useState<'sandbox' | 'yookassa' | undefined>();
  const [shopId, setShopId] = useState('');
  const [secretKey, setSecretKey] = useState('');
  const save = useAction(
    (body: { mode: 'sandbox' } | { mode: 'yookassa'; shopId: string; secretKey?: string }) =>
      taken(api.PUT('/api/payment-settings', { body })),
    {
      touches: ['payment-settings'],
      done: t('web.saved'),
      onDone: () => {
        setMode(undefined);
        setSecretKey('');
      },
    },
  );
  if (query.isPending) return <Waiting rows={2} height={90} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const now = query.data;
  const shown = mode ?? now.mode;
  return (
    <Section title={t('web.business.payments')} lead={t('web.business.payments_lead')}>
      <SegmentedControl
        aria-label={t('web.business.payments')}
        value={shown}
        onChange={(value) => setMode(value as 'sandbox' | 'yookassa')}
        data={[
          { value: 'sandbox', label: t('web.business.sandbox') },
          { value: 'yookassa', label: t('web.business.yookassa') },
        ]}
      />
      {shown === 'sandbox' ? (
        <p className="s t2">{t('web.business.sandbox_lead')}</p>
      ) : (
        <>
          {now.mode === 'yookassa' && now.checkedAt && (
            <p className="s t2">
              {t('web.business.keys_checked', { shop: now.shopId ?? '', when: at(now.checkedAt) })}
            </p>
          )}
          <form
            className="col g12"
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate({ mode: 'yookassa', shopId: shopId.trim(), secretKey: secretKey.trim() });
            }}
          >
            <TextInput
              label={t('web.business.shop_id')}
              inputMode="numeric"
              placeholder={now.shopId ?? '123456'}
              value={shopId}
              onChange={(event) => setShopId(event.currentTarget.value.replaceAll(/\D/g, ''))}
            />
            <PasswordInput
              label={t('web.business.secret_key')}
              description={t('web.business.secret_hint')}
              autoComplete="off"
              value={secretKey}
              onChange={(event) => setSecretKey(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('web.sign_in.show_password') }}
            />
            <div>
              <Button
                type="submit"
                loading={save.isPending}
                disabled={shopId.length < 3 || secretKey.trim().length < 10}
              >
                {t('web.business.keys_save')}
              </Button>
            </div>
          </form>
        </>
      )}
      {mode === 'sandbox' && now.mode !== 'sandbox' && (
        <div>
          <Button loading={save.isPending} onClick={() => save.mutate({ mode: 'sandbox' })}>
            {t('web.save')}
          </Button>
        </div>
      )}
    </Section>
  );
}
