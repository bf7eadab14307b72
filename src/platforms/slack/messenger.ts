import type { Lost, Messenger, Posted, Posting } from '../../core/platform.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { isDrawable } from '../../core/reply/drawable.ts';
import { pause } from '../../core/timers.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import { createEdits, type PutOff } from './edits.ts';
import type { View } from './elements.ts';
import type { Failure } from './errors.ts';
import { createForms, DEVELOP_MS, type Delivery } from './forms.ts';
import { TIMES } from './limits.ts';
import { type Message, textOnly } from './render.ts';
import { uploadPictures } from './upload.ts';
import { attempt, call } from './web-api.ts';

/** The event type of what the bot writes unasked; the payload has its idempotency key (chat.postMessage: metadata). */
const EVENT = 'dosirak_post';

/** Errors of chat.postMessage, conversations.open and conversations.history (their tables) that are about one channel or person. */
const GONE = new Set(['channel_not_found', 'is_archived', 'user_not_found', 'user_disabled']);
const FORBIDDEN = new Set([
  ...['not_in_channel', 'restricted_action', 'restricted_action_read_only_channel'],
  ...['restricted_action_thread_only_channel', 'restricted_action_non_threadable_channel'],
  ...['cannot_dm_bot', 'messages_tab_disabled'],
]);

/** Milliseconds until what Slack does not do now is tried again. */
const LATER = 10_000;
/** Milliseconds for a look at a channel, for which an instructor waits. */
const REACH = 8000;
/** Milliseconds for all of a post's pictures. */
const UPLOAD = 5000;
/** Milliseconds that the clocks of two machines may differ. */
const APART = 2000;

/** Errors of chat.update that are about what the message is to say: said more simply, Slack may take it. */
const UNFIT = /block|text|msg|file|argument/;

/** Messages a page (conversations.history: at most 999), and pages that are looked through. */
const PAGE = 200;
const PAGES = 20;
/** Slack's clock and ours may differ. */
const SKEW = 120_000;

function lostBy(failure: Failure): Lost | undefined {
  if (failure.kind !== 'refused') return undefined;
  const { reason } = failure;
  const why = GONE.has(reason) ? 'gone' : FORBIDDEN.has(reason) ? 'forbidden' : undefined;
  return why && { kind: 'lost', why, reason };
}

/** The conversation of an address; a person's id is one that chat.postMessage takes. */
const channelOf = (address: string): string => address.slice('slack:'.length).replace(/^@/, '');

/** A message's name is its `ts`, and the files of its pictures behind it, which an edit shows again. */
const nameOf = (ts: string, files: readonly string[]): string => [ts, ...files].join(' ');

const picturesIn = ({ blocks }: Reply) => blocks.filter(isDrawable);

/** The ids of the files that a message's blocks show. */
const filesIn = (blocks: readonly object[] = []): string[] =>
  blocks.flatMap((block) => {
    const file: unknown = Reflect.get(block, 'slack_file');
    return typeof file === 'object' && file !== null && 'id' in file ? [String(file.id)] : [];
  });

