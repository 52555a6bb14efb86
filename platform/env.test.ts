import { describe, expect, it } from '@jest/globals';
import { readEnv } from './env.ts';

describe('the environment', () => {
  it('names every bad variable at once, each with an example', () => {
    expect(() => readEnv({ PORT: 'x', PUBLIC_URL: 'shop' })).toThrow(/PORT: .*PORT=3000[^]*PUBLIC_URL: .*https:/);
  });

  it('starts without any variable on a developer’s machine', () => {
    expect(readEnv({})).toMatchObject({ port: 3000, production: false, demoBot: true });
  });

  it('refuses secrets that everybody can read, as soon as it is production', () => {
    const secret = { TAKT_SECRET: 'a secret of one’s own' };
    const password = { DATABASE_ROLE_PASSWORD: 'a-password-of-ones-own' };
    const production = { NODE_ENV: 'production' };
    expect(() => readEnv(production)).toThrow(/TAKT_SECRET[^]*DATABASE_ROLE_PASSWORD/);
    expect(() => readEnv({ ...production, ...password })).toThrow(/TAKT_SECRET/);
    expect(() => readEnv({ ...production, ...secret })).toThrow(/DATABASE_ROLE_PASSWORD/);
    expect(readEnv({ ...production, ...secret, ...password })).toMatchObject({ production: true });
  });
});
