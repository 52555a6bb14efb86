import { Button, Modal } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, taken, type Calendar } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { useToasts } from './use-toasts.ts';
import { usePlaceTime } from './words.ts';

type Block = Calendar['blocks'][number];

/** Time that is taken: what for, and the way to give it back, which can be undone. */
export function BlockDialog({
  block,
  whose,
  zone,
  onClose,
}: {
  block: Block;
  whose: string;
  zone: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const place = usePlaceTime(zone);
  const client = useQueryClient();
  const toasts = useToasts();
  const settle = () => {
    for (const key of ['calendar', 'times']) void client.invalidateQueries({ queryKey: [key] });
  };
  const again = async () => {
    const { resourceId, from, to, note } = block;
    try {
      await taken(api.POST('/api/time-blocks', { body: { resourceId, from, to, note } }));
    } catch (error) {
      toasts.refused(error);
    } finally {
      settle();
    }
  };
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      taken(api.POST('/api/time-blocks/{id}/remove', { params: { path: { id: block.blockId } }, body: {} })),
    onSuccess() {
      toasts.undoable(t('web.bookings.block_removed'), again);
      onClose();
    },
    onError: toasts.refused,
    onSettled: settle,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={block.note || t('web.bookings.blocked')}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <div className="col g12">
        <p className="s t2">
          {whose}, {place.at(block.from)} – {sameDay(block, place) ? place.time(block.to) : place.at(block.to)}
        </p>
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" h={44} onClick={onClose}>
            {t('web.close')}
          </Button>
          <Button
            h={44}
            leftSection={<IconTrash size={18} aria-hidden="true" />}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t('web.bookings.block_remove')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

const sameDay = ({ from, to }: Block, place: ReturnType<typeof usePlaceTime>): boolean =>
  place.date(from) === place.date(to);
