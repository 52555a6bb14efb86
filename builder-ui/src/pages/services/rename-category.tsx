import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { api, Problem, taken, type ServiceCategory } from '../../api.ts';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { LangFields } from './fields.tsx';

export function RenameCategory({ category, onClose }: { category: ServiceCategory; onClose: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState(category.name);
  const save = useAction(
    () =>
      taken(
        api.PATCH('/api/service-categories/{id}', {
          params: { path: { id: category.categoryId } },
          body: { name },
        }),
      ),
    { touches: ['services'], done: t('web.saved'), quiet: true, onDone: onClose },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('web.services.category_name')}
      closeButtonProps={{ 'aria-label': t('web.close') }}
    >
      <form
        className="col g12"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        <LangFields
          labels={{ ru: 'web.services.name_ru', en: 'web.services.name_en' }}
          value={name}
          max={60}
          autoFocus
          wrong={save.error instanceof Problem ? save.error.message : undefined}
          onChange={setName}
        />
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button type="submit" loading={save.isPending}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
