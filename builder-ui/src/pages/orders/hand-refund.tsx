import { Button, Modal } from '@mantine/core';
import { IconReceiptRefund } from '@tabler/icons-react';
import { useState } from 'react';
import { api, taken, type Order } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

/** Money that a person must give back, and the way to say that it is done. */
export function HandRefund({ order, refund }: { order: Order; refund: NonNullable<Order['handRefund']> }) {
  const { t, money } = useWords();
  const [asked, ask] = useState(false);
  const total = money(refund.amountMinor, order.currency);
  const record = useAction(
    () => taken(api.POST('/api/orders/{id}/refund-by-hand', { params: { path: { id: order.id } }, body: {} })),
    {
      touches: ['orders', 'order', 'me', 'contact'],
      done: t('web.order.refund_recorded'),
      onDone: () => ask(false),
    },
  );
  return (
    <section className="tip bad" aria-label={t('web.order.refund_title', { total })}>
      <IconReceiptRefund size={18} aria-hidden="true" />
      <div className="col g8 sp">
        <b>{t('web.order.refund_title', { total })}</b>
        <span>
          {refund.error === null
            ? t('web.order.refund_by_hand')
            : t('web.order.refund_refused', { error: refund.error })}
        </span>
        <div>
          <Button variant="default" onClick={() => ask(true)}>
            {t('web.order.refund_done')}
          </Button>
        </div>
      </div>
      {asked && (
        <Modal
          opened
          onClose={() => ask(false)}
          title={t('web.order.refund_title', { total })}
          closeButtonProps={{ 'aria-label': t('web.close') }}
        >
          <div className="col g12">
            <p className="s t2">{t('web.order.refund_confirm')}</p>
            <div className="row" style={{ justifyContent: 'flex-end' }}>
              <Button variant="default" onClick={() => ask(false)}>
                {t('web.not_now')}
              </Button>
              <Button loading={record.isPending} onClick={() => record.mutate(undefined)}>
                {t('web.order.refund_done')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </section>
  );
}
