import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import { Empty } from '../../components/empty.tsx';
import { Failure } from '../../components/failure.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { PlacePanel } from './place-panel.tsx';
import { Picture } from './picture.tsx';
import { usePlaces } from './use-setup.ts';

/** Where clients come, with rooms and equipment. */
export function PlacesTab() {
  const { t, pick } = useWords();
  const navigate = useNavigate();
  const { itemId } = useParams();
  const places = usePlaces();
  const open = places.data?.places.find((one) => one.placeId === itemId);
  return (
    <>
      {places.isPending ? (
        <Waiting rows={3} height={48} />
      ) : places.error ? (
        <Failure error={places.error} retry={() => void places.refetch()} />
      ) : places.data.places.length === 0 ? (
        <Empty icon={IconMapPin} text={t('web.places.empty')}>
          <Button component={Link} to="/services/places/new">
            {t('web.places.empty_action')}
          </Button>
        </Empty>
      ) : (
        <div className="svc-scroll" tabIndex={0} role="region" aria-label={t('web.services.tab_places')}>
          <section className="svc-section">
            <ul className="card svc-list">
              {places.data.places.map((place) => (
                <li key={place.placeId} className={`svc-row ${place.placeId === itemId ? 'on' : ''}`}>
                  <span className="svc-nohandle" />
                  <Link to={`/services/places/${place.placeId}`} className="svc-link">
                    <Picture photoId={null} size={44} icon={IconMapPin} />
                    <span className="sp">
                      <span className="svc-name">{pick(place.name)}</span>
                      <span className="svc-facts s t3">
                        {pick(place.address) && <span>{pick(place.address)}</span>}
                        <span>{place.timeZone.replaceAll('_', ' ')}</span>
                        <span>{t('web.places.staff', { count: place.staff })}</span>
                        {place.resources.length > 0 && (
                          <span className="cut">{place.resources.map(({ name }) => name).join(', ')}</span>
                        )}
                      </span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
      {places.data && (itemId === 'new' || open) && (
        <PlacePanel key={itemId} place={open} onClose={() => void navigate('/services/places')} />
      )}
    </>
  );
}
