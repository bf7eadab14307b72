import type { webApi } from '@slack/bolt';
import type { Lost, Outlet, Posted, Posting } from '../../core/platform.ts';
import { isDrawable, type Reply } from '../../core/reply.ts';
import { inTime } from '../../core/wait.ts';
import type { View } from './blocks.ts';
import { createForms, type Delivery } from './forms.ts';
import type { Message } from './render.ts';
import { uploaded } from './upload.ts';
import { call, type Sent } from './web.ts';

/** The bot's own mark on what it writes unasked (chat.postMessage: metadata). */
const EVENT = 'dosirak_post';

/** Errors of chat.postMessage and conversations.history (their error tables). */
const GONE = new Set(['channel_not_found', 'is_archived', 'user_not_found', 'user_disabled', 'account_inactive']);
const FORBIDDEN = new Set([
  ...['not_in_channel', 'restricted_action', 'restricted_action_read_only_channel', 'cannot_dm_bot'],
  ...['restricted_action_thread_only_channel', 'restricted_action_non_threadable_channel', 'no_permission'],
  ...['ekm_access_denied', 'messages_tab_disabled', 'access_denied', 'team_access_not_granted'],
]);

/** Milliseconds until what Slack does not do now is tried again, and that one post is tried at once. */
const LATER = 10_000;
const WITHIN = 8000;
/** Milliseconds for all of a post's pictures. */
const UPLOAD = 5000;

/** Messages a page (conversations.history: at most 999), and pages that are looked through. */
const PAGE = 200;
const PAGES = 20;
/** Slack's clock and ours may differ. */
const SKEW = 120_000;

function lostBy(sent: Sent<unknown>): Lost | undefined {
  if (sent.kind !== 'refused') return undefined;
  const why = GONE.has(sent.reason) ? 'gone' : FORBIDDEN.has(sent.reason) ? 'forbidden' : undefined;
  return why && { kind: 'lost', why, reason: sent.reason };
}

/** The conversation of an address; a person's id is one that chat.postMessage takes. */
const channelOf = (address: string): string => address.slice('slack:'.length).replace(/^@/, '');

/** A message's name is its `ts`, and the files of its pictures behind it, which an edit shows again. */
const nameOf = (ts: string, files: readonly string[]): string => [ts, ...files].join(' ');

const picturesIn = ({ blocks }: Reply) => blocks.filter(isDrawable);

/** Writes to channels unasked. Slack knows no nonce: what may be there is looked for before it is written again. */
export function createOutlet(delivery: Delivery, prefix: string): Outlet {
  const { client, renderer, draw, log } = delivery;
  const { inSomeForm, formsOf, patiently } = createForms(delivery);
  const viewOf = ({ locale }: Posting): View => ({ locale, surface: 'message', others: false, name: '', prefix });

  /** A message's id in the conversation with a person, which only Slack knows. */
  async function conversation(address: string): Promise<string | undefined> {
    const id = channelOf(address);
    if (!address.includes('@')) return id;
    const opened = await call(
      'conversations.open',
      () => client.conversations.open({ users: id }),
      'freely',
      log,
      WITHIN,
    );
    return opened.kind === 'done' ? opened.answer.channel?.id : undefined;
  }

  async function post(address: string, posting: Posting): Promise<Posted> {
    const { reply, mark } = posting;
    const view = viewOf(posting);
    // A picture that takes too long is told in words: somebody else may soon take the post for left behind.
    const fileOf = await inTime(uploaded(reply, { client, draw, log }), UPLOAD);
    const pictured = fileOf && renderer.message(reply, { ...view, fileOf });
    const files = fileOf ? picturesIn(reply).map(fileOf) : [];
    let shown: readonly string[] = [];
    const send = (message: Message): Promise<Sent<webApi.ChatPostMessageResponse>> => {
      shown = message === pictured ? files : [];
      return call(
        'chat.postMessage',
        () =>
          client.chat.postMessage({
            channel: channelOf(address),
            ...message,
            metadata: { event_type: EVENT, event_payload: { mark } },
            unfurl_links: false,
            unfurl_media: false,
          }),
        'once',
        log,
        WITHIN,
      );
    };
    const forms = [...(pictured ? [pictured] : []), ...formsOf(reply, view)];
    const sent = await inSomeForm(forms, patiently(send), (reason) => GONE.has(reason) || FORBIDDEN.has(reason));
    switch (sent.kind) {
      case 'done': {
        const { ts } = sent.answer as webApi.ChatPostMessageResponse;
        return ts === undefined ? { kind: 'unsure' } : { kind: 'sent', message: nameOf(ts, shown) };
      }
      case 'lost':
        return { kind: 'unsure' };
      case 'late':
        return { kind: 'later', wait: LATER };
      case 'refused':
        return lostBy(sent) ?? { kind: 'later', wait: LATER };
      default:
        return sent satisfies never;
    }
  }

  async function find(address: string, mark: string, since: number): Promise<Posted | undefined> {
    const channel = await conversation(address);
    if (channel === undefined) return { kind: 'unsure' };
    const oldest = String(Math.max(0, (since - SKEW) / 1000));
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const few = { channel, oldest, limit: PAGE, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
      const read = await call('conversations.history', () => client.conversations.history(few), 'freely', log, WITHIN);
      if (read.kind !== 'done') return lostBy(read) ?? { kind: 'unsure' };
      const { messages = [], response_metadata } = read.answer;
      const found = messages.find(
        ({ metadata, blocks, text }) =>
          Reflect.get(metadata?.event_payload ?? {}, 'mark') === mark || JSON.stringify([blocks, text]).includes(mark),
      );
      if (found?.ts !== undefined) {
        const files = (found.blocks ?? []).flatMap((block) => {
          const file: unknown = Reflect.get(block, 'slack_file');
          return typeof file === 'object' && file !== null && 'id' in file ? [String(file.id)] : [];
        });
        return { kind: 'sent', message: nameOf(found.ts, files) };
      }
      cursor = response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return undefined;
    }
    return { kind: 'unsure' };
  }

  return {
    platform: 'slack',
    post,
    find,
    async edit(address, message, posting) {
      const [ts = '', ...files] = message.split(' ');
      const pictures = picturesIn(posting.reply);
      const view = viewOf(posting);
      const shown = renderer.message(
        posting.reply,
        files.length === 0 ? view : { ...view, fileOf: (picture) => files[pictures.indexOf(picture)] ?? '' },
      );
      const edit = { channel: channelOf(address), ts, ...shown };
      const sent = await call('chat.update', () => client.chat.update(edit), 'freely', log, WITHIN);
      if (sent.kind !== 'done') log.info({ reason: sent.reason }, 'a post could not be edited');
    },
    async reach(address) {
      const channel = channelOf(address);
      const read = await call(
        'conversations.history',
        () => client.conversations.history({ channel, limit: 1 }),
        'freely',
        log,
        WITHIN,
      );
      return read.kind === 'done' ? { kind: 'open', space: undefined } : lostBy(read);
    },
  };
}
