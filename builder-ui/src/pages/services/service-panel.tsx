import { Button, Modal, SegmentedControl, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, taken, type Service, type ServiceCategory, type StaffMember, type WorkPlace } from '../../api.ts';
import { SidePanel } from '../../components/side-panel.tsx';
import { useAction } from '../../components/use-action.ts';
import { useUnsaved } from '../../components/use-unsaved.tsx';
import { useWords } from '../../words.tsx';
import { AddonsPart } from './addons-part.tsx';
import { CategoryField } from './category-field.tsx';
import { EditorFoot } from './editor-foot.tsx';
import { LangFields, NumberField, PriceInput } from './fields.tsx';
import { GiversPart } from './givers-part.tsx';
import { NeedsPart } from './needs-part.tsx';
import { Part } from './part.tsx';
import { PhotoPart } from './picture.tsx';
import { serviceBody, serviceForm } from './service-form.ts';
import { TimePart } from './time-part.tsx';
import { useEditor } from './use-editor.ts';
import { touchesSetup } from './use-setup.ts';

/** Everything of a service. A new one needs a name and a price; the rest has a usual value. */
export function ServicePanel({
  service,
  categories,
  staff,
  places,
  onClose,
}: {
  service: Service | undefined;
  categories: readonly ServiceCategory[];
  staff: readonly StaffMember[];
  places: readonly WorkPlace[];
  onClose: () => void;
}) {
  const { t, pick } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const isNew = service === undefined;
  const editor = useEditor({
    form: serviceForm(service),
    revision: service?.revision ?? 0,
    touches: touchesSetup,
    ...(isNew ? { done: t('web.services.created') } : {}),
    save: async (form, revision): Promise<{ revision: number; serviceId?: string }> => {
      const where = new Set(
        form.givers.flatMap(({ staffId }) => staff.find((one) => one.staffId === staffId)?.placeId ?? []),
      );
      const usable = new Set(
        places
          .filter(({ placeId }) => where.size === 0 || where.has(placeId))
          .flatMap((place) => place.resources.map(({ resourceId }) => resourceId)),
      );
      const body = serviceBody(form, (id) => usable.has(id));
      if (isNew) return taken(api.POST('/api/services', { body }));
      const params = { path: { id: service.serviceId } };
      return taken(api.PATCH('/api/services/{id}', { params, body: { ...body, revision } }));
    },
    onSaved: async ({ serviceId }) => {
      if (serviceId === undefined) return;
      // The page that opens has it in its list already.
      await client.invalidateQueries({ queryKey: ['services'] });
      await navigate(`/services/service/${serviceId}`, { replace: true });
    },
  });
  const { form, edit, wrong } = editor;
  const unsaved = useUnsaved(editor.dirty);
  return (
    <SidePanel
      label={t('web.services.panel')}
      onClose={() => unsaved.guard(onClose)}
      head={<h2 className="svc-head">{isNew ? t('web.services.new') : pick(service.name)}</h2>}
    >
      <form
        className="svc-form"
        onSubmit={(event) => {
          event.preventDefault();
          editor.save();
        }}
      >
        <PhotoPart
          of={`services/${service?.serviceId}`}
          photoId={service?.photoId ?? null}
          isNew={isNew}
          touches={touchesSetup}
          onMoved={editor.moved}
          onRemove={() =>
            taken(
              api.PATCH('/api/services/{id}', {
                params: { path: { id: service?.serviceId ?? '' } },
                body: { revision: service?.revision ?? 0, removePhoto: true },
              }),
            )
          }
        />
        <LangFields
          labels={{ ru: 'web.services.name_ru', en: 'web.services.name_en' }}
          value={form.name}
          max={120}
          wrong={wrong('name')}
          onChange={(name) => edit({ name })}
        />
        <Part title={t('web.services.part_price')}>
          <div className="row g12 top">
            <PriceInput
              label={t('web.services.price')}
              value={form.price}
              wrong={wrong('priceMinor')}
              onChange={(price) => edit({ price })}
            />
            <PriceInput
              label={t('web.services.price_to')}
              value={form.priceTo}
              wrong={wrong('priceToMinor')}
              onChange={(priceTo) => edit({ priceTo })}
            />
          </div>
        </Part>
        <TimePart editor={editor} />
        <Part title={t('web.services.part_staff')}>
          <GiversPart editor={editor} staff={staff} />
        </Part>
        <Part title={t('web.services.format')}>
          <SegmentedControl
            fullWidth
            aria-label={t('web.services.format')}
            value={form.format}
            onChange={(format) => edit({ format: format as Service['format'] })}
            data={(['place', 'online', 'both'] as const).map((value) => ({
              value,
              label: t(`web.services.format_${value}`),
            }))}
          />
          <div className="row g12 top">
            <Switch
              className="sp"
              label={t('web.services.is_group')}
              description={t('web.services.is_group_hint')}
              checked={form.isGroup}
              onChange={(event) => edit({ isGroup: event.currentTarget.checked })}
            />
            {form.isGroup && (
              <NumberField
                label={t('web.services.seats')}
                width={84}
                whole
                value={form.seats}
                wrong={wrong('capacity')}
                onChange={(seats) => edit({ seats })}
              />
            )}
          </div>
        </Part>
        <Part title={t('web.services.part_addons')} lead={t('web.services.addons_lead')}>
          <AddonsPart editor={editor} />
        </Part>
        {form.format !== 'online' && (
          <Part title={t('web.services.part_needs')} lead={t('web.services.needs_lead')}>
            <NeedsPart editor={editor} staff={staff} places={places} />
          </Part>
        )}
        <CategoryField
          categories={categories}
          value={form.categoryId}
          wrong={wrong('categoryId')}
          onChange={(categoryId) => edit({ categoryId })}
        />
        <LangFields
          labels={{ ru: 'web.services.text_ru', en: 'web.services.text_en' }}
          value={form.description}
          max={800}
          long
          wrong={wrong('description')}
          onChange={(description) => edit({ description })}
        />
        <Switch
          label={t('web.services.hide')}
          description={t('web.services.hide_hint')}
          checked={form.hidden}
          onChange={(event) => edit({ hidden: event.currentTarget.checked })}
        />
        {!isNew && <RemoveService service={service} onRemoved={onClose} />}
        <div className="svc-foot">
          <EditorFoot editor={editor} isNew={isNew} />
        </div>
      </form>
      {unsaved.dialog}
    </SidePanel>
  );
}

function RemoveService({ service, onRemoved }: { service: Service; onRemoved: () => void }) {
  const { t, pick } = useWords();
  const [asking, ask] = useState(false);
  const remove = useAction(
    () => taken(api.POST('/api/services/{id}/remove', { params: { path: { id: service.serviceId } } })),
    { touches: touchesSetup, done: t('web.services.removed'), onDone: onRemoved },
  );
  return (
    <div>
      <Button variant="subtle" color="red" className="svc-danger" px={8} ml={-8} onClick={() => ask(true)}>
        {t('web.services.remove')}
      </Button>
      {asking && (
        <Modal
          opened
          onClose={() => ask(false)}
          title={t('web.services.remove_title', { name: pick(service.name) })}
          closeButtonProps={{ 'aria-label': t('web.close') }}
        >
          <div className="col g12">
            <p className="s t2">{t('web.services.remove_lead')}</p>
            <div className="row" style={{ justifyContent: 'flex-end' }}>
              <Button variant="default" onClick={() => ask(false)}>
                {t('web.not_now')}
              </Button>
              <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
                {t('web.services.remove')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </div>
  );
}
