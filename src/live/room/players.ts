import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown, notice } from '../../core/reply/builders.ts';
import type { Player } from '../../core/session.ts';
import type { Context } from '../../course/context.ts';
import { normalize } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { literalLine } from '../../markdown/escape.ts';
import { currentState } from '../codec.ts';
import { type PlayerMove, playerLine } from '../lines.ts';
import { namesOf } from '../names.ts';
import { keysOf } from '../posts.ts';
import { sessionForInstructor } from '../sessions.ts';
import { text as liveText } from '../text.ts';
import { text } from './text.ts';

/** People of a page: each has two buttons, and a reply takes so many. */
const PAGE = 5;
/** Letters of a name that an instructor gives. */
const NAME = 20;

type Deps = Pick<Context, 'sessions' | 'classes' | 'now' | 'page'>;

const joinedOf = async (session: string, { sessions }: Pick<Context, 'sessions'>): Promise<Player[]> =>
  (await sessions.players(session)).filter(({ name }) => name !== undefined);

/** Who has answered the question that is open; undefined while none is. */
async function whoAnswered(
  id: string,
  { sessions }: Pick<Context, 'sessions'>,
): Promise<ReadonlySet<string> | undefined> {
  const session = await sessions.byId(id);
  const step = session && currentState(session)?.live.step;
  if (step?.kind !== 'asking') return undefined;
  const own = (await sessions.answers(id)).filter(({ question }) => question === step.at);
  return new Set(own.map(({ person }) => person));
}

/** Whether a player has answered, at a glance. */
const mark = ({ person }: Player, answered: ReadonlySet<string> | undefined): string =>
  answered === undefined ? '' : answered.has(person) ? '✅ ' : '⏳ ';

/** How an instructor reads a player's name. */
const shownName = (player: Player, names: ReadonlyMap<string, string>, locale: Locale): string =>
  literalLine(names.get(player.person) || text(locale).unnamed);

/** Who has joined a session, some at a time, with what an instructor may do about each. `page` from 1. */
export async function renderPlayers(session: string, page: number, locale: Locale, deps: Deps): Promise<Reply> {
  const words = text(locale);
  const players = await joinedOf(session, deps);
  const names = namesOf(players, []);
  const answered = await whoAnswered(session, deps);
  const last = Math.max(1, Math.ceil(players.length / PAGE));
  const at = Math.min(Math.max(1, page), last);
  const turn = (to: number, label: string) =>
    to >= 1 && to <= last ? [button(label, playerLine.write({ session, move: 'page', number: to }))] : [];
  const rows = players.slice((at - 1) * PAGE, at * PAGE).flatMap((player): Block[] => {
    const number = player.place;
    return [
      markdown(
        `${mark(player, answered)}${number + 1}. **${shownName(player, names, locale)}**${player.isHidden ? ` (${words.hidden})` : ''}`,
      ),
      buttons(
        button(words.rename, playerLine.write({ session, move: 'rename', number })),
        button(words.remove, playerLine.write({ session, move: 'remove', number }), 'danger'),
      ),
    ];
  });
  const room = await deps.page()?.roomOf(session);
  const set = (label: string, move: 'plain' | 'nameless' | 'lock', isOn: boolean) =>
    button(label, playerLine.write({ session, move, number: Number(isOn) }));
  const looks = room
    ? [
        set(room.isPlain ? words.withWords : words.onlyButtons, 'plain', !room.isPlain),
        set(room.isNameless ? words.withNames : words.withoutNames, 'nameless', !room.isNameless),
        set(room.isLocked ? words.unlock : words.lock, 'lock', !room.isLocked),
      ]
    : [];
  const turns = [...turn(at - 1, words.earlier), ...turn(at + 1, words.later)];
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      heading(words.people(players.length)),
      ...(players.length === 0 ? [markdown(words.noPeople)] : rows),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      ...(looks.length === 0 ? [] : [buttons(...looks)]),
      ...(last > 1 ? [footer(`${at} / ${last}`)] : []),
    ],
  };
}

