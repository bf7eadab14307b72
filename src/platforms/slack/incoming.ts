import type { BlockAction, SlackViewAction } from '@slack/bolt';
import { allOptions, type Caller, type Command } from '../../core/command/command.ts';
import { joinTyped } from '../../core/reply/controls.ts';
import { withoutMargins } from '../../language/normalize.ts';
import { ACTIONS, ANSWER_BLOCK } from './elements.ts';
import type { Person } from './user-cache.ts';

/** A person who did something, and where. */
export interface Who {
  team: string;
  user: string;
  /** Their handle, where the payload has it. */
  name: string;
  /** When what they did reached us, epoch milliseconds. */
  at: number;
  /** Undefined in the home tab, in modals and for global shortcuts. */
  channel?: string;
  /** The thread they wrote in. */
  thread?: string;
}

/** What Bolt hands on with an event. */
export interface Noted {
  /** When it reached us, epoch milliseconds: one that Slack sends again arrives again. */
  at: number;
}

/** What a modal opens by: good once, and for 3 s after what was done (Modals: opening modals). */
export interface Trigger {
  id: string;
  /** When it reached us, epoch milliseconds. */
  at: number;
}

export const spaceOf = ({ team }: Pick<Who, 'team'>): string => `slack:${team}`;
export const personOf = ({ team, user }: Pick<Who, 'team' | 'user'>): string => `slack:${team}:${user}`;

/** In a direct message the caller is alone with the bot. */
export const isDirect = (channel: string | undefined): boolean => channel?.startsWith('D') ?? false;

/** A thread has its channel's id. */
export function callerOf(
  who: Who,
  { locale, manages, name }: Pick<Person, 'locale' | 'manages'> & Partial<Pick<Person, 'name'>>,
): Caller {
  const { at, channel } = who;
  const id = personOf(who);
  return {
    id,
    space: spaceOf(who),
    ...(channel === undefined || isDirect(channel) ? {} : { channel: `slack:${channel}` }),
    locale,
    at,
    ...(name ? { name } : {}),
    manages,
    known: [id],
  };
}

/** Slack cuts messages here (chat.postMessage); dispatch refuses what is longer. */
const LONGEST = 40_000;

/** Is who or what is called a part of the command's lines, rather than a way to get attention? */
export const takesMentions = (command: Command): boolean =>
  allOptions(command).some(
    (option) =>
      option.type === 'channel' || option.type === 'mentionable' || (option.type === 'text' && option.namesPerson),
  );

/** Who is called before anything is said; several lines then begin where the call ends, or below it. */
const CALLED = /^(?:\s*<[@!][^<>]*>)+[^\S\n]*/;

/**
 * What a person typed, as they saw it, line by line: Slack sends &, < and > as entities, and mentions, channels and links in angle
 * brackets (Formatting text for app surfaces). Who is called, the bot or anyone, is no part of a question: mentions and
 * channels are `kept` for takesMentions() commands alone, without the names that Slack may write into them.
 */
export function readText(text: string, mentions: 'dropped' | 'kept' = 'dropped'): string {
  if (text.length > LONGEST) return text;
  return withoutMargins(
    (mentions === 'kept' ? text : text.replace(CALLED, ''))
      .replace(/<!([^<>]*)>/g, ' ')
      .replace(/<([@#][^<>|]*)(?:\|([^<>]*))?>/g, (_, called: string, label = ' ') =>
        mentions === 'kept' ? `<${called}>` : called.startsWith('#') ? label : ' ',
      )
      .replace(/<([^<>|@#][^<>|]*)(?:\|([^<>]*))?>/g, (_, url: string, label?: string) => label ?? url)
      // What is left where one stood within another: Slack itself sends no such thing.
      .replace(mentions === 'kept' ? /<(?=!)/g : /<(?=[@!])/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

/** What is chosen in the menu of the message or view at the moment of a press, as letters in order; undefined for nothing. */
export function pickedIn(body: BlockAction): string | undefined {
  const values = body.view?.state.values ?? body.state?.values ?? {};
  for (const block of Object.values(values)) {
    const picked = block[ACTIONS.pick]?.selected_options?.map(({ value }) => value ?? '') ?? [];
    if (picked.length > 0) return picked.sort().join('');
  }
  return undefined;
}

/** What is chosen in each of `count` menus at that moment, a letter each; undefined while one is left open. */
export function menusIn(body: BlockAction, count: number): string | undefined {
  const values = Object.values(body.view?.state.values ?? body.state?.values ?? {});
  const picked = Array.from({ length: count }, (_, i) => {
    const own = values.flatMap((block) => block[`${ACTIONS.menu}:${i + 1}`] ?? []);
    return own[0]?.selected_option?.value ?? '';
  });
  return picked.includes('') ? undefined : picked.join('');
}

/** The texts of the inputs of a modal, or of a message at the moment of a press, as one: see joinTyped(). */
export function typedIn({
  view,
  state,
}: Pick<SlackViewAction | BlockAction, 'view'> & Pick<BlockAction, 'state'>): string {
  const values = Object.entries(view?.state.values ?? state?.values ?? {});
  const ours = values.filter(([block]) => block.startsWith(ANSWER_BLOCK));
  // Boxes of an older version have no names. By them, `answer:1`; an object's order is nobody's promise.
  const inputs = (ours.length > 0 ? ours : values).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = inputs.map(([, block]) => Object.values(block).find(({ value }) => value)?.value ?? '');
  return ours.length > 0 ? joinTyped(texts) : (texts.find(Boolean) ?? '');
}

/** What Slack sends twice it sends with the same name; undefined where there is none. */
export function deliveryId(body: object): string | undefined {
  for (const key of ['event_id', 'trigger_id', 'response_url'] as const)
    if (key in body) {
      const name: unknown = Reflect.get(body, key);
      if (typeof name === 'string' && name !== '') return name;
    }
  return undefined;
}
