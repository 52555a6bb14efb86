const startedAt = Date.now();
const elapsed = () => `${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s`;

export const say = (line) => console.log(`${elapsed()}  ${line}`);

/** Says what begins, and how long it took when it is done. */
export async function step(title, work) {
  const from = Date.now();
  say(`${title} …`);
  const result = await work();
  say(`${title}: ready${Date.now() - from > 500 ? ` in ${((Date.now() - from) / 1000).toFixed(1)} s` : ''}`);
  return result;
}

/** An error that is a sentence for the person at the terminal; no stack is shown. */
export class Sentence extends Error {}
