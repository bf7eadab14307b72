import { z } from 'zod';
import { fileTooLarge, fileUnavailable, type SentFile } from '../../core/command/files.ts';
import { download } from '../../core/download.ts';
import type { Log } from '../../core/log.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import type { Timers } from '../../core/timers.ts';
import { TIMES } from './limits.ts';

/** Of an attachment (Message resource: attachment object), what is read; other servers leave out what they do not know. */
const attachment = z.object({
  filename: z.string().catch(''),
  size: z.number().nullish(),
  url: z.string(),
  content_type: z.string().nullish(),
});

/** Where Discord keeps files (Reference: CDN). */
const CDN: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** Another server keeps its files where its API is, if behind another port. */
const isServers = ({ protocol, host, hostname }: URL, apiUrl: string | undefined): boolean =>
  (protocol === 'https:' && CDN.has(host)) || (apiUrl !== undefined && new URL(apiUrl).hostname === hostname);

const addressOf = (url: string, apiUrl: string | undefined): URL | undefined => {
  const address = URL.parse(url);
  return address && isServers(address, apiUrl) ? address : undefined;
};

interface Parts {
  /** See DiscordConfig. */
  apiUrl: string | undefined;
  timers: Timers;
  log: Log;
}

/** A file of Discord's, with its media type where that is known. */
interface Attached extends SentFile {
  type: string | undefined;
}

/** Makes a file of an attachment as Discord tells of it; undefined for what is none. It is downloaded once it is read. */
export type Attach = (told: unknown) => Attached | undefined;

/** Files come from nowhere but Discord's own servers; their size is looked at before they are fetched. */
export function createAttach({ apiUrl, timers, log }: Parts): Attach {
  return (told) => {
    const read = attachment.safeParse(told);
    if (!read.success) return undefined;
    const { filename: name, size, url, content_type: type } = read.data;
    return {
      name,
      type: type ?? undefined,
      async read() {
        if ((size ?? 0) > LIMITS.file) throw fileTooLarge(name);
        const address = addressOf(url, apiUrl);
        if (!address) {
          log.warn({}, 'a file is not on a server of Discord’s');
          throw fileUnavailable(name);
        }
        const fetched = await download(address, { most: LIMITS.file, within: TIMES.download, timers });
        switch (fetched.kind) {
          case 'done':
            return fetched.bytes;
          case 'tooLarge':
            throw fileTooLarge(name);
          case 'refused':
          case 'lost':
            log.info({ kind: fetched.kind }, 'a file could not be fetched');
            throw fileUnavailable(name);
          default:
            return fetched satisfies never;
        }
      },
    };
  };
}
