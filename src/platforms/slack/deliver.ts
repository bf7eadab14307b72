import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import { button, type Draw, LIMITS, notice, type Reply } from '../../core/reply.ts';
import type { View } from './blocks.ts';
import { type Message, type Renderer, wordsOnly } from './render.ts';
import { uploaded } from './upload.ts';
import { CALLBACKS, modal, searchBox } from './views.ts';
import { call, respond, type Sent } from './web.ts';

/** A person in a conversation. */
export interface Spot {
  user: string;
  /** Undefined where there is none, as in the home tab: they are written to directly. */
  channel?: string;
  thread?: string;
}

/** Where an answer is shown. */
export type Place =
  /** By the address that came with a command or a press; `mayReplace`: in place of the message that was pressed. */
  | { kind: 'url'; url: string; mayReplace: boolean; spot: Spot }
  /** In a conversation, for the person alone. */
  | { kind: 'private'; spot: Spot }
  /** In the direct messages with the person; `key` tells this answer from all others. */
  | { kind: 'direct'; channel: string; thread?: string; key: string }
  /** In a modal that opens; `over`: on top of one that is open. */
  | { kind: 'open'; trigger: string; over?: true; spot: Spot }
  /** In a modal that is open; `search`: below its search box. */
  | { kind: 'update'; view: string; search: boolean };

export interface Delivery {
  client: webApi.WebClient;
  renderer: Renderer;
  draw: Draw;
  log: Log;
}

/** The bot's own marks on what it writes unobserved, so that it finds them again. */
const METADATA = 'dosirak_answer';
/** Slack needs a moment before a picture that was just uploaded can be shown. */
const DEVELOP_MS = 1000;
/** So often an answer that is not there is written again. */
const TRIES = 3;

const UNSHARED = {
  ko: '여기에는 공유하지 못했어요. 같은 것을 다시 찾아 보고 공유해 주세요.',
  en: 'It could not be shared here. Look it up again, and share that.',
};

/** Said where nobody knows whether an answer arrived: it is not sent twice. */
function unsure(line: string, shared: boolean, { locale }: View): Reply {
  const ko = locale === 'ko';
  const text = shared
    ? ko
      ? '연결이 잠깐 끊겨서 채널에 공유됐는지 모르겠어요. 채널에 안 보이면 다시 눌러 주세요.'
      : 'The connection broke for a moment, so I cannot tell whether it was shared. If the channel does not show it, press again.'
    : ko
      ? '답을 보내는 동안 연결이 잠깐 끊겼어요. 답이 안 보이면 다시 불러 주세요.'
      : 'The connection broke while I was answering. If you see no answer, ask for it again.';
  return {
    visibility: 'caller',
    accent: 'warning',
    blocks: [
      { type: 'text', markdown: text },
      ...(line.length <= LIMITS.line
        ? [{ type: 'buttons', buttons: [button(ko ? '다시 보기' : 'Once more', line)] } as const]
        : []),
    ],
  };
}

/** How a text begins, whatever became of its marks. */
const opening = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 60);

/** The address is used up or too old (Handling user interaction); it is no fault of what was sent. */
const isGone = (reason: string): boolean => /url|404|410|expired|used/.test(reason);

