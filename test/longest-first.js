/**
 * The order of the test files on a machine that has never run them: those that take minutes begin first, so that no
 * worker waits at the end for one of them. Jest's own guess is the size of the file.
 */
const LONG = [
  'test/e2e/pages.test.ts',
  'test/e2e/pages-of-settings.test.ts',
  'test/one-interpreter/one-interpreter.test.ts',
  'test/e2e/pages-of-bookings.test.ts',
  'test/e2e/drawing.test.ts',
  'test/e2e/restart.test.ts',
  'test/time-oracle/time-oracle.test.ts',
  'workflows/stories.test.ts',
  'test/slot-oracle/slot-oracle.test.ts',
];

const rank = (test) => {
  const at = LONG.findIndex((path) => test.path.endsWith(path));
  return at === -1 ? LONG.length : at;
};

export default class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1));
  }
  shard(tests) {
    return tests;
  }
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {
    // What a run took is not kept: every run has the same order.
  }
}
