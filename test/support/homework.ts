/** A class that is given homework, its instructor and its students, without a platform, and a clock that a test turns. */
import type { Question } from '../../src/content/model.ts';
import type { Class } from '../../src/core/class.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { asked, rightAnswers, wrongAnswers } from './practice.ts';
import { buttonsOf, textsOf } from './replies.ts';
import { botOf, COURSE } from './world.ts';

/** 25 November 2026 is a Wednesday; in Seoul it is 10:00. */
const START = Date.parse('2026-11-25T01:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const ROOM = 'discord:100001';
const GUILD = 'discord:100000';

/** The line of the button with this label; an error names what there is. */
export function lineOf(reply: Reply, label: string): string {
  const found = buttonsOf(reply).find((button) => button.label === label);
  if (!found) throw new Error(`no ${label} among ${buttonsOf(reply).map((button) => button.label)}`);
  return found.line;
}

export const allOf = (reply: Reply): string => textsOf(reply).join('\n');
export const labelsOf = (reply: Reply): string[] => buttonsOf(reply).map(({ label }) => label);

export async function openHomework({
  folders = [COURSE],
  ...how
}: Partial<Class> & { folders?: readonly string[] } = {}) {
  let at = START;
  const made = await botOf(folders, { now: () => at });
  const { bot, world } = made;
  const one: Class = {
    id: 'class1',
    timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1, 2, 3, 4, 5], holidays: true, skips: [] },
    locale: 'ko',
    channels: [{ channel: ROOM, space: GUILD }],
    instructors: ['discord:900'],
    paused: undefined,
    due: undefined,
    owner: 'discord:900',
    code: 'CODE',
    ...how,
  };
  await world.classes.save(one, at);
  const person = (id: string, more: Partial<Caller> = {}): Caller => ({
    ...{ id: `discord:${id}`, space: GUILD, channel: ROOM, locale: 'ko', manages: false, known: [`discord:${id}`] },
    ...more,
  });
  const teacher = person('900');
  const kim = person('1', { name: '김민수' });

  /** The question that a reply asks. */
  const questionIn = (reply: Reply): { question: Question; line: string } =>
    asked(reply, { get: (id) => world.course().questionNamed(id) });

  return {
    ...made,
    ...{ one, teacher, kim, person, questionIn },
    type: (line: string, caller: Caller = teacher): Promise<Reply> => bot.dispatch(line, caller),
    press: (reply: Reply, label: string, caller: Caller = teacher): Promise<Reply> =>
      bot.dispatch(lineOf(reply, label), caller),
    /** Answers what is asked; gives the grade. */
    answer(reply: Reply, knows: boolean, caller: Caller = kim): Promise<Reply> {
      const { question, line } = questionIn(reply);
      const [answer = ''] = (knows ? rightAnswers : wrongAnswers)(question, reply, caller.locale);
      at += 1000;
      return bot.dispatch(`${line} ${answer}`, caller);
    },
    pass(ms: number): void {
      at += ms;
    },
    now: () => at,
    /** The only homework of the class. */
    async given() {
      const [first] = await world.appointments.history(one.id, 'homework', 9);
      if (!first) throw new Error('nothing was given');
      return first;
    },
  };
}
