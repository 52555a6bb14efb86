import type { Request } from 'express';

/** The language of whoever reads the answer: what the app says, else what the browser prefers. */
export function languageOf(request: Request): 'ru' | 'en' {
  const said = request.get('x-takt-language');
  if (said === 'ru' || said === 'en') return said;
  return request.acceptsLanguages('ru', 'en') === 'ru' ? 'ru' : 'en';
}

/** The same of a request that is not Express's. */
export function languageOfHeaders(headers: Headers | undefined): 'ru' | 'en' {
  const said = headers?.get('x-takt-language');
  if (said === 'ru' || said === 'en') return said;
  return /\bru\b/i.test(headers?.get('accept-language')?.split(',')[0] ?? '') ? 'ru' : 'en';
}
