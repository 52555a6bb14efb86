import { ActionIcon, Button, Modal, Textarea, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconBuildingStore,
  IconCheck,
  IconCircleCheck,
  IconCircleX,
  IconCreditCard,
  IconPackage,
  IconSparkles,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { api, taken, type Order, type OrderAction } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

type State = Order['state'];
export const actionIcons: Readonly<Record<State, Icon>> = {
  new: IconSparkles,
  paid: IconCreditCard,
  processing: IconPackage,
  shipped: IconBuildingStore,
  delivered: IconCheck,
  completed: IconCircleCheck,
  cancelled: IconCircleX,
};

/** The verb of a way forward; handing over is said by the way of delivery. */
export function actionKey(to: State, kind: 'pickup' | 'courier') {
  if (to === 'shipped') return `web.action.shipped_${kind}` as const;
  if (to === 'delivered') return `web.action.delivered_${kind}` as const;
  return `web.action.${to}` as const;
}

/** What can be done with an order now; every button says what else it does. */
export function OrderActions({ order }: { order: Order }) {
  const { t } = useWords();
  const [asking, ask] = useState<OrderAction | undefined>();
  // The order may change under an open question: what is asked is what the order allows now.
  const asked = asking && order.actions.find((action) => action.to === asking.to && action.byHand === asking.byHand);
  const path = { params: { path: { id: order.id } } };
  const touches = ['orders', 'order', 'me', 'products', 'contact'];
  const act = useAction(
    ({ action, reason }: { action: OrderAction; reason?: string }) => {
      const { revision } = order;
      if (action.byHand) return taken(api.POST('/api/orders/{id}/mark-paid', { ...path, body: { revision } }));
      if (action.direction === 'cancel')
        return taken(api.POST('/api/orders/{id}/cancel', { ...path, body: { reason: reason ?? '', revision } }));
      return taken(api.POST('/api/orders/{id}/move', { ...path, body: { to: action.to, revision } }));
    },
    { touches, onDone: () => ask(undefined) },
  );
  const forward = order.actions.find((action) => action.direction === 'forward');
  const back = order.actions.find((action) => action.direction === 'back');
  const cancel = order.actions.find((action) => action.direction === 'cancel');
  if (!forward && !back && !cancel) return null;
  const Sign = forward ? actionIcons[forward.to] : IconCheck;
  return (
    <>
      {forward && <Effects effects={forward.effects} />}
      <div className="row">
        {forward && (
          <Button
            size="md"
            h={44}
            style={{ flex: 1 }}
            leftSection={<Sign size={18} aria-hidden="true" />}
            loading={act.isPending && !asked}
            onClick={() => (forward.byHand ? ask(forward) : act.mutate({ action: forward }))}
          >
            {t(actionKey(forward.to, order.deliveryKind))}
          </Button>
        )}
        {back && (
          <Tooltip label={t('web.order.back_to', { state: t(`order_state.${back.to}`) })}>
            <Button
              h={44}
              variant="default"
              leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
              onClick={() => ask(back)}
            >
              {t('web.order.back')}
            </Button>
          </Tooltip>
        )}
        {cancel && (
          <Tooltip label={t('web.order.cancel')}>
            <ActionIcon
              size={44}
              variant="default"
              aria-label={t('web.order.cancel')}
              onClick={() => ask(cancel)}
              style={{ color: 'var(--bad)' }}
            >
              <IconCircleX size={18} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {asked && (
        <Confirm
          order={order}
          action={asked}
          busy={act.isPending}
          onClose={() => ask(undefined)}
          onAct={(reason) => act.mutate({ action: asked, reason })}
        />
      )}
    </>
  );
}

function Effects({ effects }: { effects: readonly string[] }) {
  const { maybe } = useWords();
  if (effects.length === 0) return null;
  return (
    <p className="xs t3" style={{ marginBottom: 8 }}>
      {effects
        .map((code) => maybe(`effect.${code}`))
        .filter(Boolean)
        .join('. ')}
    </p>
  );
}

function Confirm({
  order,
  action,
  busy,
  onClose,
  onAct,
}: {
  order: Order;
  action: OrderAction;
  busy: boolean;
  onClose: () => void;
  onAct: (reason: string) => void;
}) {
  const { t, maybe, money } = useWords();
  const [reason, setReason] = useState('');
  const cancels = action.direction === 'cancel';
  const title = cancels
    ? t('web.order.cancel_title', { number: order.number })
    : action.byHand
      ? t('web.order.by_hand_title', { number: order.number })
      : t('web.order.back_to', { state: t(`order_state.${action.to}`) });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('web.close') }}>
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          onAct(reason);
        }}
      >
        {cancels && action.effects.includes('refund_money') && (
          <div className="tip wait">
            <IconCreditCard size={18} aria-hidden="true" />
            <span>{t('web.order.cancel_refunds', { total: money(order.totalMinor, order.currency) })}</span>
          </div>
        )}
        {cancels && action.effects.includes('refund_by_hand') && (
          <div className="tip wait">
            <IconCreditCard size={18} aria-hidden="true" />
            <span>{t('web.order.cancel_refunds_by_hand', { total: money(order.totalMinor, order.currency) })}</span>
          </div>
        )}
        <div>
          <p className="s" style={{ fontWeight: 500 }}>
            {t('web.order.then')}
          </p>
          <ul style={{ margin: '4px 0 0', paddingLeft: 20 }} className="s t2">
            {action.effects.map((code) => (
              <li key={code}>{maybe(`effect.${code}`, {}, code)}</li>
            ))}
            {action.byHand && <li>{t('web.order.by_hand_race')}</li>}
            {action.effects.length === 0 && <li>{t('web.order.no_effects')}</li>}
          </ul>
        </div>
        {cancels && (
          <Textarea
            label={t('web.order.reason')}
            description={t('web.order.reason_hint')}
            required
            withAsterisk={false}
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('web.not_now')}
          </Button>
          <Button type="submit" color={cancels ? 'red.9' : 'takt'} data-danger={cancels || undefined} loading={busy}>
            {cancels ? t('web.order.cancel') : action.byHand ? t('web.action.paid') : t('web.order.back')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
