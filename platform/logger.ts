import { pino } from 'pino';
import { env } from './env.ts';

/** One logger a process. Ids only: names, phones and texts of people never go into logs. */
export const logger = pino({ level: env.logLevel, base: null, redact: ['token', '*.token', 'password', '*.password'] });
