import { request as send } from 'node:http';

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One HTTP request with exactly these headers and this path, Host and `..` included, as no browser would send it. */
export function rawRequest(origin: string, { method = 'POST', path = '/api/call', headers = {}, body }: {
  method?: string; path?: string; headers?: Readonly<Record<string, string>>; body?: string | Buffer;
} = {}): Promise<RawReply> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, failed) => {
    const request = send({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done({ status: response.statusCode!, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', failed);
    });
    request.on('error', failed);
    request.end(body);
  });
}
