import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { fileTooLarge, fileUnavailable, type SentFile, seemsText } from '../../core/command/files.ts';
import { download } from '../../core/download.ts';
import { UserError } from '../../core/errors.ts';
import type { Log } from '../../core/log.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import type { Timers } from '../../core/timers.ts';
import { TIMES } from './limits.ts';
import { text } from './text.ts';
import { call } from './web-api.ts';

/** Of a file object (File object reference), what is read; an unnamed file, or one that only files.info tells of, has less. */
const file = z.object({
  id: z.string().catch(''),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
});

type Told = z.infer<typeof file>;

interface Parts {
  client: webApi.WebClient;
  /** See SlackConfig. */
  botToken: string;
  apiUrl: string | undefined;
  timers: Timers;
  log: Log;
}

/** Is it Slack's own server, or that of the API that is asked? No other server ever sees the token: a file may be a link to any. */
function isSlacks({ protocol, host, origin }: URL, apiUrl: string | undefined): boolean {
  if (apiUrl !== undefined && new URL(apiUrl).origin === origin) return true;
  return protocol === 'https:' && (host === 'slack.com' || host.endsWith('.slack.com'));
}

/** Where a token may not read files, Slack shows its page to sign in. */
const isPage = (type: string, bytes: Uint8Array): boolean =>
  type.startsWith('text/html') || /^\s*<!doctype html/i.test(Buffer.from(bytes.subarray(0, 100)).toString());

const isPageItself = ({ name, mimetype }: Told): boolean => mimetype === 'text/html' || /\.html?$/i.test(name ?? '');

const addressOf = ({ url_private_download: download, url_private: shown }: Told): string | undefined =>
  download ?? shown ?? undefined;

/** Gives the first file of text among those of a message; it is downloaded once it is read. */
export type FindFile = (files: unknown) => SentFile | undefined;

/** Files come from Slack's own servers alone, and the bot's token goes to no other. */
export function createFiles({ client, botToken, apiUrl, timers, log }: Parts): FindFile {
  /** An older installation of the app lacks the scope; it works on without files. */
  function noScope(): UserError {
    log.warn({ lacking: ['files:read'] }, 'a file could not be read; install the app again from its manifest');
    return new UserError(text.both((words) => words.noFileScope));
  }

  const unavailable = ({ name }: Told, reason: string | number): UserError => {
    log.info({ reason }, 'a file could not be fetched');
    return fileUnavailable(name ?? '');
  };

  /** Of some files, as those of another workspace, an event tells the id alone (File object: file_access). */
  async function inform(told: Told): Promise<Told> {
    if (addressOf(told) !== undefined) return told;
    const asked = await call(
      'files.info',
      () => client.files.info({ file: told.id }),
      'freely',
      { log, timers },
      TIMES.call,
    );
    if (asked.kind === 'done') return file.safeParse(asked.answer.file).data ?? told;
    throw asked.reason === 'missing_scope' ? noScope() : unavailable(told, asked.reason);
  }

  async function read(event: Told): Promise<Uint8Array> {
    const told = await inform(event);
    if ((told.size ?? 0) > LIMITS.file) throw fileTooLarge(told.name ?? '');
    const url = URL.parse(addressOf(told) ?? '');
    if (!url || !isSlacks(url, apiUrl)) throw unavailable(told, 'not on a server of Slack’s');
    const headers = { authorization: `Bearer ${botToken}` };
    const fetched = await download(url, { headers, most: LIMITS.file, within: TIMES.call, timers });
    switch (fetched.kind) {
      case 'done':
        if (isPage(fetched.type, fetched.bytes) && !isPageItself(told)) throw noScope();
        return fetched.bytes;
      case 'tooLarge':
        throw fileTooLarge(told.name ?? '');
      case 'refused':
        // To its page to sign in Slack may also lead on.
        throw fetched.status === 404 || fetched.status === 410 ? unavailable(told, fetched.status) : noScope();
      case 'lost':
        throw unavailable(told, fetched.reason);
      default:
        return fetched satisfies never;
    }
  }

  return (files) => {
    const all = z.array(z.unknown()).safeParse(files).data ?? [];
    const told = all
      .flatMap((one) => file.safeParse(one).data ?? [])
      .find(({ name, mimetype }) => name === undefined || seemsText({ name: name ?? '', type: mimetype }));
    return told && { name: told.name ?? '', read: () => read(told) };
  };
}
