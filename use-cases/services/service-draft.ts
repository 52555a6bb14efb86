import { BusinessError } from '#domain/errors.ts';
import type { ServiceFormat } from '#persistence/entities/services.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import { checkDuration, checkedText, checkedTitle, checkNumber, checkPrice } from './checks.ts';

export type AddonDraft = {
  /** Of one that is there already. */
  addonId?: string | undefined;
  name: Localized;
  priceMinor: number;
  durationMinutes: number;
};
/** Null: as the service has it. */
export type OwnTerms = { priceMinor: number | null; durationMinutes: number | null };
export type Giver = OwnTerms & { staffId: string };

/** What a service says about itself. */
export type ServiceFields = {
  categoryId: string | null;
  name: Localized;
  description: Localized;
  priceMinor: number;
  /** "From … to …"; null: one price. */
  priceToMinor: number | null;
  durationMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Within the duration the person is free for others. */
  gap: { fromMinutes: number; minutes: number } | null;
  format: ServiceFormat;
  /** Seats; more than one makes it a group. */
  capacity: number;
  hidden: boolean;
};

/** A service as its owner edits it, with all that hangs on it. */
export type ServiceDraft = ServiceFields & {
  addons: readonly AddonDraft[];
  /** One of each list is taken: `[[room 1, room 2], [lamp]]`. */
  needs: readonly (readonly string[])[];
  givers: readonly Giver[];
};

const BUFFER = { min: 0, max: 480 };
const MOST = { addons: 20, needs: 5, resources: 50, givers: 200 };

/**
 * The draft with its texts in order. @throws BusinessError `title_invalid`, `text_too_long`, `service_price_invalid`,
 * `price_range_invalid`, `duration_invalid`, `setting_invalid`, `gap_invalid`, `group_has_gap`, each with the path.
 */
export function checkedService(draft: ServiceDraft): ServiceDraft {
  const name = checkedTitle(draft.name, 'name');
  checkPrice(draft.priceMinor, 'priceMinor');
  if (draft.priceToMinor !== null) {
    checkPrice(draft.priceToMinor, 'priceToMinor');
    if (draft.priceToMinor <= draft.priceMinor)
      throw new BusinessError('price_range_invalid', { path: 'priceToMinor' });
  }
  checkDuration(draft.durationMinutes, 'durationMinutes');
  checkNumber(draft.bufferBeforeMinutes, { path: 'bufferBeforeMinutes', ...BUFFER });
  checkNumber(draft.bufferAfterMinutes, { path: 'bufferAfterMinutes', ...BUFFER });
  checkNumber(draft.capacity, { path: 'capacity', min: 1, max: 500 });
  if (draft.gap !== null) {
    if (draft.capacity > 1) throw new BusinessError('group_has_gap', { path: 'gap' });
    checkGap(draft.gap, draft.durationMinutes, 'gap');
  }
  for (const [list, max] of Object.entries(MOST)) {
    const { length } = list === 'resources' ? draft.needs.flat() : draft[list as 'addons' | 'needs' | 'givers'];
    if (length > max) throw new BusinessError('setting_invalid', { path: list, min: 0, max });
  }
  draft.needs.forEach((any, index) => {
    if (any.length === 0) throw new BusinessError('need_empty', { path: `needs.${index}` });
  });
  draft.givers.forEach((giver, index) => checkTerms(giver, draft.gap, `givers.${index}`));
  return {
    ...draft,
    name,
    description: checkedText(draft.description, 'description', 800),
    addons: draft.addons.map((addon, index) => checkedAddon(addon, `addons.${index}`)),
  };
}

/** A price and a time of one's own. The gap of the service lies inside the own time too. */
export function checkTerms(terms: OwnTerms, gap: ServiceFields['gap'], path: string): void {
  if (terms.priceMinor !== null) checkPrice(terms.priceMinor, `${path}.priceMinor`);
  if (terms.durationMinutes === null) return;
  checkDuration(terms.durationMinutes, `${path}.durationMinutes`);
  if (gap) checkGap(gap, terms.durationMinutes, `${path}.durationMinutes`);
}

/** Work comes before a gap and after it. */
function checkGap({ fromMinutes, minutes }: NonNullable<ServiceFields['gap']>, duration: number, path: string): void {
  const whole = Number.isSafeInteger(fromMinutes) && Number.isSafeInteger(minutes);
  if (!whole || fromMinutes < 1 || minutes < 1 || fromMinutes + minutes >= duration)
    throw new BusinessError('gap_invalid', { path, from: fromMinutes, to: fromMinutes + minutes, duration });
}

function checkedAddon(addon: AddonDraft, path: string): AddonDraft {
  checkPrice(addon.priceMinor, `${path}.priceMinor`);
  checkNumber(addon.durationMinutes, { path: `${path}.durationMinutes`, min: 0, max: 480 });
  return { ...addon, name: checkedTitle(addon.name, `${path}.name`) };
}
