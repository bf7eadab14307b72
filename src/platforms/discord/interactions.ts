import {
  type APIInteraction,
  type APIMessage,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord.js';
import { createClaims } from '../../core/claims.ts';
import type { Caller, Command } from '../../core/command/command.ts';
import type { Bot } from '../../core/command/dispatch.ts';
import { type CommandInput, route } from '../../core/command/route.ts';
import { shareOnce } from '../../core/command/share-once.ts';
import type { PlatformContext } from '../../core/platform.ts';
import { createRefusedLooks } from '../../core/refused-looks.ts';
import type { Reply } from '../../core/reply/blocks.ts';
import { notice } from '../../core/reply/builders.ts';
import { formIn } from '../../core/reply/form.ts';
import { truncate } from '../../language/truncate.ts';
import type { Attach } from './attachments.ts';
import { drawReply } from './drawn.ts';
import { type Followed, isOfCommand } from './following.ts';
import { formModals } from './form-modal.ts';
import { type Completion, callerOf, wishOf } from './incoming.ts';
import { DISCORD } from './limits.ts';
import type { Mentions } from './mentions.ts';
import { modal } from './modal.ts';
import type { View } from './parts.ts';
import { pasteModal, takesPastes } from './paste.ts';
import { hasOthers, mayShare, placeOf } from './place.ts';
import { type Asked, answer, callback, type Wire } from './respond.ts';
import { isOver, type Outcome } from './retry.ts';
import { text } from './text.ts';

/** What half-typed words of an option may become. */
async function choicesOf(
  { options }: Pick<Command, 'options'>,
  { option, partial }: Completion,
  { id, locale }: Caller,
) {
  const declared = options[option];
  const completes = declared?.type === 'text' || declared?.type === 'word';
  const offered = completes ? ((await declared.complete?.(partial, id)) ?? []) : [];
  // A name that was picked comes back as the option's value: two alike would be refused.
  const names = new Set(offered.map((title) => truncate(title[locale], DISCORD.choiceName)));
  return Array.from(names)
    .filter(Boolean)
    .slice(0, DISCORD.choices)
    .map((name) => ({ name, value: name }));
}

/**
 * Who sees the message that the command was pressed on, if the answer may take its place. A message that the caller does
 * not see alone is taken only if it is of that command already: what a class reads together stays, whatever is pressed
 * or forged.
 */
function onMessage(
  command: Command | undefined,
  message: APIMessage | null | undefined,
  { others }: View,
): Asked['onMessage'] {
  if (!message) return undefined;
  if (((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0) return 'caller';
  if (command === undefined || !isOfCommand(message, command.name)) return undefined;
  return others ? 'channel' : 'caller';
}

/** Handles interactions as Discord sends them, each once; the promise ends when its answer is delivered or lost. */
export function handler(
  bot: Bot,
  { draw, claims, now }: Pick<PlatformContext, 'draw' | 'claims' | 'now'>,
  { attach, mentions, followed, ...wire }: Wire & { attach: Attach; mentions: Mentions; followed: Followed },
): (interaction: APIInteraction) => Promise<void> {
  // Discord sends an interaction again over the same session only.
  const interactions = createClaims();

  /** Answers the caller alone with what is there already. */
  const tell = (reply: Reply, asked: Asked): Promise<boolean> =>
    answer(Promise.resolve({ reply, files: [], texts: [] }), asked, 'caller', wire);

  async function say(
    input: CommandInput,
    command: Command | undefined,
    message: APIMessage | undefined,
    caller: Caller,
    asked: Asked,
  ): Promise<void> {
    const { locale } = caller;
    const goOn = message && (await followed.pressed(caller.id, message));
    const visibility = command?.visibility ?? 'caller';
    const show = async (): Promise<boolean> => {
      const made = bot.dispatch(input, caller).then((reply) => drawReply(reply, draw, wire.log));
      const isShown = await answer(made, asked, visibility, wire);
      const { reply } = await made;
      if (isShown && reply.follow) followed.begin(reply.follow, caller, asked);
      else if (!reply.replaces) goOn?.();
      return isShown && reply.visibility === 'channel';
    };
    const reportBug = (error: unknown): Reply => bot.reportBug(error, locale, command?.name);
    const showing = { platform: 'discord', message: message?.id, visibility, locale, show, reportBug };
    await shareOnce({ ...showing, tell: (reply) => tell(reply, asked) }, claims);
  }

  async function complete(wish: Completion, caller: Caller) {
    const routed = route(wish.invocation, (await bot.commandsFor?.(caller)) ?? bot.commands);
    if (routed.command === undefined) return [];
    const { command, action } = routed;
    try {
      return await choicesOf(action?.[1] ?? command, wish, caller);
    } catch (error) {
      bot.reportBug(error, caller.locale, command.name);
      return [];
    }
  }

  const looks = createRefusedLooks(wire.timers.now);
  /** Opens a form in the newest look that the server takes; see Asked. */
  async function openForm(reply: Reply, asked: Asked): Promise<Outcome | undefined> {
    const form = formIn(reply);
    if (!form) return undefined;
    const left = looks.left(formModals(form));
    for (const [refused, data] of left.entries()) {
      const opened = await callback(wire, asked, InteractionResponseType.Modal, data);
      if (opened === 'refused') continue;
      looks.refused(refused);
      return opened;
    }
    looks.refused(left.length);
    return 'refused';
  }

  /** Says whether the box is open, or may be: Discord takes one answer. */
  async function open({ modal: box, older }: { modal: object; older: object }, asked: Asked): Promise<boolean> {
    for (const data of [box, older]) {
      const opened = await callback(wire, asked, InteractionResponseType.Modal, data);
      if (isOver(opened)) return true;
    }
    return false;
  }

  return async (interaction) => {
    const [at, arrived] = [wire.timers.now(), now()];
    if (!(await interactions.claim(interaction.id))) return;
    const wish = wishOf(interaction, attach);
    const place = placeOf(interaction);
    const caller = callerOf(interaction, arrived, place);
    if (!wish || !caller) return;
    const command = 'input' in wish ? route(wish.input, bot.commands).command : undefined;
    const { locale } = caller;
    const view: View = {
      locale,
      others: hasOthers(interaction, place),
      mayShare: mayShare(interaction, place),
      ...mentions.named(locale, place),
    };
    const asked: Asked = {
      id: interaction.id,
      token: interaction.token,
      applicationId: interaction.application_id,
      at,
      onMessage: onMessage(command, interaction.message, view),
      view,
      // A modal is no answer to a modal (Interactions: interaction callback type).
      ...(interaction.type === InteractionType.ModalSubmit
        ? {}
        : { openForm: (reply: Reply) => openForm(reply, asked) }),
    };
    switch (wish.kind) {
      case 'called': {
        const lacks = command !== undefined && Object.keys(wish.input.options).length === 0 && takesPastes(command);
        if (lacks && (await open(pasteModal(command, locale), asked))) return;
        return say(wish.input, command, undefined, caller, asked);
      }
      case 'answer':
        return say(wish.input, command, interaction.message, caller, asked);
      case 'type':
        if (!(await open(modal(wish.line, wish.boxes, locale), asked))) await tell(notice(text(locale).noBox), asked);
        return;
      case 'complete': {
        const data = { choices: await complete(wish, caller) };
        await callback(wire, asked, InteractionResponseType.ApplicationCommandAutocompleteResult, data);
        return;
      }
      default:
        return wish satisfies never;
    }
  };
}
