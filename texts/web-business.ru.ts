/** Words of a business of one’s own: sign-up, members, settings, the shell. */
export const webBusinessRu = {} as const;
