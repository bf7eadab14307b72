import type { webApi } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import type { Draw, Picture, Reply } from '../../core/reply.ts';
import { TIMES } from './limits.ts';
import { oneLine } from './markdown.ts';
import { traced } from './problems.ts';
import { call } from './web.ts';

export interface Uploads {
  client: webApi.WebClient;
  draw: Draw;
  log: Log;
}

/** What Slack looks like until somebody changes it. */
const THEME = 'light';

/** Draws one picture and hands it to Slack (Working with files: get an address, send, complete); gives its id. */
async function upload(picture: Picture, { client, draw, log }: Uploads): Promise<string> {
  const png = await draw(picture, THEME);
  const title = oneLine(picture.title);
  const asked = await call(
    'files.getUploadURLExternal',
    // What it says to whoever cannot see it stands in the message's own block.
    () => client.files.getUploadURLExternal({ filename: 'card.png', length: png.byteLength }),
    'freely',
    log,
    TIMES.call,
  );
  const { upload_url: url, file_id: id } = asked.kind === 'done' ? asked.answer : {};
  if (url === undefined || id === undefined) throw new Error(`no address to upload to`);
  const body = new Blob([new Uint8Array(png)], { type: 'image/png' });
  const sent = await fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(TIMES.call) });
  if (!sent.ok) throw new Error(`the upload ended with status ${sent.status}`);
  const ended = await call(
    'files.completeUploadExternal',
    () => client.files.completeUploadExternal({ files: [{ id, title }] }),
    'freely',
    log,
    TIMES.call,
  );
  if (ended.kind !== 'done') throw new Error(`the upload was not completed: ${ended.reason}`);
  return id;
}

/** The ids of a reply's pictures as files of Slack's; undefined where there are none or they cannot be had. */
export async function uploaded(reply: Reply, uploads: Uploads): Promise<((picture: Picture) => string) | undefined> {
  const pictures = reply.blocks.filter((block) => block.type === 'picture');
  if (pictures.length === 0) return undefined;
  try {
    const ids = new Map<Picture, string>();
    for (const picture of pictures) ids.set(picture, await upload(picture, uploads));
    return (picture) => ids.get(picture) ?? '';
  } catch (error) {
    // In words it says the same.
    uploads.log.warn(traced(error), 'a picture could not be shown');
    return undefined;
  }
}
