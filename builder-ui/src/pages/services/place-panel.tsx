import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, taken, type WorkPlace } from '../../api.ts';
import { SidePanel } from '../../components/side-panel.tsx';
import { useAction } from '../../components/use-action.ts';
import { useUnsaved } from '../../components/use-unsaved.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { EditorFoot } from './editor-foot.tsx';
import { LangFields } from './fields.tsx';
import { Part } from './part.tsx';
import { ResourcesPart } from './resources-part.tsx';
import { SpecialDaysPart } from './special-days.tsx';
import { useEditor } from './use-editor.ts';
import { touchesSetup } from './use-setup.ts';
import { ZoneField } from './zone-field.tsx';

/** A place: name, address and clock together; rooms and holidays one by one. */
export function PlacePanel({ place, onClose }: { place: WorkPlace | undefined; onClose: () => void }) {
  const { t, pick } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const isNew = place === undefined;
  const businessZone = useMe().data?.business.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const editor = useEditor({
    form: {
      name: place?.name ?? { ru: '', en: '' },
      address: place?.address ?? { ru: '', en: '' },
      timeZone: place?.timeZone ?? businessZone,
    },
    revision: place?.revision ?? 0,
    touches: touchesSetup,
    ...(isNew ? { done: t('web.services.created') } : {}),
    save: async (form, revision): Promise<{ revision: number; placeId?: string }> => {
      if (isNew) return taken(api.POST('/api/places', { body: form }));
      const params = { path: { id: place.placeId } };
      return taken(api.PATCH('/api/places/{id}', { params, body: { ...form, revision } }));
    },
    onSaved: async ({ placeId }) => {
      if (placeId === undefined) return;
      // The page that opens has it in its list already.
      await client.invalidateQueries({ queryKey: ['places'] });
      await navigate(`/services/places/${placeId}`, { replace: true });
    },
  });
  const { form, edit, wrong } = editor;
  const unsaved = useUnsaved(editor.dirty);
  return (
    <SidePanel
      label={t('web.places.panel')}
      onClose={() => unsaved.guard(onClose)}
      head={<h2 className="svc-head">{isNew ? t('web.places.new') : pick(place.name)}</h2>}
    >
      <form
        className="svc-form"
        onSubmit={(event) => {
          event.preventDefault();
          editor.save();
        }}
      >
        <LangFields
          labels={{ ru: 'web.places.name_ru', en: 'web.places.name_en' }}
          value={form.name}
          max={120}
          wrong={wrong('name')}
          onChange={(name) => edit({ name })}
        />
        <LangFields
          labels={{ ru: 'web.places.address_ru', en: 'web.places.address_en' }}
          value={form.address}
          max={300}
          wrong={wrong('address')}
          onChange={(address) => edit({ address })}
        />
        <ZoneField value={form.timeZone} wrong={wrong('timeZone')} onChange={(timeZone) => edit({ timeZone })} />
        {isNew && <p className="xs t3">{t('web.places.resource_later')}</p>}
        <EditorFoot editor={editor} isNew={isNew} />
      </form>
      {!isNew && (
        <>
          <Part title={t('web.places.resources')} lead={t('web.places.resources_lead')}>
            <ResourcesPart place={place} />
          </Part>
          <Part title={t('web.places.days')}>
            <SpecialDaysPart of={{ placeId: place.placeId }} />
          </Part>
          <RemovePlace place={place} onRemoved={onClose} />
        </>
      )}
      {unsaved.dialog}
    </SidePanel>
  );
}

function RemovePlace({ place, onRemoved }: { place: WorkPlace; onRemoved: () => void }) {
  const { t, pick } = useWords();
  const [asking, ask] = useState(false);
  const remove = useAction(
    () => taken(api.POST('/api/places/{id}/remove', { params: { path: { id: place.placeId } } })),
    { touches: touchesSetup, done: t('web.places.removed'), onDone: onRemoved },
  );
  return (
    <div>
      <Button variant="subtle" color="red" className="svc-danger" px={8} ml={-8} onClick={() => ask(true)}>
        {t('web.places.remove')}
      </Button>
      {asking && (
        <Modal
          opened
          onClose={() => ask(false)}
          title={t('web.places.remove_title', { name: pick(place.name) })}
          closeButtonProps={{ 'aria-label': t('web.close') }}
        >
          <div className="col g12">
            <p className="s t2">{t('web.places.remove_lead')}</p>
            <div className="row" style={{ justifyContent: 'flex-end' }}>
              <Button variant="default" onClick={() => ask(false)}>
                {t('web.not_now')}
              </Button>
              <Button
                color="red.9"
                loading={remove.isPending}
                onClick={() => {
                  ask(false);
                  remove.mutate(undefined);
                }}
              >
                {t('web.places.remove')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </div>
  );
}
