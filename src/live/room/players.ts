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
        `${mark(player, answered)}**${shownName(player, names, locale)}**${player.isHidden ? ` (${words.hidden})` : ''}`,
      ),
      buttons(
        button(words.rename, playerLine.write({ session, move: 'rename', number })),
        button(words.remove, playerLine.write({ session, move: 'remove', number }), 'danger'),
      ),
    ];
  });
  const room = await deps.page()?.roomOf(session);
  const set = (label: string, move: 'plain' | 'nameless', isOn: boolean) =>
    button(label, playerLine.write({ session, move, number: Number(isOn) }));
  const looks = room
    ? [
        set(room.isPlain ? words.withWords : words.onlyButtons, 'plain', !room.isPlain),
        set(room.isNameless ? words.withNames : words.withoutNames, 'nameless', !room.isNameless),
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

/** What an instructor's button does about a player. @throws UserError to a student. */
export async function pressPlayer(
  said: { session: string; move: PlayerMove; number: number; name?: string | undefined } | undefined,
  caller: Caller,
  deps: Deps,
): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const gone = () => new UserError(liveText.both(({ sessionGone }) => sessionGone));
  const onlyInstructors = () => new UserError(text.both((one) => one.onlyInstructors));
  const { session } = await sessionForInstructor(said?.session, caller, { gone, onlyInstructors }, deps);
  if (!said) throw gone();
  const { id } = session;
  if (said.move === 'plain') await deps.page()?.changed(id, { isPlain: said.number === 1 });
  if (said.move === 'nameless') await deps.page()?.changed(id, { isNameless: said.number === 1 });
  if (said.move === 'page' || said.move === 'plain') return renderPlayers(id, said.number, locale, deps);
  const players = await joinedOf(id, deps);
  const player = players.find(({ place }) => place === said.number);
  if (!player) return notice(words.noSuchPlayer);
  const name = shownName(player, namesOf(players, []), locale);
  const changed = async (reply: Reply): Promise<Reply> => {
    await deps.page()?.changed(id);
    return reply;
  };
  switch (move) {
    case 'rename': {
      const given = truncate(normalize(said.name ?? ''), NAME);
      if (given === '')
        return {
          visibility: 'caller',
          accent: 'info',
          replaces: true,
          blocks: [
            {
              type: 'input',
              line: playerLine.write({ session: id, move: 'rename', number: said.number }),
              label: words.newName(name),
            },
          ],
        };
      await deps.sessions.renamePlayer(id, said.number, given);
      return changed(told(words.renamed(literalLine(given)), id, locale));
    }
    case 'remove':
      await deps.sessions.removePlayer(id, said.number, deps.now().epochMilliseconds);
      return changed(told(words.removed(name), id, locale));
    default:
      return move satisfies never;
  }
}
