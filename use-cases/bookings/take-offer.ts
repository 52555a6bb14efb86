export { takeOffer } from './offer-slots.ts';
