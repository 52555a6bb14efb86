import { Button, FileButton } from '@mantine/core';
import { IconPhoto, IconScissors, IconTrash, IconUser, type Icon } from '@tabler/icons-react';
import { send } from '../../api.ts';
import { Avatar } from '../../components/avatar.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';

/** A photo, or what stands for one. */
export function Picture({
  photoId,
  size,
  name,
  icon: Sign = IconScissors,
}: {
  photoId: string | null;
  size: number;
  /** Of a person: their initials stand for a photo. */
  name?: string;
  icon?: Icon;
}) {
  const round = name !== undefined;
  const style = {
    width: size,
    height: size,
    borderRadius: round ? '50%' : 8,
    objectFit: 'cover' as const,
    flex: 'none',
  };
  if (photoId) return <img src={`/api/photos/${photoId}`} alt="" style={style} loading="lazy" />;
  if (round) return <Avatar name={name || '?'} size="lg" />;
  return (
    <span className="tile" style={style}>
      <Sign size={size / 2} stroke={1.5} aria-hidden="true" />
    </span>
  );
}

/** Sets or removes the photo at once; before something is saved there is nothing to set it on. */
export function PhotoPart({
  of,
  photoId,
  name,
  isNew,
  touches,
  onMoved,
  onRemove,
}: {
  of: string;
  photoId: string | null;
  name?: string;
  isNew: boolean;
  touches: readonly string[];
  onMoved: (revision: number) => void;
  onRemove: () => Promise<{ revision: number }>;
}) {
  const { t } = useWords();
  const upload = useAction((file: File) => send<{ revision: number }>('PUT', `/api/${of}/photo`, file), {
    touches,
    done: t('web.product.photo_saved'),
    onDone: ({ revision }) => onMoved(revision),
  });
  const remove = useAction(onRemove, { touches, onDone: ({ revision }) => onMoved(revision) });
  return (
    <div className="row g12">
      <Picture photoId={photoId} size={72} {...(name === undefined ? {} : { name, icon: IconUser })} />
      {isNew ? (
        <span className="xs t3">{t('web.services.photo_later')}</span>
      ) : (
        <div className="col g4">
          <div className="row wrap">
            <FileButton accept="image/jpeg,image/png,image/webp" onChange={(file) => file && upload.mutate(file)}>
              {(props) => (
                <Button
                  {...props}
                  variant="default"
                  leftSection={<IconPhoto size={18} aria-hidden="true" />}
                  loading={upload.isPending}
                >
                  {t(photoId ? 'web.services.photo_change' : 'web.services.photo_add')}
                </Button>
              )}
            </FileButton>
            {photoId && (
              <Button
                variant="subtle"
                color="gray"
                px={8}
                aria-label={t('web.services.photo_remove')}
                loading={remove.isPending}
                onClick={() => remove.mutate(undefined)}
              >
                <IconTrash size={17} />
              </Button>
            )}
          </div>
          <span className="xs t3">{t('web.services.photo_hint')}</span>
        </div>
      )}
    </div>
  );
}
