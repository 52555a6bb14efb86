import type { Screen } from '../screens/screen.ts';
import type { Draft } from './draft.ts';

/** A question as it is asked, and the draft as asking has left it. */
export type Drawn = { draft: Draft; screen: Screen };

/** What a question may be asked with. */
export type Asking = {
  /** As a message of its own, not in place of the pressed one. */
  anew?: boolean | undefined;
  /** Said above the question. */
  note?: string | undefined;
  /** Free times to choose at once. */
  near?: readonly Date[] | undefined;
  /** Which services are listed; undefined: all. */
  categoryId?: string | null | undefined;
  page?: number | undefined;
  /** The number that is known is not the one. */
  otherPhone?: boolean | undefined;
};
