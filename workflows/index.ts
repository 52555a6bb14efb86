export { automationRun } from './automation-run.ts';
export { bulk } from './bulk.ts';
export { checkout } from './checkout.ts';
export { deliverer } from './deliverer.ts';
export { paymentTimeout } from './payment-timeout.ts';