/** Writes to channels unasked. Slack knows no nonce: what may be there is looked for before it is written again. */
export function createMessenger(delivery: Delivery, prefix: string): Messenger {
  const { client, renderer, now, timers, log } = delivery;
  const edits = createEdits(now);
  const { formsOf } = createForms(delivery);
  const viewOf = ({ locale }: Posting): View => ({ locale, surface: 'message', others: false, name: '', prefix });

  /** A try that begins now has ended, and its message can be found, before another process may write the same. */
  const isTime = (until: number): boolean => now() + TIMES.call + APART <= until;

  /** Best first; a picture is shown where Slack takes it in time. */
  async function allForms({ reply }: Posting, view: View): Promise<{ pictured?: Message; forms: Message[] }> {
    const fileOf = await withTimeout(uploadPictures(reply, delivery), UPLOAD);
    const plain = formsOf(reply, view);
    if (!fileOf) return { forms: plain };
    const pictured = renderer.message(reply, { ...view, fileOf });
    return { pictured, forms: [pictured, ...plain] };
  }

  async function post(address: string, posting: Posting, until: number): Promise<Posted> {
    const metadata = { event_type: EVENT, event_payload: { mark: posting.idempotencyKey } };
    const { pictured, forms } = await allForms(posting, viewOf(posting));
    // A picture that is still being worked on is refused at first.
    for (const [i, form] of [...(pictured ? [pictured] : []), ...forms].entries()) {
      if (pictured && i === 1) await pause(DEVELOP_MS, timers);
      if (!isTime(until)) return { kind: 'later', wait: 0 };
      const message = { channel: channelOf(address), ...form, metadata, unfurl_links: false, unfurl_media: false };
      const sent = await attempt(() => client.chat.postMessage(message));
      switch (sent.kind) {
        case 'done':
          return sent.answer.ts === undefined
            ? { kind: 'unsure' }
            : { kind: 'sent', message: nameOf(sent.answer.ts, filesIn(form.blocks)) };
        case 'lost':
          log.warn({ reason: sent.reason }, 'Slack may have a post or not');
          return { kind: 'unsure' };
        case 'busy':
          log.info({ reason: sent.reason }, 'Slack wants a pause');
          return { kind: 'later', wait: sent.wait };
        case 'refused': {
          const lost = lostBy(sent);
          if (lost) return lost;
          log.warn({ reason: sent.reason }, 'Slack did not take a post');
          break;
        }
        default:
          return sent satisfies never;
      }
    }
    return { kind: 'later', wait: LATER };
  }

  /** Where its messages are read; of a person, the conversation, which only Slack knows. */
  async function conversation(address: string): Promise<string | Lost | undefined> {
    const id = channelOf(address);
    if (!address.includes('@')) return id;
    const opened = await attempt(() => client.conversations.open({ users: id }));
    return opened.kind === 'done' ? opened.answer.channel?.id : lostBy(opened);
  }

  async function find(address: string, key: string, since: number): Promise<Posted | undefined> {
    const channel = await conversation(address);
    if (typeof channel !== 'string') return channel ?? { kind: 'unsure' };
    const oldest = String(Math.max(0, (since - SKEW) / 1000));
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const few = { channel, oldest, limit: PAGE, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
      const read = await attempt(() => client.conversations.history(few));
      if (read.kind !== 'done') {
        log.warn({ reason: read.reason }, 'a post could not be looked for');
        return lostBy(read) ?? { kind: 'unsure' };
      }
      const { messages = [], response_metadata } = read.answer;
      const found = messages.find(
        ({ metadata, blocks, text }) =>
          Reflect.get(metadata?.event_payload ?? {}, 'mark') === key || JSON.stringify([blocks, text]).includes(key),
      );
      if (found?.ts !== undefined) return { kind: 'sent', message: nameOf(found.ts, filesIn(found.blocks)) };
      cursor = response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return undefined;
    }
    return { kind: 'unsure' };
  }

  /**
   * Best first: with the pictures that the message has, each of which its name tells; then in words, where a file is not
   * there any more.
   */
  function editedForms({ reply }: Posting, files: readonly string[], view: View): Message[] {
    const pictures = picturesIn(reply);
    const pictured =
      files.length === 0
        ? []
        : [renderer.message(reply, { ...view, fileOf: (picture) => files[pictures.indexOf(picture)] })];
    const plain = renderer.message(reply, view);
    // Blocks that are left out would stay as they are (chat.update: blocks).
    return [...pictured, plain, { ...textOnly(plain), blocks: [] }];
  }

  async function change(address: string, message: string, posting: Posting): Promise<'shown' | 'gone' | PutOff> {
    const [ts = '', ...files] = message.split(' ');
    for (const form of editedForms(posting, files, viewOf(posting))) {
      const sent = await attempt(() => client.chat.update({ channel: channelOf(address), ts, ...form }));
      if (sent.kind === 'done') return 'shown';
      log.info({ reason: sent.reason }, 'a post could not be edited');
      if (sent.kind === 'busy') return { after: sent.wait };
      if (sent.kind === 'lost') return { after: LATER };
      if (lostBy(sent) || sent.reason === 'message_not_found') return 'gone';
      if (!UNFIT.test(sent.reason)) break;
    }
    // Nothing better can be shown.
    return 'shown';
  }

  return {
    platform: 'slack',
    post,
    find,
    edit: (address, message, posting, urgent) => edits(urgent, () => change(address, message, posting)),
    async reach(address) {
      const channel = channelOf(address);
      const look = () => client.conversations.history({ channel, limit: 1 });
      const read = await call('conversations.history', look, 'freely', delivery, REACH, REACH);
      if (read.kind === 'done') return { kind: 'open', space: undefined };
      return read.kind === 'refused' ? lostBy(read) : undefined;
    },
  };
}