/** Shows replies where they belong. Says whether that came about; never rejects for what Slack says to it. */
export function createDelivery({ client, renderer, draw, log }: Delivery) {
  /** The first form that Slack does not refuse. */
  async function inSomeForm(
    forms: readonly Message[],
    send: (message: Message) => Promise<Sent<unknown>>,
    isOver: (reason: string) => boolean,
  ): Promise<Sent<unknown>> {
    let last: Sent<unknown> = { kind: 'refused', reason: 'nothing to send' };
    for (const form of forms) {
      last = await send(form);
      if (last.kind !== 'refused' || isOver(last.reason)) return last;
      log.warn({ reason: last.reason }, 'Slack did not take a message');
    }
    return last;
  }

  const formsOf = (reply: Reply, view: View): Message[] => {
    const message = renderer.message(reply, view);
    return [message, wordsOnly(message)];
  };

  /** With its pictures, where those who see it can see files. */
  async function picturedForms(reply: Reply, view: View): Promise<Message[]> {
    const fileOf = await uploaded(reply, { client, draw, log });
    return fileOf ? [renderer.message(reply, { ...view, fileOf }), ...formsOf(reply, view)] : formsOf(reply, view);
  }

  /** A picture that is still being worked on is refused at first. */
  const patiently =
    (send: (message: Message) => Promise<Sent<unknown>>) =>
    async (message: Message): Promise<Sent<unknown>> => {
      const sent = await send(message);
      if (sent.kind !== 'refused' || !message.blocks?.some(({ type }) => type === 'image')) return sent;
      await sleep(DEVELOP_MS);
      return send(message);
    };

  /** Is there already what a lost call was to write? Where nobody can tell, it is not written again. */
  async function isThere(channel: string, thread: string | undefined, key: string, text: string): Promise<boolean> {
    const few = { channel, limit: 20, include_all_metadata: true };
    const read = await call(
      'conversations.history',
      () =>
        thread === undefined ? client.conversations.history(few) : client.conversations.replies({ ...few, ts: thread }),
      'freely',
      log,
    );
    if (read.kind !== 'done') return true;
    return (read.answer.messages ?? []).some(({ metadata, ts = '', text: said = '' }) =>
      // A server that tells nothing of metadata tells the words.
      metadata === undefined
        ? Number(ts) > Number(key) && opening(said) === opening(text)
        : metadata.event_type === METADATA && Reflect.get(metadata.event_payload ?? {}, 'key') === key,
    );
  }

  async function direct(reply: Reply, view: View, to: { channel: string; thread?: string; key: string }) {
    const { channel, thread, key } = to;
    const metadata = { event_type: METADATA, event_payload: { key } };
    const send = (message: Message): Promise<Sent<unknown>> =>
      call(
        'chat.postMessage',
        () =>
          client.chat.postMessage({
            channel,
            ...message,
            metadata,
            unfurl_links: false,
            unfurl_media: false,
            ...(thread === undefined ? {} : { thread_ts: thread }),
          }),
        'once',
        log,
      );
    const forms = await picturedForms(reply, view);
    for (let tried = 1; ; tried++) {
      const sent = await inSomeForm(forms, patiently(send), () => false);
      if (sent.kind === 'done') return true;
      // Where only a person is known, not the conversation, there is nowhere to look.
      if (sent.kind === 'refused' || tried === TRIES || !channel.startsWith('D')) return false;
      if (await isThere(channel, thread, key, forms[0]?.text ?? '')) return true;
    }
  }

  /** Where nothing else can be had: in the direct messages, with nobody to share them with. */
  const written = (reply: Reply, view: View, user: string): Promise<boolean> =>
    direct(reply, { ...view, others: false }, { channel: user, key: '' });

  /** `otherwise`: where the bot may not write there. */
  async function alone(
    reply: Reply,
    view: View,
    { channel, user, thread }: Spot,
    line: string,
    otherwise = () => written(reply, view, user),
  ): Promise<boolean> {
    if (channel === undefined) return otherwise();
    const send = (message: Message): Promise<Sent<unknown>> =>
      call(
        'chat.postEphemeral',
        () =>
          client.chat.postEphemeral({
            channel,
            user,
            ...message,
            ...(thread === undefined ? {} : { thread_ts: thread }),
          }),
        'once',
        log,
      );
    const sent = await inSomeForm(formsOf(reply, view), send, (reason) => !/block|text|msg/.test(reason));
    if (sent.kind === 'done') return true;
    if (sent.kind === 'refused') return otherwise();
    return (await inSomeForm(formsOf(unsure(line, false, view), view), send, () => true)).kind === 'done';
  }

  const isShared = (reply: Reply): boolean => reply.visibility === 'channel';
  const replacesIt = (reply: Reply, { mayReplace }: Place & { kind: 'url' }): boolean =>
    !isShared(reply) && reply.replaces === true && mayReplace;

  async function byUrl(reply: Reply, view: View, place: Place & { kind: 'url' }, line: string): Promise<boolean> {
    const shared = isShared(reply);
    const replaces = replacesIt(reply, place);
    const { thread } = place.spot;
    const anew = (type: 'in_channel' | 'ephemeral') => ({
      response_type: type,
      replace_original: false,
      ...(type === 'ephemeral' || thread === undefined ? {} : { thread_ts: thread }),
    });
    const how = replaces ? { replace_original: true } : anew(shared ? 'in_channel' : 'ephemeral');
    const send =
      (more: object, again: 'freely' | 'once') =>
      (message: Message): Promise<Sent<unknown>> =>
        respond(place.url, { ...more, ...message }, again, log);
    const forms = shared ? await picturedForms(reply, view) : formsOf(reply, view);
    const sent = await inSomeForm(forms, patiently(send(how, replaces ? 'freely' : 'once')), isGone);
    if (sent.kind === 'done') return true;
    if (sent.kind === 'refused' && !shared) return alone(reply, view, place.spot, line);
    if (sent.kind === 'refused') {
      await alone(notice(UNSHARED[view.locale]), view, place.spot, line);
      return false;
    }
    await inSomeForm(formsOf(unsure(line, shared, view), view), send(anew('ephemeral'), 'freely'), isGone);
    return false;
  }

  async function open(reply: Reply, view: View, { trigger, over, spot }: Place & { kind: 'open' }, line: string) {
    const shown = modal(renderer.blocks(reply, view), view.locale);
    const box = { trigger_id: trigger, view: shown };
    const sent = await call(
      'views.open',
      () => (over ? client.views.push(box) : client.views.open(box)),
      'freely',
      log,
    );
    // What was lost had opened it.
    if (sent.kind === 'done' || sent.reason === 'exchanged_trigger_id') return true;
    log.info({ reason: sent.reason }, 'no modal could be opened');
    return alone(reply, view, spot, line);
  }

  async function update(reply: Reply, view: View, { view: id, search }: Place & { kind: 'update' }) {
    const shown = search
      ? modal([searchBox(view.locale), ...renderer.blocks(reply, view, 1)], view.locale, CALLBACKS.search)
      : modal(renderer.blocks(reply, view), view.locale);
    const sent = await call('views.update', () => client.views.update({ view_id: id, view: shown }), 'freely', log);
    // Whoever has closed it does not wait for it.
    if (sent.kind !== 'done') log.info({ reason: sent.reason }, 'a modal could not be changed');
    return sent.kind === 'done';
  }

  /** `line` is what the reply answers, for whoever has to ask again. */
  return (reply: Reply, view: View, place: Place, line: string): Promise<boolean> => {
    switch (place.kind) {
      case 'url': {
        const byItsUrl = () => byUrl(reply, view, place, line);
        // What an address shows to one person alone stands outside of the thread (Handling user interaction: in_channel
        // alone knows thread_ts).
        const inThread = place.spot.thread !== undefined && !isShared(reply) && !replacesIt(reply, place);
        return inThread ? alone(reply, view, place.spot, line, byItsUrl) : byItsUrl();
      }
      case 'private':
        return alone(reply, view, place.spot, line);
      case 'direct':
        return direct(reply, view, place);
      case 'open':
        return open(reply, view, place, line);
      case 'update':
        return update(reply, view, place);
      default:
        return place satisfies never;
    }
  };
}

export type Deliver = ReturnType<typeof createDelivery>;
