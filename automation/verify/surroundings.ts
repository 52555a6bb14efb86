import type { AutomationDocument } from '../document.ts';
import type { Cap } from '../facts.ts';

/** What the document is verified against. `id`: of the automation itself. */
export type Surroundings = {
  id: string;
  /** The other active automations. */
  others: readonly { id: string; name: string; document: AutomationDocument }[];
  caps: readonly Cap[];
  /** Names that exist; undefined: not known here (the browser), so not checked. */
  secrets?: readonly string[] | undefined;
  /** Services and people that are there; undefined: not known here. */
  offered?: { services: readonly string[]; staff: readonly string[] } | undefined;
};
