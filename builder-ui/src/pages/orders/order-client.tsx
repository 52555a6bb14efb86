import { ActionIcon, Button, Modal, Textarea } from '@mantine/core';
import { IconMessage2, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { readablePhone } from '#domain/contacts/phone.ts';
import { api, taken, type Order } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

/** Whose order it is, and the ways to reach them. */
export function ClientCard({ order }: { order: Order }) {
  const { t, money } = useWords();
  const [writing, setWriting] = useState(false);
  return (
    <div className="card row g12" style={{ padding: '10px 12px' }}>
      <Avatar name={order.customerName} size="lg" />
      <div className="sp">
        <Link to={`/clients/${order.contact.id}`} style={{ color: 'var(--text)', fontWeight: 600 }}>
          {order.customerName}
        </Link>
        <div className="s t3">
          {order.contact.ordersPaid === 0
            ? t('web.client.nothing_bought')
            : t('web.order.client_paid', {
                count: order.contact.ordersPaid,
                sum: money(order.contact.spentMinor, order.currency),
              })}
        </div>
        <div className="s t3">{readablePhone(order.customerPhone)}</div>
      </div>
      <Button
        variant="default"
        size="xs"
        h={32}
        leftSection={<IconMessage2 size={16} aria-hidden="true" />}
        onClick={() => setWriting(true)}
      >
        {t('web.order.write')}
      </Button>
      <ActionIcon
        component="a"
        href={`tel:${order.customerPhone}`}
        variant="default"
        size={32}
        aria-label={t('web.order.call')}
      >
        <IconPhone size={16} />
      </ActionIcon>
      {writing && <WriteToClient order={order} onClose={() => setWriting(false)} />}
    </div>
  );
}

function WriteToClient({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [requestId] = useState(() => crypto.randomUUID());
  const send = useAction(
    () =>
      taken(api.POST('/api/orders/{id}/message', { params: { path: { id: order.id } }, body: { text, requestId } })),
    {
      touches: ['messages', 'order'],
      done: t('web.order.written'),
      onDone: onClose,
    },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('web.order.write_title', { name: order.contact.name })}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate(undefined);
        }}
      >
        {!order.contact.reachable && <div className="tip bad">{t('web.client.unreachable')}</div>}
        <Textarea
          aria-label={t('web.client.reply')}
          placeholder={t('web.client.reply')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4000}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>
            {t('web.not_now')}
          </Button>
          <Button type="submit" loading={send.isPending} disabled={text.trim() === ''}>
            {t('web.client.send')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
