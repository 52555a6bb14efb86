/** Words of publishing, versions and runs. */
export const webWatchRu = {} as const;
