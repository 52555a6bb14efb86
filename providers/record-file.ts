import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * State of an emulator as keyed records in one file of JSON lines. A change appends a line (the last line of a key
 * wins), so a kill loses at most the last `delayMs`, and a torn last line is dropped when the file is read.
 */
export type RecordFile = {
  load(): Map<string, unknown>;
  /** `undefined` removes the record. The value is read when it is written, not when `set` is called. */
  set(key: string, value: unknown): void;
  flush(): void;
  close(): void;
};

export function openRecordFile(path: string | undefined, delayMs = 100): RecordFile {
  if (!path) return { load: () => new Map(), set: () => {}, flush: () => {}, close: () => {} };
  mkdirSync(dirname(path), { recursive: true });
  const dirty = new Map<string, unknown>();
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (dirty.size === 0) return;
    let lines = '';
    for (const [key, value] of dirty) lines += `${line(key, value)}\n`;
    dirty.clear();
    appendFileSync(path, lines);
  };
  process.on('exit', flush);

  return {
    load() {
      const records = read(path);
      // Every start writes the file anew, without what was overwritten or removed.
      const fresh = [...records].map(([key, value]) => `${line(key, value)}\n`).join('');
      writeFileSync(`${path}.new`, fresh);
      renameSync(`${path}.new`, path);
      return records;
    },
    set(key, value) {
      dirty.set(key, value);
      timer ??= setTimeout(flush, delayMs).unref();
    },
    flush,
    close() {
      flush();
      process.off('exit', flush);
    },
  };
}

const line = (key: string, value: unknown) =>
  value === undefined ? JSON.stringify([key]) : JSON.stringify([key, value]);

function read(path: string): Map<string, unknown> {
  const records = new Map<string, unknown>();
  if (!existsSync(path)) return records;
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    if (text === '') continue;
    try {
      const [key, value] = JSON.parse(text) as [string, unknown?];
      if (value === undefined) records.delete(key);
      else records.set(key, value);
    } catch {
      // Only the line that a kill interrupted can be unreadable.
    }
  }
  return records;
}
