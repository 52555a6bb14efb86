/** Words of the forms of steps. */
export const webFormsRu = {} as const;
