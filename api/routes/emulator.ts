import { request as httpRequest } from 'node:http';
import type { RequestHandler } from 'express';
import { HttpProblem } from '../middleware/problem.ts';

/** Passes `/emulator/*` on to the Bot API emulator, streams included: the phone simulator talks to it alone. */
export function emulatorProxy(target: string): RequestHandler {
  const { hostname, port } = new URL(target);
  return (request, response, next) => {
    const { cookie: _cookie, host: _host, ...headers } = request.headers;
    const forward = httpRequest(
      { hostname, port, method: request.method, path: request.originalUrl, headers },
      (answer) => {
        const { 'content-security-policy': _csp, ...answered } = answer.headers;
        response.writeHead(answer.statusCode ?? 502, answered);
        response.flushHeaders();
        answer.pipe(response);
      },
    );
    forward.on('error', () => {
      if (response.headersSent) response.end();
      else next(new HttpProblem(502, 'emulator_silent'));
    });
    response.on('close', () => forward.destroy());
    request.pipe(forward);
  };
}
