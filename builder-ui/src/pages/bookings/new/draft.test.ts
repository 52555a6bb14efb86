import { describe, expect, it } from '@jest/globals';
import type { Service } from '../../../api.ts';
import { givenBy, nearestSlots, newClientOf, recentFirst, requestOf, totalOf } from './draft.ts';

const giver = (staffId: string, facts: { priceMinor?: number; durationMinutes?: number } = {}) => ({
  staffId,
  name: staffId,
  hidden: false,
  priceMinor: null,
  durationMinutes: null,
  ...facts,
});
const service = (serviceId: string, givers: ReturnType<typeof giver>[]): Service => ({
  serviceId,
  categoryId: null,
  name: { ru: serviceId, en: serviceId },
  description: { ru: '', en: '' },
  priceMinor: 1_000,
  priceToMinor: null,
  durationMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  gap: null,
  format: 'place',
  capacity: 1,
  hidden: false,
  addons: [{ addonId: 'design', name: { ru: 'Дизайн', en: 'Design' }, priceMinor: 300, durationMinutes: 15 }],
  needs: [],
  givers,
  photoId: null,
  revision: 1,
});
const nails = service('nails', [giver('a', { priceMinor: 1_500, durationMinutes: 90 }), giver('b')]);
const hair = service('hair', [giver('b')]);
const item = { serviceId: 'nails', staffId: null, addonIds: [] };

describe('a visit that is being written down', () => {
  it('can be asked about once every service is chosen', () => {
    expect(requestOf({ items: [{ ...item, serviceId: null }], format: 'place' }, null)).toBeUndefined();
    expect(requestOf({ items: [item], format: 'place' }, 'place')).toEqual({
      items: [item],
      format: 'place',
      placeId: 'place',
    });
  });

  it('offers what was booked last first', () => {
    expect(recentFirst([nails, hair], ['hair']).map(({ serviceId }) => serviceId)).toEqual(['hair', 'nails']);
    expect(recentFirst([nails, hair], []).map(({ serviceId }) => serviceId)).toEqual(['nails', 'hair']);
  });

  it('offers what the person of the column gives', () => {
    expect(givenBy([nails, hair], 'a').map(({ serviceId }) => serviceId)).toEqual(['nails']);
    expect(givenBy([nails, hair], null)).toHaveLength(2);
  });

  it('costs and lasts as with the chosen person', () => {
    expect(totalOf([nails], [{ ...item, staffId: 'a', addonIds: ['design'] }])).toEqual({
      minutes: 105,
      priceMinor: 1_800,
      from: false,
    });
    expect(totalOf([nails], [item])).toEqual({ minutes: 60, priceMinor: 1_000, from: true });
  });

  it('shows the free times nearest to the wanted one, in order', () => {
    const slots = ['10:00', '12:00', '14:00', '16:00'].map((time) => ({
      startsAt: `2026-11-20T${time}:00.000Z`,
      endsAt: '',
      sessionId: null,
      items: [],
    }));
    const near = nearestSlots(slots, Date.parse('2026-11-20T14:30:00.000Z'), 2);
    expect(near.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual(['14:00', '16:00']);
  });

  it('takes the name and the number of a new client from what was searched', () => {
    expect(newClientOf('Кира')).toEqual({ name: 'Кира', phone: '' });
    expect(newClientOf('+7 912 345-67-89')).toEqual({ name: '', phone: '+7 912 345-67-89' });
    expect(newClientOf('Кира 89123456789')).toEqual({ name: 'Кира', phone: '89123456789' });
  });
});
