export { automationRun } from './automation-run.ts';
export { booking } from './booking.ts';
export { bookingReminders } from './booking-reminders.ts';
export { bulk } from './bulk.ts';
export { checkout } from './checkout.ts';
export { deliverer } from './deliverer.ts';
export { paymentTimeout } from './payment-timeout.ts';
