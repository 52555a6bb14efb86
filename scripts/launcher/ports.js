import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { commandOf } from './children.js';
import { Sentence } from './say.js';

/** @param {number} port */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Below the ports that systems give to outgoing connections: between the choice and the start nobody else gets one of these. */
const OWN = { from: 12_000, to: 30_000 };

/** A port that is free now, by chance, so that several who start at once seldom choose the same. */
export async function freePort() {
  for (;;) {
    const port = OWN.from + Math.floor(Math.random() * (OWN.to - OWN.from));
    if (await isFree(port)) return port;
  }
}

/** One sentence for all ports that are taken. @param {{ port: number, variable: string, what: string }[]} wanted */
export async function demandFree(wanted) {
  const busy = [];
  for (const one of wanted) if (!(await isFree(one.port))) busy.push(one);
  const twice = wanted.find((one, index) => wanted.findIndex((other) => other.port === one.port) !== index);
  if (twice) throw new Sentence(`Port ${twice.port} is wanted twice; give ${twice.variable} another value.`);
  if (busy.length === 0) return;
  const lines = busy.map(({ port, variable, what }) => {
    const holder = holderOf(port);
    return `Port ${port} (${what}) is used by ${holder ?? 'another program'}. Stop it, or choose another port: ${variable}=${port + 100} npm start`;
  });
  throw new Sentence(lines.join('\n'));
}

/** Who listens on a port, as far as this user may see it. Linux only; elsewhere nobody is named. */
function holderOf(port) {
  try {
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    const inodes = new Set();
    for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
      for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
        const fields = line.trim().split(/\s+/);
        if (fields[3] === '0A' && fields[1]?.endsWith(`:${hex}`)) inodes.add(`socket:[${fields[9]}]`);
      }
    }
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      if (holds(pid, inodes)) return `"${commandOf(Number(pid)).slice(0, 80)}" (process ${pid})`;
    }
  } catch {
    // Naming the program is a courtesy; the sentence is understood without it.
  }
  return undefined;
}

function holds(pid, inodes) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return inodes.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}
