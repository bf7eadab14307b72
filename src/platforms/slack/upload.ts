import type { webApi } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import type { Drawable, Reply, TextFile } from '../../core/reply/blocks.ts';
import { type Draw, isDrawable } from '../../core/reply/drawable.ts';
import type { Timers } from '../../core/timers.ts';
import { oneLine } from '../../language/normalize.ts';
import { logFields } from './errors.ts';
import { TIMES } from './limits.ts';
import { call } from './web-api.ts';

export interface Uploads {
  client: webApi.WebClient;
  draw: Draw;
  log: Log;
  timers: Timers;
}

/** Slack's own theme until a person chooses another. */
const THEME = 'light';

interface File {
  name: string;
  title: string;
  /** Media type. */
  type: string;
  bytes: Uint8Array;
}

/**
 * Hands a file to Slack (Working with files: get an address, send, complete); gives its id. Without a conversation to
 * share it in, only blocks can show it. What a screen reader says for it stands in the message's own block.
 */
async function upload(
  { name, title, type, bytes }: File,
  { client, ...parts }: Pick<Uploads, 'client' | 'log' | 'timers'>,
  to: { channel?: string; thread?: string } = {},
): Promise<string> {
  const asked = await call(
    'files.getUploadURLExternal',
    () => client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength }),
    'freely',
    parts,
    TIMES.call,
  );
  const { upload_url: url, file_id: id } = asked.kind === 'done' ? asked.answer : {};
  if (url === undefined || id === undefined) throw new Error(`no address to upload to`);
  const body = new Blob([new Uint8Array(bytes)], { type });
  const sent = await fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(TIMES.call) });
  if (!sent.ok) throw new Error(`the upload ended with status ${sent.status}`);
  let tried = 0;
  const ended = await call(
    'files.completeUploadExternal',
    () => {
      tried += 1;
      const files: [{ id: string; title: string }] = [{ id, title }];
      const { channel, thread } = to;
      if (channel === undefined) return client.files.completeUploadExternal({ files });
      const there = { files, channel_id: channel };
      return client.files.completeUploadExternal(thread === undefined ? there : { ...there, thread_ts: thread });
    },
    'freely',
    parts,
    TIMES.call,
  );
  // Nothing is left to complete where a try whose answer was lost has done it.
  const isComplete = ended.kind === 'done' || (tried > 1 && ended.reason === 'file_not_found');
  if (!isComplete) throw new Error(`the upload was not completed: ${ended.reason}`);
  return id;
}

/** The ids of a reply's pictures as files of Slack's; undefined where there are none or they cannot be had. */
export async function uploadPictures(
  reply: Reply,
  uploads: Uploads,
): Promise<((picture: Drawable) => string | undefined) | undefined> {
  const pictures = reply.blocks.filter(isDrawable);
  if (pictures.length === 0) return undefined;
  try {
    const ids = new Map<Drawable, string>();
    for (const picture of pictures) {
      const bytes = await uploads.draw(picture, THEME);
      const file = { name: 'card.png', title: oneLine(picture.title), type: 'image/png', bytes };
      ids.set(picture, await upload(file, uploads));
    }
    return (picture) => ids.get(picture);
  } catch (error) {
    // In words it says the same.
    uploads.log.warn(logFields(error), 'a picture could not be shown');
    return undefined;
  }
}

/** Shares a text as a file with a direct message; says whether it is there. */
export async function shareFile(
  { name, text }: TextFile,
  to: { channel: string; thread?: string },
  uploads: Pick<Uploads, 'client' | 'log' | 'timers'>,
): Promise<boolean> {
  const file = { name, title: name, type: 'text/plain; charset=utf-8', bytes: Buffer.from(text) };
  try {
    await upload(file, uploads, to);
    return true;
  } catch (error) {
    uploads.log.warn(logFields(error), 'a file could not be handed over');
    return false;
  }
}
