/** What is only worth a look says so; everything else keeps from publishing. */
export type Graded = { severity?: 'error' | 'warning' | undefined };

export const isWarning = (issue: object): boolean => (issue as Graded).severity === 'warning';

/** What keeps from publishing, and what is only worth a look, each in its own order. */
export function bySeverity<T extends object>(issues: readonly T[]): { errors: readonly T[]; warnings: readonly T[] } {
  return {
    errors: issues.filter((issue) => !isWarning(issue)),
    warnings: issues.filter(isWarning),
  };
}
