export const temporalVersion: string;
export function resolveTemporal(options?: { say?: (line: string) => void }): Promise<string>;
