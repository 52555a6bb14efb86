/** Words of the forms of steps. */
export const webFormsEn = {} as const;
