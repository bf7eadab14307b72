/** Arguments of a call, from a form, JSON or multipart. */
import type { IncomingMessage } from 'node:http';
import { isJson } from './json.ts';
import type { Json } from './types.ts';

export interface Body {
  args: Json;
  /** Files of a multipart body, or the body that is neither form nor JSON. */
  bytes: Uint8Array | undefined;
  json: boolean;
  /** As Slack tells of a charset that is missing or too many. */
  warning: string | undefined;
  /** Why it could not be read. */
  error: string | undefined;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function multipart(bytes: Buffer, type: string): Promise<Pick<Body, 'args' | 'bytes'>> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const args: Json = {};
  let data: Uint8Array | undefined;
  for (const [name, value] of form) {
    if (typeof value === 'string') args[name] = value;
    else data = new Uint8Array(await value.arrayBuffer());
  }
  return { args, bytes: data };
}

/** `raw`: the bytes mean a file, whatever type they are said to have. */
export async function readBody(request: IncomingMessage, query: URLSearchParams, raw: boolean): Promise<Body> {
  const bytes = await bytesOf(request);
  const type = (request.headers['content-type'] ?? '').trim();
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const body: Body = {
    args: Object.fromEntries(query),
    bytes: undefined,
    json: false,
    warning: undefined,
    error: undefined,
  };
  const failed = (error: string): Body => ({ ...body, error });
  if (kind === 'multipart/form-data') {
    try {
      const read = await multipart(bytes, type);
      return { ...body, args: { ...body.args, ...read.args }, bytes: read.bytes };
    } catch {
      return failed('invalid_form_data');
    }
  }
  if (raw) return { ...body, bytes: new Uint8Array(bytes) };
  if (request.method === 'GET' || bytes.length === 0) return body;
  if (kind === 'application/x-www-form-urlencoded' || kind === 'text/plain') {
    Object.assign(body.args, Object.fromEntries(new URLSearchParams(bytes.toString())));
    return { ...body, warning: /charset/i.test(type) ? 'superfluous_charset' : undefined };
  }
  if (kind !== 'application/json') return failed(kind === '' ? 'missing_post_type' : 'invalid_post_type');
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    return failed('invalid_json');
  }
  if (!isJson(value)) return failed('json_not_object');
  Object.assign(body.args, value);
  return { ...body, json: true, warning: /charset/i.test(type) ? undefined : 'missing_charset' };
}