/** What became of it, and the way back to all who play. */
const told = (said: string, session: string, locale: Locale): Reply => ({
  visibility: 'caller',
  accent: 'success',
  replaces: true,
  blocks: [markdown(said), buttons(button(text(locale).back, playerLine.write({ session, move: 'page', number: 1 })))],
});

interface Meant {
  id: string;
  player: Player;
  /** As the instructor reads it. */
  name: string;
}

/** A session's player, for its instructor; undefined where they are gone. @throws UserError to a student. */
async function findPlayer(
  said: { session: string; number: number } | undefined,
  caller: Caller,
  deps: Deps,
): Promise<Meant | undefined> {
  const id = await findSession(said, caller, deps);
  const players = await joinedOf(id, deps);
  const player = players.find(({ place }) => place === said?.number);
  return player && { id, player, name: shownName(player, namesOf(players, []), caller.locale) };
}

/** @throws UserError to a student, and where the session is gone. */
async function findSession(said: { session: string } | undefined, caller: Caller, deps: Deps): Promise<string> {
  const gone = () => new UserError(liveText.both(({ sessionGone }) => sessionGone));
  const onlyInstructors = () => new UserError(text.both((one) => one.onlyInstructors));
  const { session } = await sessionForInstructor(said?.session, caller, { gone, onlyInstructors }, deps);
  return session.id;
}

/** A form for another name; where it is told in words, the line that does the same. */
function renameForm({ id, player, name }: Meant, locale: Locale): Reply {
  const words = text(locale);
  const { place } = player;
  return {
    visibility: 'caller',
    accent: 'info',
    replaces: true,
    blocks: [
      {
        type: 'form',
        line: playerLine.write({ session: id, move: 'rename', number: place }),
        open: words.rename,
        title: words.rename,
        sends: RENAME,
        typed: 'live people',
        inWords: words.renameInWords(name, place + 1),
        fixed: { session: id, place: String(place) },
        parts: [{ name: 'name', label: words.newName, kind: 'text', hint: player.name ?? '', most: NAME }],
      },
    ],
  };
}

/** The command that the form sends. */
export const RENAME = 'rename-player';

/** Gives a player another name. `number`: their place. @throws UserError to a student. */
export async function renamePlayer(
  said: { session: string; number: number; name: string },
  caller: Caller,
  deps: Deps,
): Promise<Reply> {
  const words = text(caller.locale);
  const meant = await findPlayer(said, caller, deps);
  if (!meant) return notice(words.noSuchPlayer);
  const name = truncate(normalize(said.name), NAME);
  if (name === '') return renameForm(meant, caller.locale);
  await deps.sessions.renamePlayer(meant.id, said.number, name, keysOf(meant.id));
  await deps.page()?.changed(meant.id);
  return told(words.renamed(literalLine(name)), meant.id, caller.locale);
}

/** What an instructor's button does about a player. @throws UserError to a student. */
export async function pressPlayer(
  said: { session: string; move: PlayerMove; number: number } | undefined,
  caller: Caller,
  deps: Deps,
): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const id = await findSession(said, caller, deps);
  const { move, number } = said ?? { move: 'page', number: 1 };
  switch (move) {
    case 'page':
      return renderPlayers(id, number, locale, deps);
    case 'plain':
      await deps.page()?.changed(id, { isPlain: number === 1 });
      return renderPlayers(id, 1, locale, deps);
    case 'nameless':
      await deps.page()?.changed(id, { isNameless: number === 1 });
      return renderPlayers(id, 1, locale, deps);
    case 'lock':
      await deps.page()?.changed(id, { isLocked: number === 1 });
      return renderPlayers(id, 1, locale, deps);
    case 'rename': {
      const meant = await findPlayer(said, caller, deps);
      return meant ? renameForm(meant, locale) : notice(words.noSuchPlayer);
    }
    case 'remove': {
      const meant = await findPlayer(said, caller, deps);
      if (!meant) return notice(words.noSuchPlayer);
      await deps.sessions.removePlayer(id, number, deps.now().epochMilliseconds, keysOf(id));
      await deps.page()?.changed(id);
      return told(words.removed(meant.name), id, locale);
    }
    default:
      return move satisfies never;
  }
}
