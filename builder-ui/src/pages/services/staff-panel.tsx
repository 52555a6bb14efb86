import { Select, Switch, Tabs, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, taken, type Service, type StaffMember, type WorkPlace } from '../../api.ts';
import { SidePanel } from '../../components/side-panel.tsx';
import { useUnsaved } from '../../components/use-unsaved.tsx';
import { useMe } from '../../shell/use-me.ts';
import { useWords } from '../../words.tsx';
import { EditorFoot } from './editor-foot.tsx';
import { LangFields, NumberField } from './fields.tsx';
import { GivenPart } from './given-part.tsx';
import { Part } from './part.tsx';
import { PhotoPart } from './picture.tsx';
import { RemoveStaff } from './remove-staff.tsx';
import { SpecialDaysPart } from './special-days.tsx';
import { staffBody, staffForm } from './staff-form.ts';
import { useEditor } from './use-editor.ts';
import { touchesSetup } from './use-setup.ts';
import { WeekEditor } from './week-editor.tsx';

/** Everything of a person. Special days are saved one by one, the rest together. */
export function StaffPanel({
  person,
  places,
  services,
  onClose,
}: {
  person: StaffMember | undefined;
  places: readonly WorkPlace[];
  services: readonly Service[];
  onClose: () => void;
}) {
  const { t, pick } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [query] = useSearchParams();
  const part = query.get('part');
  const [tab, setTab] = useState<string>(part ?? 'card');
  useEffect(() => {
    if (part) setTab(part);
  }, [part]);
  const isNew = person === undefined;
  const editor = useEditor({
    form: staffForm(person, places[0]?.placeId ?? ''),
    revision: person?.revision ?? 0,
    touches: touchesSetup,
    ...(isNew ? { done: t('web.services.created') } : {}),
    save: async (form, revision): Promise<{ revision: number; staffId?: string }> => {
      const body = staffBody(form);
      if (isNew) return taken(api.POST('/api/staff', { body }));
      const params = { path: { id: person.staffId } };
      return taken(api.PATCH('/api/staff/{id}', { params, body: { ...body, revision } }));
    },
    onSaved: async ({ staffId }) => {
      if (staffId === undefined) return;
      // The page that opens has it in its list already.
      await client.invalidateQueries({ queryKey: ['staff'] });
      // Hours are what comes next for somebody new.
      await navigate(`/services/staff/${staffId}?part=week`, { replace: true });
    },
  });
  const { form, edit, wrong, refused } = editor;
  useEffect(() => {
    if (refused !== undefined) setTab(refused.startsWith('week') ? 'week' : 'card');
  }, [refused]);
  const unsaved = useUnsaved(editor.dirty);
  const place = places.find(({ placeId }) => placeId === form.placeId);
  return (
    <SidePanel
      label={t('web.staff.panel')}
      onClose={() => unsaved.guard(onClose)}
      head={<h2 className="svc-head">{isNew ? t('web.staff.new') : person.name}</h2>}
    >
      <Tabs value={tab} onChange={(value) => setTab(value ?? 'card')} className="svc-tabs">
        <Tabs.List>
          <Tabs.Tab value="card">{t('web.staff.tab_card')}</Tabs.Tab>
          <Tabs.Tab value="week">{t('web.staff.tab_week')}</Tabs.Tab>
          {!isNew && <Tabs.Tab value="days">{t('web.staff.tab_days')}</Tabs.Tab>}
        </Tabs.List>
        <form
          className="svc-form"
          hidden={tab === 'days'}
          onSubmit={(event) => {
            event.preventDefault();
            editor.save();
          }}
        >
          <Tabs.Panel value="card" className="svc-form">
            <PhotoPart
              of={`staff/${person?.staffId}`}
              photoId={person?.photoId ?? null}
              name={form.name}
              isNew={isNew}
              touches={touchesSetup}
              onMoved={editor.moved}
              onRemove={() =>
                taken(
                  api.PATCH('/api/staff/{id}', {
                    params: { path: { id: person?.staffId ?? '' } },
                    body: { revision: person?.revision ?? 0, removePhoto: true },
                  }),
                )
              }
            />
            <TextInput
              label={t('web.staff.name')}
              maxLength={100}
              value={form.name}
              error={wrong('name')}
              onChange={(event) => edit({ name: event.currentTarget.value })}
            />
            {(places.length > 1 || wrong('placeId')) && (
              <Select
                label={t('web.staff.place')}
                allowDeselect={false}
                data={places.map((one) => ({ value: one.placeId, label: pick(one.name) }))}
                value={form.placeId}
                error={wrong('placeId')}
                onChange={(placeId) => placeId && edit({ placeId })}
              />
            )}
            <Part title={t('web.staff.services')}>
              <GivenPart editor={editor} services={services} />
            </Part>
            <LangFields
              labels={{ ru: 'web.staff.about_ru', en: 'web.staff.about_en' }}
              value={form.about}
              max={800}
              long
              wrong={wrong('about')}
              onChange={(about) => edit({ about })}
            />
            <SignIn editor={editor} />
            <Part title={t('web.staff.limits')}>
              <div className="row g12 top">
                <NumberField
                  label={t('web.staff.max_day')}
                  placeholder={t('web.staff.no_limit')}
                  whole
                  value={form.maxPerDay}
                  wrong={wrong('maxPerDay')}
                  onChange={(maxPerDay) => edit({ maxPerDay })}
                />
                <NumberField
                  label={t('web.staff.max_week')}
                  placeholder={t('web.staff.no_limit')}
                  whole
                  value={form.maxPerWeek}
                  wrong={wrong('maxPerWeek')}
                  onChange={(maxPerWeek) => edit({ maxPerWeek })}
                />
              </div>
            </Part>
            <Switch
              label={t('web.staff.hide')}
              description={t('web.staff.hide_hint')}
              checked={form.hidden}
              onChange={(event) => edit({ hidden: event.currentTarget.checked })}
            />
            {!isNew && <RemoveStaff person={person} onRemoved={onClose} />}
          </Tabs.Panel>
          <Tabs.Panel value="week">
            <WeekEditor
              week={form.week}
              zone={place?.timeZone.replaceAll('_', ' ') ?? ''}
              wrong={wrong}
              onChange={(week) => edit({ week })}
            />
          </Tabs.Panel>
          <div className="svc-foot">
            <EditorFoot editor={editor} isNew={isNew} />
          </div>
        </form>
        {!isNew && (
          <Tabs.Panel value="days" keepMounted={false}>
            <SpecialDaysPart of={{ staffId: person.staffId }} />
          </Tabs.Panel>
        )}
      </Tabs>
      {unsaved.dialog}
    </SidePanel>
  );
}

/** Who signs in as this person. Only owners see who works here; for others the link stays as it is. */
function SignIn({
  editor: { form, edit, wrong },
}: {
  editor: Pick<
    ReturnType<typeof useEditor<ReturnType<typeof staffForm>, { revision: number }>>,
    'form' | 'edit' | 'wrong'
  >;
}) {
  const { t } = useWords();
  const owner = useMe().data?.role === 'owner';
  const members = useQuery({
    queryKey: ['members'],
    queryFn: () => taken(api.GET('/api/members')),
    enabled: owner,
  });
  if (!owner) return null;
  const list = members.data?.members ?? [];
  return (
    <Select
      label={t('web.staff.sign_in')}
      description={t('web.staff.sign_in_hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      data={[
        { value: '', label: t('web.staff.sign_in_none') },
        ...list.map(({ id, name, role }) => ({ value: id, label: `${name}, ${t(`web.role.${role}`)}` })),
      ]}
      value={form.membershipId ?? ''}
      error={wrong('membershipId')}
      onChange={(value) => edit({ membershipId: value || null })}
    />
  );
}
