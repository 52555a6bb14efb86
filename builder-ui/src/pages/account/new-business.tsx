import { Button, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, send, taken } from '../../api.ts';
import { useWords } from '../../words.tsx';
import { AccountFrame } from './account-frame.tsx';
import { useAsking } from './use-asking.ts';

/** The business of somebody who has just signed up. Asking twice makes one. */
export function NewBusinessPage() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { busy, trouble, ask } = useAsking();
  const [name, setName] = useState('');
  const [speaks, setSpeaks] = useState<'ru' | 'en'>(language);
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [demo, setDemo] = useState(true);
  return (
    <AccountFrame
      title={t('web.business.new_title')}
      lead={t('web.business.new_lead')}
      trouble={trouble}
      onSubmit={() =>
        void ask(async () => {
          await taken(api.POST('/api/businesses', { body: { name: name.trim(), language: speaks, timeZone, demo } }));
          client.clear();
          await navigate('/', { replace: true });
        })
      }
    >
      <TextInput
        label={t('web.business.name')}
        placeholder={t('web.business.name_sample')}
        required
        withAsterisk={false}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoFocus
      />
      <div>
        <p className="s" style={{ fontWeight: 500, marginBottom: 4 }}>
          {t('web.business.bot_language')}
        </p>
        <SegmentedControl
          aria-label={t('web.business.bot_language')}
          value={speaks}
          onChange={(value) => setSpeaks(value as 'ru' | 'en')}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <ZoneSelect value={timeZone} onChange={setTimeZone} />
      <Switch
        label={t('web.business.demo')}
        description={t('web.business.demo_hint')}
        checked={demo}
        onChange={(event) => setDemo(event.currentTarget.checked)}
      />
      <Button type="submit" size="md" loading={busy} disabled={name.trim() === ''}>
        {t('web.business.new_submit')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        onClick={async () => {
          await send('POST', '/api/auth/sign-out');
          client.clear();
          await navigate('/sign-in');
        }}
      >
        {t('web.settings.sign_out')}
      </Button>
    </AccountFrame>
  );
}

/** Every zone that the browser knows, the one at hand first. */
export function ZoneSelect({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t } = useWords();
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <Select
      label={t('web.business.zone')}
      description={t('web.business.zone_hint')}
      inputWrapperOrder={['label', 'input', 'description']}
      data={zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t('web.business.zone_none')}
    />
  );
}
