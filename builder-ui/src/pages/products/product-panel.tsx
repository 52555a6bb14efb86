import { Alert, Button, FileButton, NumberInput, Switch, Tabs, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { api, Problem, send, taken, type Product } from '../../api.ts';
import { errorWords } from '../../components/failure.tsx';
import { numberMarks } from '../../components/number-marks.ts';
import { SidePanel } from '../../components/side-panel.tsx';
import { useAction } from '../../components/use-action.ts';
import { useWords } from '../../words.tsx';
import { Photo } from './photo.tsx';
import { StockPart } from './stock-part.tsx';

export function ProductPanel({ product, onClose }: { product: Product; onClose: () => void }) {
  const words = useWords();
  const { t, pick } = words;
  return (
    <SidePanel
      label={t('web.product.label')}
      onClose={onClose}
      head={<h2 style={{ fontSize: 20, lineHeight: '28px' }}>{pick(product.name)}</h2>}
    >
      <PhotoPart product={product} />
      <Tabs defaultValue="card" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="card">{t('web.product.card')}</Tabs.Tab>
          <Tabs.Tab value="stock">{t('web.product.stock')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="card">
          <CardPart product={product} />
        </Tabs.Panel>
        <Tabs.Panel value="stock">
          <StockPart product={product} />
        </Tabs.Panel>
      </Tabs>
    </SidePanel>
  );
}

function PhotoPart({ product }: { product: Product }) {
  const { t } = useWords();
  const upload = useAction((file: File) => send('PUT', `/api/products/${product.id}/photo`, file), {
    touches: ['products'],
    done: t('web.product.photo_saved'),
  });
  return (
    <div className="row g12">
      <Photo product={product} size={88} />
      <div className="col g4">
        <FileButton accept="image/jpeg,image/png,image/webp" onChange={(file) => file && upload.mutate(file)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconPhoto size={18} aria-hidden="true" />}
              loading={upload.isPending}
            >
              {t('web.product.photo')}
            </Button>
          )}
        </FileButton>
        <span className="xs t3">{t('web.product.photo_hint')}</span>
      </div>
    </div>
  );
}

type Draft = Pick<Product, 'name' | 'description' | 'hidden' | 'revision'> & {
  variants: { id: string; name: Product['name']; price: number | string; hidden: boolean }[];
};

function draftOf(product: Product): Draft {
  const { name, description, hidden, revision } = product;
  return {
    name,
    description,
    hidden,
    revision,
    variants: product.variants.map((one) => ({
      id: one.id,
      name: one.name,
      price: one.priceMinor / 100,
      hidden: one.hidden,
    })),
  };
}

/** Saved under the revision that was read: what someone else changed meanwhile is never overwritten unseen. */
function CardPart({ product }: { product: Product }) {
  const words = useWords();
  const { t } = words;
  const [draft, setDraft] = useState(() => draftOf(product));
  const [dirty, setDirty] = useState(false);
  if (!dirty && draft.revision !== product.revision) setDraft(draftOf(product));
  const edit = (change: Partial<Draft>) => {
    setDirty(true);
    setDraft((before) => ({ ...before, ...change }));
  };
  const save = useAction(
    (from: Draft) =>
      taken(
        api.PATCH('/api/products/{id}', {
          params: { path: { id: product.id } },
          body: {
            revision: from.revision,
            name: from.name,
            description: from.description,
            hidden: from.hidden,
            variants: from.variants.map((one) => ({
              variantId: one.id,
              priceMinor: Math.round(Number(one.price) * 100),
              hidden: one.hidden,
            })),
          },
        }),
      ),
    {
      touches: ['products'],
      done: t('web.saved'),
      quiet: true,
      onDone: ({ revision }) => {
        setDirty(false);
        setDraft((before) => ({ ...before, revision }));
      },
    },
  );
  const conflict = save.error instanceof Problem && save.error.code === 'product_changed';
  return (
    <form
      className="col g12"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      {save.error && (
        <Alert
          color={conflict ? 'yellow' : 'red'}
          variant="light"
          icon={<IconAlertTriangle size={18} />}
          role="alert"
          styles={{ message: { color: 'var(--text)' } }}
        >
          <p className="s">{conflict ? t('web.product.conflict') : errorWords(words, save.error)}</p>
          {conflict && (
            <div className="row" style={{ marginTop: 8 }}>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setDraft(draftOf(product));
                  setDirty(false);
                  save.reset();
                }}
              >
                {t('web.product.take_theirs')}
              </Button>
              <Button size="xs" onClick={() => save.mutate({ ...draft, revision: product.revision })}>
                {t('web.product.keep_mine')}
              </Button>
            </div>
          )}
        </Alert>
      )}
      {(['ru', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          label={t(`web.product.name_${language}`)}
          required
          withAsterisk={false}
          maxLength={120}
          value={draft.name[language]}
          onChange={(event) => edit({ name: { ...draft.name, [language]: event.currentTarget.value } })}
        />
      ))}
      {(['ru', 'en'] as const).map((language) => (
        <Textarea
          key={language}
          label={t(`web.product.description_${language}`)}
          autosize
          minRows={2}
          maxLength={800}
          value={draft.description[language]}
          onChange={(event) => edit({ description: { ...draft.description, [language]: event.currentTarget.value } })}
        />
      ))}
      <fieldset style={{ border: 0, padding: 0, margin: 0 }} className="col g12">
        <legend style={{ fontWeight: 600, padding: 0, marginBottom: 8 }}>{t('web.product.variants')}</legend>
        {draft.variants.map((variant, index) => {
          const change = (part: Partial<Draft['variants'][number]>) =>
            edit({ variants: draft.variants.map((one, at) => (at === index ? { ...one, ...part } : one)) });
          return (
            <div key={variant.id} className="row g12">
              <span className="sp">{words.pick(variant.name)}</span>
              <NumberInput
                aria-label={t('web.product.price_of', { name: words.pick(variant.name) })}
                w={130}
                suffix={'\u00a0₽'}
                {...numberMarks(words.language)}
                min={0.01}
                decimalScale={2}
                hideControls
                required
                value={variant.price}
                onChange={(price) => change({ price })}
              />
              <Switch
                label={t('web.product.on_sale')}
                checked={!variant.hidden}
                onChange={(event) => change({ hidden: !event.currentTarget.checked })}
              />
            </div>
          );
        })}
      </fieldset>
      <Switch
        label={t('web.product.hide')}
        description={t('web.product.hide_hint')}
        checked={draft.hidden}
        onChange={(event) => edit({ hidden: event.currentTarget.checked })}
      />
      <div className="row">
        <Button type="submit" disabled={!dirty} loading={save.isPending}>
          {t('web.save')}
        </Button>
        {dirty && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setDraft(draftOf(product));
              setDirty(false);
              save.reset();
            }}
          >
            {t('web.undo')}
          </Button>
        )}
      </div>
    </form>
  );
}
