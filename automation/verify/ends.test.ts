import { describe, expect, it } from '@jest/globals';
import { codesOf, chainWith, found, message, wait, when } from './testing.ts';

const isNew = when('contact.ordersPaid', 'less', 2);

describe('an automation ends for everybody', () => {
  it('a circle that nothing counts is refused, even when somebody waits on it', () => {
    const round = chainWith(
      [
        ['pause', 'wait', wait('P1D')],
        ['more', 'if', isNew],
      ],
      {},
      [
        ['trigger', 'next', 'pause'],
        ['pause', 'next', 'more'],
        ['more', 'yes', 'pause'],
        ['more', 'no', 'done'],
      ],
    );
    expect(found(round, 'loop_uncapped')).toMatchObject([
      {
        severity: 'error',
        path: 'nodes.0',
        facts: { node: 'pause', through: ['more', 'pause'], title: { en: 'Wait 1 day' } },
      },
    ]);
  });

  it('a circle that leads back over the counted way of a repetition ends', () => {
    expect(codesOf(twice())).not.toContain('loop_uncapped');
  });

  it('a circle inside of a circle ends when each has a repetition of its own', () => {
    expect(codesOf(nested('outer'))).not.toContain('loop_uncapped');
  });

  it('a repetition does not end a circle around it that nothing counts: its count begins anew each time', () => {
    expect(found(nested('pause'), 'loop_uncapped')).toMatchObject([
      { facts: { through: ['inner', 'outer', 'pause'] } },
    ]);
  });

  it('the way “enough” of a repetition does not end a circle', () => {
    const back = chainWith(
      [
        ['pause', 'wait', wait('P1D')],
        ['count', 'repeat', { times: 3 }],
      ],
      {},
      [
        ['trigger', 'next', 'pause'],
        ['pause', 'next', 'count'],
        ['count', 'done', 'pause'],
        ['count', 'again', 'done'],
      ],
    );
    expect(codesOf(back)).toContain('loop_uncapped');
  });
});

function twice(): ReturnType<typeof chainWith> {
  return chainWith(
    [
      ['say', 'send-message', message()],
      ['pause', 'wait', wait('P1D')],
      ['count', 'repeat', { times: 2 }],
    ],
    {},
    [
      ['trigger', 'next', 'say'],
      ['say', 'next', 'pause'],
      ['pause', 'next', 'count'],
      ['count', 'again', 'say'],
      ['count', 'done', 'done'],
    ],
  );
}

/** Around the inner repetition another circle, closed by a repetition (`outer`) or by nothing that counts. */
function nested(closes: 'outer' | 'pause'): ReturnType<typeof chainWith> {
  return chainWith(
    [
      ['pause', 'wait', wait('PT1H')],
      ['inner', 'repeat', { times: 2 }],
      closes === 'outer' ? ['outer', 'repeat', { times: 3 }] : ['outer', 'if', isNew],
    ],
    {},
    [
      ['trigger', 'next', 'pause'],
      ['pause', 'next', 'inner'],
      ['inner', 'again', 'pause'],
      ['inner', 'done', 'outer'],
      ...(closes === 'outer'
        ? ([
            ['outer', 'again', 'pause'],
            ['outer', 'done', 'done'],
          ] as [string, string, string][])
        : ([
            ['outer', 'yes', 'pause'],
            ['outer', 'no', 'done'],
          ] as [string, string, string][])),
    ],
  );
}
