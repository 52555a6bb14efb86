/** Words of the canvas and the outline. */
export const webBuilderEn = {} as const;
