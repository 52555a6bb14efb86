import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconScissors, IconSearchOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, taken, type Service, type ServiceCategory } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { RenameCategory } from './rename-category.tsx';
import { ServiceList } from './service-list.tsx';
import { ServicePanel } from './service-panel.tsx';
import { usePlaces, useServices, useStaff } from './use-setup.ts';

/** Everything that can be booked, by section, in the order in which clients see it. */
export function ServicesTab({ search }: { search: string }) {
  const { t, pick } = useWords();
  const navigate = useNavigate();
  const { itemId } = useParams();
  const services = useServices();
  const staff = useStaff();
  const places = usePlaces();
  const data = services.data;
  const wanted = search.trim().toLowerCase();
  const fits = (one: Service) => !wanted || `${one.name.ru} ${one.name.en}`.toLowerCase().includes(wanted);
  const found = data?.services.filter(fits) ?? [];
  const sections = [...(data?.categories ?? []), undefined]
    .map((category) => ({
      category,
      services: found.filter((one) => one.categoryId === (category?.categoryId ?? null)),
    }))
    // An empty section is shown, so that it can be renamed or removed; a search looks for services.
    .filter((section) => section.services.length > 0 || (section.category && !wanted));
  const open = data?.services.find((one) => one.serviceId === itemId);
  const ready = staff.data && places.data;
  return (
    <>
      {services.isPending ? (
        <Waiting rows={6} height={48} />
      ) : services.error ? (
        <Failure error={services.error} retry={() => void services.refetch()} />
      ) : services.data.services.length === 0 && services.data.categories.length === 0 ? (
        <Empty icon={IconScissors} text={t('web.services.empty')}>
          <Button component={Link} to="/services/service/new">
            {t('web.services.empty_action')}
          </Button>
        </Empty>
      ) : sections.length === 0 ? (
        <Empty icon={IconSearchOff} text={t('web.services.search_none')} />
      ) : (
        <div className="svc-scroll" tabIndex={0} role="region" aria-label={t('web.services.tab_services')}>
          {sections.map(({ category, services: list }) => (
            <section key={category?.categoryId ?? 'none'} className="svc-section">
              {(category ?? sections.length > 1) && (
                <div className="row">
                  <h2>{category ? pick(category.name) : t('web.services.no_category')}</h2>
                  {category && (
                    <CategoryMenu category={category} all={services.data.categories} name={pick(category.name)} />
                  )}
                </div>
              )}
              {list.length > 0 && <ServiceList services={list} open={itemId} canMove={!wanted} />}
            </section>
          ))}
        </div>
      )}
      {services.data && ready && (itemId === 'new' || open) && (
        <ServicePanel
          key={itemId}
          service={open}
          categories={services.data.categories}
          staff={staff.data.staff}
          places={places.data.places}
          onClose={() => void navigate('/services')}
        />
      )}
    </>
  );
}

function CategoryMenu({
  category,
  all,
  name,
}: {
  category: ServiceCategory;
  all: readonly ServiceCategory[];
  name: string;
}) {
  const { t } = useWords();
  const [renaming, rename] = useState(false);
  const touches = ['services'];
  const at = all.findIndex(({ categoryId }) => categoryId === category.categoryId);
  const order = useAction((ids: string[]) => taken(api.PUT('/api/service-categories/order', { body: { ids } })), {
    touches,
  });
  const remove = useAction(
    () => taken(api.POST('/api/service-categories/{id}/remove', { params: { path: { id: category.categoryId } } })),
    { touches, done: t('web.services.category_removed') },
  );
  const move = (to: number) => {
    const ids = all.map(({ categoryId }) => categoryId);
    order.mutate(ids.toSpliced(at, 1).toSpliced(to, 0, category.categoryId));
  };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('web.services.category_menu', { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => rename(true)}>{t('web.services.category_rename')}</Menu.Item>
          <Menu.Item disabled={at === 0} onClick={() => move(at - 1)}>
            {t('web.services.category_up')}
          </Menu.Item>
          <Menu.Item disabled={at === all.length - 1} onClick={() => move(at + 1)}>
            {t('web.services.category_down')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => remove.mutate(undefined)}>{t('web.services.category_remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameCategory category={category} onClose={() => rename(false)} />}
    </>
  );
}
