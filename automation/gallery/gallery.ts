import type { AutomationInput } from '../document.ts';
import type { Words } from '../words.ts';
import { askForReview } from './ask-for-review.ts';
import { openingHours } from './opening-hours.ts';
import { thankForOrder } from './thank-for-order.ts';
import { unpaidOrder } from './unpaid-order.ts';
import { winBack } from './win-back.ts';

/** A chain to begin from. What it says to clients stands in both languages; its name is in the owner's. */
export type GalleryItem = { id: string; title: Words; about: Words; document: Omit<AutomationInput, 'name'> };

/** What an owner may begin with instead of an empty drawing. */
export const gallery: readonly GalleryItem[] = [thankForOrder, askForReview, unpaidOrder, winBack, openingHours];
