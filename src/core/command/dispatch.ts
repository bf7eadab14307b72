import { otherLayout } from '../../language/hangul.ts';
import { normalize } from '../../language/normalize.ts';
import { truncate } from '../../language/truncate.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../locale.ts';
import type { Log } from '../log.ts';
import { type Ending, type Meter, unmetered } from '../meter.ts';
import type { Reply } from '../reply/blocks.ts';
import { notice } from '../reply/builders.ts';
import { withinLimits } from '../reply/within-limits.ts';
import { type Caller, type Command, isTyped } from './command.ts';
import { hears, runCommand } from './invoke.ts';
import { isTooLong, tooLong } from './parse-line.ts';

/** Answers one line; rejects only where the log itself fails. */
export type Dispatch = (line: string, caller: Caller) => Promise<Reply>;

/** Logs a bug under a reference of its own, and tells the caller that reference. */
export type Report = (error: unknown, locale: Locale, command?: string) => Reply;

export interface Bot {
  commands: readonly Command[];
  dispatch: Dispatch;
  report: Report;
}

function bug(reference: string, locale: Locale): Reply {
  const text =
    locale === 'ko'
      ? `앗, 도시락 안에서 문제가 생겼어요. 잠시 뒤 다시 해 보고, 또 그러면 선생님께 이 번호를 알려 주세요: \`${reference}\``
      : `Something went wrong inside Dosirak. Try again in a moment; if it happens again, tell your instructor this number: \`${reference}\``;
  return { visibility: 'caller', accent: 'error', blocks: [{ type: 'text', markdown: text }] };
}

function unknown(name: string): UserError {
  const shown = truncate(name.replaceAll('`', ''), 40);
  return new UserError({
    ko: `\`/${shown}\` 명령은 없어요. \`/dosirak\`을 입력하면 할 수 있는 일을 모두 볼 수 있어요.`,
    en: `There is no command \`/${shown}\`. Type \`/dosirak\` to see everything I can do.`,
  });
}

/** `reference` gives each bug a short name that both the caller and the log get. */
export const reporter =
  ({ log, reference }: { log: Pick<Log, 'error'>; reference: () => string }): Report =>
  (error, locale, command) => {
    const name = reference();
    // The command's name and nothing of what was typed.
    log.error({ err: error, reference: name, command }, 'command failed');
    return bug(name, locale);
  };

/**
 * The one way from a line to a Reply, typed or from a button; `/` in front is optional. A line whose first word is no
 * command is a question for `talk`, unless a `/` shows that a command was meant; so is one whose first word is a command
 * that does not hear the others: `live probe`, `progress bar`.
 */
export function createDispatch(
  commands: readonly Command[],
  { talk: talkName, report, meter = unmetered }: { talk: string; report: Report; meter?: Pick<Meter, 'interaction'> },
): Dispatch {
  const byName = new Map(commands.map((command) => [command.name, command]));
  const talk = byName.get(talkName);

  const spoken = new Map(commands.flatMap((command) => (command.spoken ?? []).map((word) => [word, command] as const)));

  function route(line: string): { command: Command; text: string } {
    if (isTooLong(line)) throw tooLong();
    const text = normalize(line);
    const slash = text.startsWith('/');
    const [typed = '', ...rest] = text.slice(slash ? 1 : 0).split(' ');
    const first = typed.toLowerCase();
    if (slash) {
      // /퀴즈 and /벼ㅑㅋ (quiz in the other keyboard layout) mean what they seem to mean.
      const command = byName.get(first) ?? spoken.get(first) ?? byName.get(otherLayout(first) ?? '');
      if (command && isTyped(command)) return { command, text: rest.join(' ') };
      throw unknown(typed);
    }
    const said = spoken.get(text.toLowerCase().replace(/(?<![!?.~ ])[!?.~ ]+$/, ''));
    if (said) return { command: said, text: '' };
    const command = byName.get(first);
    // Bare `k8s`, with nothing to look up, asks about k8s itself.
    const bare = rest.length === 0 && Object.values(command?.options ?? {}).some((option) => option.required);
    if (command && !bare && (hears(command, rest.join(' ')) || !talk)) return { command, text: rest.join(' ') };
    if (talk) return { command: talk, text };
    throw unknown(typed);
  }

  return async (line, caller) => {
    const begun = performance.now();
    let name: string | undefined;
    const ended = (ending: Ending): void => meter.interaction(name ?? 'unknown', ending, performance.now() - begun);
    try {
      const { command, text } = route(line);
      name = command.name;
      const reply = withinLimits(await runCommand(command, text, caller));
      ended('answered');
      return reply;
    } catch (error) {
      if (error instanceof UserError) {
        ended('refused');
        return notice(error.text[caller.locale]);
      }
      ended('failed');
      return report(error, caller.locale, name);
    }
  };
}
