/**
 * The web page in an .mht (RFC 2557), in the encoding it was written in; undefined where there is none. Of parts within parts the first
 * page counts: it is the one a browser shows.
 */
export function pageOfArchive(bytes: Uint8Array): Uint8Array | undefined {
  // Latin-1 keeps every byte, whatever the parts are written in.
  return pageIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), 0);
}

const DEEPEST = 5;

function pageIn(part: string, depth: number): Uint8Array | undefined {
  const end = /\r?\n\r?\n/.exec(part);
  if (!end || depth > DEEPEST) return undefined;
  const headers = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = part.slice(end.index + end[0].length);
  const type = header(headers, 'Content-Type');
  if (/^text\/html\b/i.test(type)) return decode(body, header(headers, 'Content-Transfer-Encoding'));
  const [, boundary] = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type)?.filter((each) => each !== undefined) ?? [];
  if (boundary === undefined) return undefined;
  for (const each of body.split(`--${boundary}`).slice(1)) {
    const page = pageIn(each.replace(/^[ \t]*\r?\n/, ''), depth + 1);
    if (page) return page;
  }
  return undefined;
}

const header = (headers: string, name: string): string => new RegExp(`^${name}:\\s*([^\\r\\n]*)`, 'im').exec(headers)?.[1]?.trim() ?? '';

function decode(body: string, encoding: string): Uint8Array {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/^quoted-printable$/i.test(encoding)) return Buffer.from(body, 'latin1');
  return Buffer.from(body.replace(/=[ \t]*\r?\n/g, '').replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))), 'latin1');
}
