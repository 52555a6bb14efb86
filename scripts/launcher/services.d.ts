type Server = { start(): Promise<void>; stop(): Promise<void>; kill(): Promise<void> };
export type Services = {
  /** Environment for processes of the product that should use these servers. */
  env: Record<string, string>;
  postgres: Server;
  temporal: (Server & { file: string }) | undefined;
  stop(): Promise<void>;
  killAll(): Promise<void>;
};
export function startServices(options: {
  dir: string;
  ports?: { postgres?: number; temporal?: number; temporalUi?: number };
  withTemporal?: boolean;
  /** false (default) spares Postgres the waits for the disk. */
  durable?: boolean;
  say?: (line: string) => void;
}): Promise<Services>;
