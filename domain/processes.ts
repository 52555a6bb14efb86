/** The process types, and the one place where workflow ids are made. */
export type ProcessType = 'checkout' | 'payment-timeout' | 'automation-run' | 'bulk' | 'booking' | 'booking-reminders';

export const orderProcessId = (orderId: string): string => `order:${orderId}`;
export const paymentProcessId = (paymentId: string): string => `payment:${paymentId}:timeout`;
export const runProcessId = (runId: string): string => `run:${runId}`;
export const bulkProcessId = (jobId: string): string => `bulk:${jobId}`;
export const bookingProcessId = (bookingId: string): string => `booking:${bookingId}`;
export const remindersProcessId = (bookingId: string): string => `booking:${bookingId}:reminders`;
export const delivererId = (n: number): string => `deliverer:${n}`;

/** The workflow type that serves a process type. */
export const workflowTypes: Readonly<Record<ProcessType, string>> = {
  checkout: 'checkout',
  'payment-timeout': 'paymentTimeout',
  'automation-run': 'automationRun',
  bulk: 'bulk',
  booking: 'booking',
  'booking-reminders': 'bookingReminders',
};

/** Payments before visits, before journeys, before work over many: for Temporal, and for who is woken first. */
export const processPriorities: Readonly<Record<ProcessType, number>> = {
  checkout: 1,
  'payment-timeout': 1,
  booking: 2,
  'booking-reminders': 2,
  'automation-run': 3,
  bulk: 4,
};

/** What a workflow is started with: ids only, never personal data. */
export type ProcessInput = { businessId: string; subjectId: string };
