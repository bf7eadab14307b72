import {
  type APIInteraction,
  type APIMessage,
  ChannelType,
  InteractionContextType,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import type { Caller, Command } from '../../core/command/command.ts';
import type { Bot } from '../../core/command/dispatch.ts';
import { actionOf } from '../../core/command/invoke.ts';
import { commandNameIn } from '../../core/command/parse-line.ts';
import { createClaims } from '../../core/learner-records.ts';
import type { PlatformContext } from '../../core/platform.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { notice } from '../../core/reply/builders.ts';
import { truncate } from '../../language/truncate.ts';
import { TYPES, type View } from './components.ts';
import { drawReply } from './drawn.ts';
import { callerOf, type Wish, wishOf } from './incoming.ts';
import { DISCORD } from './limits.ts';
import { modal } from './modal.ts';
import { type Asked, answer, callback, type Wire } from './respond.ts';
import { isOver } from './retry.ts';

function choices(
  command: Command | undefined,
  { action, option, partial }: Wish & { kind: 'complete' },
  { locale }: Caller,
) {
  const called = command && action !== undefined ? actionOf(action, command)?.[1] : command;
  const declared = called?.options[option];
  const completes = declared?.type === 'text' || declared?.type === 'word';
  const offered = completes ? (declared.complete?.(partial) ?? []) : [];
  // A name that was picked comes back as the option's value: two alike would be refused.
  const names = new Set(offered.map((title) => truncate(title[locale], DISCORD.choiceName)));
  return Array.from(names)
    .filter(Boolean)
    .slice(0, DISCORD.choices)
    .map((name) => ({ name, value: name }));
}

const noBox: Record<Caller['locale'], string> = {
  ko: '이 서버에서는 입력 창을 열 수 없어요. "모르겠어요"를 누르면 답을 보고 다음 문제로 갈 수 있어요.',
  en: 'No box can be opened on this server. Press "I do not know" to see the answer and go on.',
};

const sharedAlready: Record<Caller['locale'], string> = {
  ko: '이미 채널에 공유했어요.',
  en: 'You have shared this already.',
};

/**
 * Who sees the message that the command was pressed on, if the answer may take its place. A message that the caller does
 * not see alone is taken only if it is of that command already: what a class reads together stays, whatever is pressed
 * or forged.
 */
function onMessage(
  name: string | undefined,
  message: APIMessage | null | undefined,
  { others }: View,
): Asked['onMessage'] {
  if (!message) return undefined;
  if (((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0) return 'caller';
  const isOfCommand =
    name !== undefined && new RegExp(`"custom_id":"${TYPES}?${name} `).test(JSON.stringify(message.components ?? []));
  if (!isOfCommand) return undefined;
  return others ? 'channel' : 'caller';
}

/** Does somebody beside the caller read where it was asked? A group's direct messages are of no guild, either. */
const hasOthers = ({ guild_id, channel, context }: APIInteraction): boolean =>
  guild_id !== undefined || channel?.type === ChannelType.GroupDM || context === InteractionContextType.PrivateChannel;

/** Handles interactions as Discord sends them, each once; the promise ends when its answer is delivered or lost. */
export function handler(
  bot: Bot,
  { draw, claims, now }: Pick<PlatformContext, 'draw' | 'claims' | 'now'>,
  wire: Wire,
): (interaction: APIInteraction) => Promise<void> {
  // Discord sends an interaction again over the same session only.
  const interactions = createClaims();
  const byName = new Map(bot.commands.map((command) => [command.name, command]));
  const commandOf = (line: string): Command | undefined => byName.get(commandNameIn(line));

  /** Answers the caller alone with what is there already. */
  const tell = (reply: Reply, asked: Asked): Promise<boolean> =>
    answer(Promise.resolve({ reply, files: [], texts: [] }), asked, 'caller', wire);

  /** Runs a line and answers with it. A message's content is shared once: two quick presses are one wish. */
  async function say(line: string, message: string | undefined, caller: Caller, asked: Asked): Promise<void> {
    const command = commandOf(line);
    const visibility = command?.visibility ?? 'caller';
    const shared = visibility === 'channel' && message !== undefined ? `discord:shared:${message}` : undefined;
    if (shared !== undefined && !(await claims.claim(shared))) {
      await tell(notice(sharedAlready[caller.locale]), asked);
      return;
    }
    const made = bot.dispatch(line, caller).then((reply) => drawReply(reply, draw, wire.log));
    let done = false;
    try {
      done = (await answer(made, asked, visibility, wire)) && (await made).reply.visibility === 'channel';
    } catch (error) {
      // A reply that cannot be drawn is a bug like any other.
      await tell(bot.report(error, caller.locale, command?.name), asked);
    } finally {
      // What did not reach the channel may be shared again.
      if (shared !== undefined && !done) await claims.release(shared);
    }
  }

  function offered(command: Command | undefined, wish: Wish & { kind: 'complete' }, caller: Caller) {
    try {
      return choices(command, wish, caller);
    } catch (error) {
      bot.report(error, caller.locale, command?.name);
      return [];
    }
  }

  async function open(line: string, asked: Asked): Promise<void> {
    const { modal: box, older } = modal(line, asked.view.locale);
    for (const data of [box, older]) {
      const opened = await callback(wire, asked, InteractionResponseType.Modal, data);
      if (isOver(opened)) return;
    }
    await tell(notice(noBox[asked.view.locale]), asked);
  }

  return async (interaction) => {
    const [at, arrived] = [wire.timers.now(), now()];
    if (!(await interactions.claim(interaction.id))) return;
    const wish = wishOf(interaction);
    const caller = callerOf(interaction, arrived);
    if (!wish || !caller) return;
    const view: View = { locale: caller.locale, others: hasOthers(interaction) };
    const asked: Asked = {
      id: interaction.id,
      token: interaction.token,
      applicationId: interaction.application_id,
      at,
      onMessage: wish.kind === 'line' ? onMessage(commandOf(wish.line)?.name, interaction.message, view) : undefined,
      view,
    };
    switch (wish.kind) {
      case 'line':
        return say(wish.line, interaction.message?.id, caller, asked);
      case 'type':
        return open(wish.line, asked);
      case 'complete': {
        const data = { choices: offered(byName.get(wish.command), wish, caller) };
        await callback(wire, asked, InteractionResponseType.ApplicationCommandAutocompleteResult, data);
        return;
      }
      default:
        return wish satisfies never;
    }
  };
}
