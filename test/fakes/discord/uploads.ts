/** Files that people hand to a command or a modal: kept for a while, behind addresses that are signed. */
import { createHash } from 'node:crypto';
import { refusals } from './errors.ts';
import type { Call, Reply } from './http.ts';
import { refuse, type State } from './state.ts';
import type { Attachment, Json, Upload } from './types.ts';
import { attachmentJson } from './wire.ts';

/** What stands in for Discord's own signature. */
const signatureOf = (id: string): string => createHash('sha256').update(`signed ${id}`).digest('hex');

/** Keeps a file, as Discord does before it sends the interaction. */
export function keep(
  state: State,
  folder: 'attachments' | 'ephemeral-attachments',
  channelId: string,
  { filename, data, contentType }: Upload,
): Attachment {
  const id = state.snowflake();
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const expires = Math.trunc(state.now() / 1000) + 86_400;
  const url = `${state.base}/${folder}/${channelId}/${id}/${encodeURIComponent(filename)}?ex=${expires.toString(16)}&hm=${signatureOf(id)}&`;
  const kept = {
    id,
    filename,
    size: bytes.byteLength,
    url,
    data: bytes,
    ...(contentType === undefined ? {} : { contentType }),
  };
  state.uploads.set(id, kept);
  return kept;
}

/** As an interaction tells of them, by their ids. */
export const resolvedFiles = (files: readonly Attachment[]): Json =>
  files.length === 0
    ? {}
    : { attachments: Object.fromEntries(files.map((file) => [file.id, attachmentJson(file, true)])) };

/** GET of such an address: without its signature there is nothing (Reference: signed attachment CDN URLs). */
export function fetchKept(state: State, call: Call): Reply {
  const file = state.uploads.get(call.param('attachment'));
  if (!file || call.query.get('hm') !== signatureOf(file.id)) refuse(refusals.notFound);
  return { status: 200, bytes: file.data };
}
