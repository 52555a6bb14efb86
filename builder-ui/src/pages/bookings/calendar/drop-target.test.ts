import { describe, expect, it } from '@jest/globals';
import { gridOf } from './columns.ts';
import { carriedTo, inTheWay, stretchedTo } from './drop-target.ts';
import { aBooking, aCalendar, TEST_DAY } from './test-calendar.ts';

const window = { from: 540, to: 1_200 };
const piece = { from: 600, to: 690 };

describe('a lifted block', () => {
  it('goes from quarter to quarter and keeps its length', () => {
    expect(carriedTo(piece, { column: 1, minutes: 728 }, window)).toEqual({ column: 1, from: 735, to: 825 });
  });

  it('stays on the grid', () => {
    expect(carriedTo(piece, { column: 0, minutes: 0 }, window).from).toBe(540);
    expect(carriedTo(piece, { column: 0, minutes: 5_000 }, window).from).toBe(1_185);
  });

  it('that is stretched keeps its beginning and at least a quarter of an hour', () => {
    expect(stretchedTo(piece, { column: 0, minutes: 743 }, window)).toEqual({ column: 0, from: 600, to: 750 });
    expect(stretchedTo(piece, { column: 0, minutes: 0 }, window).to).toBe(615);
    expect(stretchedTo(piece, { column: 0, minutes: 9_999 }, window).to).toBe(1_200);
  });

  it('hears who or what is in its way, but not itself', () => {
    const one = aBooking('one', [{ from: '10:00', to: '11:00' }]);
    const two = aBooking('two', [{ from: '12:00', to: '13:00' }], {
      contact: { contactId: 'c', name: 'Ася', phone: null },
    });
    const asked = {
      by: 'staff',
      days: [TEST_DAY],
      personId: null,
      now: { day: TEST_DAY, minute: 0 },
      buffers: new Map(),
    } as const;
    const [column] = gridOf(aCalendar([one, two]), asked).columns;
    const [lifted] = column!.pieces;
    const at = (from: number, to: number) => inTheWay(column!, lifted!, { from: from * 60, to: to * 60 });
    expect(at(10.5, 11.5)).toEqual({ kind: 'free' });
    expect(at(11.5, 12.5)).toEqual({ kind: 'busy', with: 'Ася' });
    expect(at(12.9, 13.4).kind).toBe('busy');
    expect(at(13, 14)).toEqual({ kind: 'off' });
    expect(inTheWay({ ...column!, staffId: 'b' }, lifted!, { from: 600, to: 660 }, () => false).kind).toBe('not_given');
  });

  it('needs the time around itself too', () => {
    const one = aBooking('one', [{ from: '10:00', to: '11:00' }]);
    const two = aBooking('two', [{ from: '12:00', to: '13:00' }]);
    const buffers = new Map([['service', { before: 0, after: 15 }]]);
    const now = { day: TEST_DAY, minute: 0 };
    const [column] = gridOf(aCalendar([one, two]), {
      by: 'staff',
      days: [TEST_DAY],
      personId: null,
      now,
      buffers,
    }).columns;
    const [lifted] = column!.pieces;
    expect(inTheWay(column!, lifted!, { from: 645, to: 705 }).kind).toBe('free');
    expect(inTheWay(column!, lifted!, { from: 660, to: 720 }).kind).toBe('busy');
  });
});
