export const testServerVersion: string;
export function resolveTestServer(options?: { say?: (line: string) => void }): Promise<string>;
