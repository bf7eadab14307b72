/** The ways in which one person hands text to the bot, in the chats of every platform. */
import type { Bot } from '../../src/core/command/dispatch.ts';
import { onDiscord } from '../fakes/discord/bot.ts';
import { onSlack } from '../fakes/slack/bot.ts';
import * as slackSeen from '../fakes/slack/seen.ts';
import { openChat } from './chat.ts';
import * as discordSeen from './seen.ts';

interface Handed {
  name: string;
  data: string | Uint8Array;
}

/** Each gives what is shown in answer. */
export interface Hands {
  /** Pastes text and sends it. */
  paste(text: string): Promise<string>;
  /** Uploads a file, with some words or without. */
  upload?(file: Handed, words?: string): Promise<string>;
  /** Chooses the bot in the menu of somebody's message, which may have a file. */
  post?(text: string, file?: Handed): Promise<string>;
}

type Open = (bot: Bot, finished: (end: () => Promise<void>) => void) => Promise<Hands>;

const terminal: Open = async (bot, finished) => {
  const chat = openChat({ tty: true, bot, columns: 200 });
  finished(async () => void (await chat.end()));
  const prompt = '도시락> ';
  await chat.until(prompt);
  return {
    async paste(text) {
      const from = chat.shown().length;
      chat.type(`\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~\r`);
      await chat.until(prompt, from);
      return chat.shown().slice(from);
    },
  };
};

/** Characters of a modal's text; an option takes more of them. */
const IN_MODAL = 4000;

const discord: Open = async (bot, finished) => {
  const { discord: server } = await onDiscord({ bot, finished });
  const [minsu, yuna] = [server.user('민수', { locale: 'ko' }), server.user('유나')];
  const inBox = async (fields: Record<string, string | { filename: string; data: string | Uint8Array }>) => {
    const answer = await server.slash(minsu, 'guild', 'k8s').answered;
    if (answer.kind !== 'modal') throw new Error(`no box but ${answer.kind}`);
    return discordSeen.said(await server.submit(minsu, answer.modal, fields).settled());
  };
  const file = ({ name: filename, data }: Handed) => ({ filename, data });
  return {
    paste: async (term) =>
      Array.from(term).length <= IN_MODAL
        ? inBox({ term })
        : discordSeen.said(await server.slash(minsu, 'guild', 'k8s', { term }).settled()),
    upload: (handed, words) => inBox({ file: file(handed), ...(words === undefined ? {} : { term: words }) }),
    async post(text, handed) {
      const message = server.say(yuna, server.guild.channelId, text, handed ? [file(handed)] : []);
      return discordSeen.said(await server.menu(minsu, message, '이 말 찾아보기').settled());
    },
  };
};

const slack: Open = async (bot, finished) => {
  const { slack: server } = await onSlack({ bot, finished });
  const [minsu, yuna] = [server.user('민수', { locale: 'ko-KR' }), server.user('유나')];
  return {
    paste: async (text) => slackSeen.said(await server.direct(minsu, text).message()),
    upload: async (file, words = '') => slackSeen.said(await server.direct(minsu, words, undefined, [file]).message()),
    async post(text, file) {
      const message = server.say(yuna, 'class', text, file ? [file] : []);
      return slackSeen.said(await server.messageShortcut(minsu, 'look_up', message).view());
    },
  };
};

export const HANDS: readonly (readonly [name: string, open: Open])[] = [
  ['terminal', terminal],
  ['Discord', discord],
  ['Slack', slack],
];
