import type { Reply } from '../../core/reply/blocks.ts';
import { notice } from '../../core/reply/builders.ts';
import type { Place, Spot } from './destination.ts';
import type { View } from './elements.ts';
import { createForms, type Delivery } from './forms.ts';
import { SLACK } from './limits.ts';
import { maybeLost } from './notices.ts';
import type { Message } from './render.ts';
import { text } from './text.ts';
import { call, respond, type Sent } from './web-api.ts';

/** The bot's own marks on what it writes unobserved, so that it finds them again. */
const METADATA = 'dosirak_answer';
/** Uses of an address for an answer; one is left to say that it was lost. */
const BUT_ONE = SLACK.urlUses - 1;
/** So often an answer that is not there is written again. */
const TRIES = 3;

/** How a text begins, whatever became of its marks. */
const opening = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 60);

/** The address is used up or too old (Handling user interaction); it is no fault of what was sent. */
const isGone = (reason: string): boolean => /url|404|410|expired|used/.test(reason);

/** Writes messages. One that may have arrived or not is looked for where Slack allows it, and never just sent twice. */
export function createMessages(delivery: Delivery) {
  const { client } = delivery;
  const { inSomeForm, formsOf, picturedForms, patiently } = createForms(delivery);

  /** Is there already what a lost call was to write? Where Slack does not tell, it is not written again. */
  async function isThere(channel: string, thread: string | undefined, key: string, words: string): Promise<boolean> {
    const few = { channel, limit: 20, include_all_metadata: true };
    const read = await call(
      'conversations.history',
      () =>
        thread === undefined ? client.conversations.history(few) : client.conversations.replies({ ...few, ts: thread }),
      'freely',
      delivery,
    );
    if (read.kind !== 'done') return true;
    return (read.answer.messages ?? []).some(({ metadata, ts = '', text: said = '' }) =>
      // A server that tells nothing of metadata tells the words.
      metadata === undefined
        ? Number(ts) > Number(key) && opening(said) === opening(words)
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
        delivery,
      );
    const forms = await picturedForms(reply, view);
    for (let tried = 1; ; tried++) {
      const sent = await inSomeForm(forms, patiently(send), () => false);
      if (sent.kind === 'done') return true;
      // Where only a person is known, not the conversation, there is nowhere to look.
      if (sent.kind !== 'lost' || tried === TRIES || !channel.startsWith('D')) return false;
      if (await isThere(channel, thread, key, forms[0]?.text ?? '')) return true;
    }
  }

  /** Where nothing else can be had: in the direct messages, where the answer can be shared with no other person. */
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
    const send =
      (again: 'freely' | 'once') =>
      (message: Message): Promise<Sent<unknown>> =>
        call(
          'chat.postEphemeral',
          () =>
            client.chat.postEphemeral({
              channel,
              user,
              ...message,
              ...(thread === undefined ? {} : { thread_ts: thread }),
            }),
          again,
          delivery,
        );
    const sent = await inSomeForm(formsOf(reply, view), send('once'), (reason) => !/block|text|msg/.test(reason));
    if (sent.kind === 'done') return true;
    if (sent.kind === 'refused') return otherwise();
    // What tells of it may itself come twice.
    if (sent.kind === 'lost') await inSomeForm(formsOf(maybeLost(line, false, view), view), send('freely'), () => true);
    return false;
  }

  async function byUrl(reply: Reply, view: View, place: Place & { kind: 'url' }, line: string): Promise<boolean> {
    const { spot, url, mayReplace } = place;
    const shared = reply.visibility === 'channel';
    const replaces = !shared && reply.replaces === true && mayReplace;
    const send =
      (how: object, again: 'freely' | 'once', most: number = SLACK.urlUses) =>
      (message: Message): Promise<Sent<unknown>> =>
        respond(url, { ...how, ...message }, again, delivery, most);
    const ephemeral = { response_type: 'ephemeral', replace_original: false };
    const inChannel = {
      response_type: 'in_channel',
      replace_original: false,
      ...(spot.thread === undefined ? {} : { thread_ts: spot.thread }),
    };
    const how = shared ? inChannel : replaces ? { replace_original: true } : ephemeral;
    // In a direct message one's own message can have files; what Slack shows to one person of many cannot.
    const isPictured = shared || (replaces && !view.others);
    const forms = isPictured ? await picturedForms(reply, view) : formsOf(reply, view);
    const sent = await inSomeForm(forms, patiently(send(how, replaces ? 'freely' : 'once', BUT_ONE)), isGone);
    if (sent.kind === 'done') return true;
    if (sent.kind === 'refused' && !shared) return alone(reply, view, spot, line);
    if (sent.kind === 'refused') await alone(notice(text(view.locale).notSharedHere), view, spot, line);
    if (sent.kind === 'lost')
      await inSomeForm(formsOf(maybeLost(line, shared, view), view), send(ephemeral, 'freely'), isGone);
    return false;
  }

  /** By its address, but in its thread: what an address shows to one person stands outside (in_channel knows thread_ts). */
  function answerPress(reply: Reply, view: View, place: Place & { kind: 'url' }, line: string): Promise<boolean> {
    const otherwise = () => byUrl(reply, view, place, line);
    const anew = reply.visibility === 'caller' && !(reply.replaces && place.mayReplace);
    return anew && place.spot.thread !== undefined ? alone(reply, view, place.spot, line, otherwise) : otherwise();
  }

  return { direct, alone, answerPress };
}
