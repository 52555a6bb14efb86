export const searchAttributes: readonly string[];
