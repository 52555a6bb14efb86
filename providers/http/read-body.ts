import type { IncomingMessage } from 'node:http';
import { HttpTrouble } from './port.ts';

/**
 * The text of an answer in the letters it says it is written in. An answer longer than `maxAnswerBytes`, announced or
 * not, throws `answer_too_large` and closes the connection; one that breaks off throws the network's error.
 */
export async function readBody(
  response: IncomingMessage,
  { maxAnswerBytes, host }: { maxAnswerBytes: number; host: string },
): Promise<string> {
  const tooLarge = () => new HttpTrouble('answer_too_large', { host, status: response.statusCode, maxAnswerBytes });
  if (Number(response.headers['content-length']) > maxAnswerBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop destroys the response and with it the socket.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxAnswerBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return textOf(Buffer.concat(chunks), response.headers['content-type']);
}

function textOf(bytes: Buffer, contentType: string | undefined): string {
  const charset = /;\s*charset="?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
