/** Words of the canvas and the outline. */
export const webBuilderRu = {} as const;
