import { expect, it } from '@jest/globals';
import { bySeverity } from './problems-order.ts';

it('what keeps from publishing comes before what is only worth a look, each in its own order', () => {
  const issues = [
    { id: 1, severity: 'warning' },
    { id: 2 },
    { id: 3, severity: 'error' },
    { id: 4, severity: 'warning' },
  ];
  const { errors, warnings } = bySeverity(issues);
  expect([errors.map((one) => one.id), warnings.map((one) => one.id)]).toEqual([
    [2, 3],
    [1, 4],
  ]);
});
