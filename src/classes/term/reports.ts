import type { Class } from '../../core/class.ts';
import { type Action, action, type Caller, type Command } from '../../core/command/command.ts';
import type { TextOption } from '../../core/command/options.ts';
import { route } from '../../core/command/route.ts';
import { runCommand } from '../../core/command/run.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, fields, heading, markdown } from '../../core/reply/builders.ts';
import { LIMITS } from '../../core/reply/limits.ts';
import type { Context } from '../../course/context.ts';
import { splitFirstWord } from '../../language/normalize.ts';
import { timetableInWords } from '../../schedule/words.ts';
import { classToTeach } from '../find.ts';
import { closedById, closedClasses, hasEarlier, lastClosed, noClosed, termInWords } from './closed.ts';
import { text } from './text.ts';

/** Closed classes that are listed: years of terms. */
const FEW = 8;

/** What a command works with where it tells of a closed class: that class alone, at the time of its end. */
const contextOf = (one: Class, closed: number, context: Context): Context => ({
  ...context,
  now: () => Temporal.Instant.fromEpochMilliseconds(closed),
  classes: { ...context.classes, of: async () => one, within: async () => [one] },
});

/** The closed classes of where an instructor is. @throws UserError where there are none. */
async function listClosed(command: string, caller: Caller, context: Context): Promise<Reply> {
  const all = await closedClasses(caller, context);
  // Students, and where there is no class at all, are answered as everywhere.
  if (all.length === 0) await classToTeach(caller, context);
  if (all.length === 0) throw noClosed();
  const words = text(caller.locale);
  const blocks = await Promise.all(
    all.slice(0, FEW).map(async (one): Promise<Block[]> => {
      const term = await termInWords(one, context, caller.locale);
      return [
        fields({ name: term, value: timetableInWords(one.timetable, caller.locale) }),
        buttons(button(words.reportOf(term), `${command} closed ${one.id}`)),
      ];
    }),
  );
  return { visibility: 'caller', accent: 'info', blocks: [heading(words.closedClasses(all.length)), ...blocks.flat()] };
}

/**
 * The same command, which tells of closed classes as well: of the one that was closed last, where no other has begun
 * since, and by its action `closed` of any. `build` makes the command; its buttons then go on telling of that class. `declared`: how that action is called.
 */
export function withClosedTerms(
  build: (context: Context) => Command,
  declared: Pick<Action, 'korean' | 'summary'> & { which: Omit<TextOption, 'type' | 'byButton'> },
  context: Context,
): Command {
  const open = build(context);
  const { name, actions = {} } = open;

  /** Which class it was, and its buttons for that class. */
  async function ofTerm(reply: Reply, one: Class, caller: Caller): Promise<Reply> {
    const words = text(caller.locale);
    const itself = (given: Button): Button[] => {
      const rest =
        given.line === name ? '' : given.line.startsWith(`${name} `) ? given.line.slice(name.length) : undefined;
      if (rest === undefined || rest.startsWith(' closed')) return [given];
      const line = `${name} closed ${one.id}${rest}`;
      return Array.from(line).length > LIMITS.line ? [] : [{ ...given, line }];
    };
    const own = (block: Block): Block =>
      block.type === 'buttons' ? { ...block, buttons: block.buttons.flatMap(itself) } : block;
    const term = await termInWords(one, context, caller.locale);
    const told = <T>(shown: readonly T[]) => [
      markdown(words.closedTerm(term)),
      ...shown,
      buttons(button(words.otherTerms, `${name} closed`)),
    ];
    const { blocks, tabled } = reply;
    return {
      ...reply,
      blocks: told(blocks.map(own)),
      ...(tabled === undefined ? {} : { tabled: told(tabled.map((one) => (one.type === 'table' ? one : own(one)))) }),
    };
  }

  /** What a line after the command's name tells of a closed class. */
  async function tell(one: Class, run: (command: Command) => Promise<Reply> | Reply, caller: Caller): Promise<Reply> {
    const { closed } = one;
    if (closed === undefined) throw noClosed();
    return ofTerm(await run(build(contextOf(one, closed, context))), one, caller);
  }

  async function byId(which: string, caller: Caller): Promise<Reply> {
    const [id, rest] = splitFirstWord(which);
    const one = await closedById(id, caller, context);
    return tell(
      one,
      (command) => {
        const routed = route(`/${name} ${rest}`.trim(), [command]);
        if (routed.command === undefined) throw noClosed();
        return runCommand(routed, caller);
      },
      caller,
    );
  }

  /** A report of now, with the way to those of closed classes where there are some. */
  async function withOthers(reply: Reply, caller: Caller): Promise<Reply> {
    if (!(await hasEarlier(caller, context))) return reply;
    return { ...reply, blocks: [...reply.blocks, buttons(button(text(caller.locale).otherTerms, `${name} closed`))] };
  }

  const spanning = (action: string, declared: Action): Action => ({
    ...declared,
    async run(args, caller) {
      const one = await lastClosed(caller, context);
      if (one)
        return tell(
          one,
          (command) => command.actions?.[action]?.run(args, caller) ?? Promise.reject(noClosed()),
          caller,
        );
      const reply = await declared.run(args, caller);
      // Where no bare command can be typed, this action stands for it.
      return action === 'show' ? withOthers(reply, caller) : reply;
    },
  });

  return {
    ...open,
    actions: {
      ...Object.fromEntries(Object.entries(actions).map(([action, declared]) => [action, spanning(action, declared)])),
      closed: action({
        ...declared,
        options: { which: { type: 'text', byButton: true, ...declared.which } },
        run: ({ which }, caller) => (which === undefined ? listClosed(name, caller, context) : byId(which, caller)),
      }),
    },
    async run(args, caller) {
      const one = await lastClosed(caller, context);
      if (one) return tell(one, (command) => command.run(args, caller), caller);
      return withOthers(await open.run(args, caller), caller);
    },
  };
}
