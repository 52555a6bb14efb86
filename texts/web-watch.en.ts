/** Words of publishing, versions and runs. */
export const webWatchEn = {} as const;
