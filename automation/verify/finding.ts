/** Each code has words in texts/ (`issue.<code>`) and a row in docs/verifier.md. */
export const findingCodes = {
  loop_uncapped: 'error',
  variable_unknown: 'error',
  variable_maybe: 'warning',
  condition_type_mismatch: 'error',
  condition_value_unknown: 'warning',
  window_empty: 'error',
  date_may_be_past: 'warning',
  dates_out_of_order: 'error',
  messages_over_cap: 'warning',
  messages_many: 'warning',
  stay_long: 'warning',
  automations_circle: 'error',
  automations_circle_once: 'warning',
  automation_missing: 'error',
  automation_not_manual: 'error',
  secret_missing: 'error',
  service_missing: 'error',
  staff_missing: 'error',
  button_missing: 'error',
  answer_unheard: 'warning',
  no_quiet_hours: 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

export type Severity = 'error' | 'warning';
export type FindingCode = keyof typeof findingCodes;

/** `path` leads to the place in the document, `facts` fill the words; an error refuses publication. */
export type Finding = { code: FindingCode; severity: Severity; path: string; facts: Record<string, unknown> };

/** The severity is the code's own, so that no proof can soften another's. */
export function finding(code: FindingCode, path: string, facts: Record<string, unknown>): Finding {
  return { code, severity: findingCodes[code], path, facts };
}
