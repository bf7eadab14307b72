/** A class that plays, without platforms: a test lets time pass, and reads what would be posted. */
import type { Question } from '../../src/content/model.ts';
import type { Class } from '../../src/core/class.ts';
import type { Caller } from '../../src/core/command/command.ts';
import type { Post } from '../../src/core/outbox.ts';
import type { Reply } from '../../src/core/reply/blocks.ts';
import { joinTyped } from '../../src/core/reply/controls.ts';
import { renderPost } from '../../src/live/messages.ts';
import { wakeSessions } from '../../src/live/sessions.ts';
import { liveShuffle } from '../../src/live/state.ts';
import type { Shuffle } from '../../src/questions/fields.ts';
import { form, isRight } from '../../src/questions/types.ts';
import { typedInBlanks, wantedInMenus, wrongNumber } from './practice.ts';
import { stateIn } from './sessions.ts';
import { botOf, COURSE } from './world.ts';

/** An answer to a question of several parts: with the first option of each in turn, until it is right or wrong. */
function partsFor(question: Question, shuffle: Shuffle, right: boolean): string {
  const typed = typedInBlanks(question, right);
  if (typed.length > 0) return joinTyped(typed);
  const shown = form(question, 'ko', shuffle);
  if (shown.type !== 'menus') throw new Error(`no menus but ${shown.type}`);
  const wanted = wantedInMenus(question, right, 'ko');
  return shown.menus
    .map(({ label, options }) => options.find((option) => option.label === wanted.get(label))?.value ?? '')
    .join('');
}

export const START = Date.parse('2026-11-25T01:00:00Z');
export const CHANNEL = 'discord:1';
export const SLACK = 'slack:C1';

/** A live quiz's class in two channels, with a clock of its own and nobody who delivers its messages. */
export async function openRoom(folders: readonly string[] = [COURSE]) {
  let at = START;
  const { bot, world, teach } = await botOf(folders, { now: () => at });
  const one: Class = {
    id: 'class1',
    timetable: { zone: 'Asia/Seoul', minute: 540, weekdays: [1], holidays: true, skips: [] },
    locale: 'ko',
    channels: [CHANNEL, SLACK].map((channel) => ({ channel, space: channel.split(':')[0] ?? '' })),
    instructors: ['discord:9'],
    paused: undefined,
    due: undefined,
    owner: '',
    code: 'CODE0001',
  };
  await world.classes.save(one, at);
  const person = (id: string, how: Partial<Caller> = {}): Caller => ({
    ...{ id, space: 'discord', channel: CHANNEL, locale: 'ko', manages: false, known: [id], name: id },
    ...how,
  });
  const teacher = person('discord:9');
  const posts: Post[] = [];
  const pass = async (ms: number): Promise<void> => {
    at += ms;
    await wakeSessions(at, world, (error) => {
      throw error;
    });
    posts.push(...(await world.outbox.lease(['discord', 'slack'], at, at + 1, 50)));
  };
  /** The message of a scene, as a channel has it. */
  const post = (scene: string, channel = CHANNEL): Post => {
    const found = posts.findLast((one) => one.what.endsWith(` ${scene}`) && one.channel === channel);
    if (!found) throw new Error(`no ${scene} among ${posts.map(({ what }) => what).join()}`);
    return found;
  };
  const session = async () => {
    const [newest] = await world.sessions.history(one.id, 'live', 1);
    if (!newest) throw new Error('there is none');
    return newest;
  };
  /** The letters of an answer to question `n` that is right, or wrong. */
  const letters = async (n: number, right: boolean): Promise<string> => {
    const { id, kind, state } = await session();
    const question = world.course().questionNamed(stateIn({ kind, state }).live.plan.questions[n] ?? '');
    if (!question) throw new Error('no such question');
    const shuffle = liveShuffle(id, question);
    const shown = form(question, 'ko', shuffle);
    if (question.type === 'number' || question.type === 'estimate')
      return right ? String(question.answer) : wrongNumber(question);
    if (shown.type === 'menus' || question.type === 'gap' || question.type === 'match')
      return partsFor(question, shuffle, right);
    if (shown.type !== 'choice') return right && question.type === 'typed' ? String(question.accept[0]) : '틀린답';
    const all = shown.options.map(({ value }) => value);
    const subsets = [''];
    for (const value of all) subsets.push(...subsets.map((one) => one + value));
    // The longest wrong one has a wrong option in it.
    const fits = (one: string): boolean =>
      one.length > 0 && one.length <= shown.max && isRight(question, one, shuffle) === right;
    const found = subsets.findLast(fits);
    if (found === undefined) throw new Error('there is no such answer');
    return found;
  };
  const type = (line: string, caller = teacher): Promise<Reply> => bot.dispatch(line, caller);
  /** Begins a quiz as a teacher who waits for nobody in its lobby: it counts down at once. */
  const begin = async (line: string, caller = teacher): Promise<Reply> => {
    const reply = await type(line, caller);
    await type('/live resume', caller);
    return reply;
  };
  /** Sends the form of a class's own question. */
  const write = (options: Record<string, string>): Promise<Reply> =>
    bot.dispatch({ command: 'write-question', options, filled: true }, teacher);
  const pick = (who: Caller, scene: string, answer: string, channel = CHANNEL): Promise<Reply> =>
    type(`pick ${post(scene, channel).id} ${answer}`, who);
  const join = (who: Caller, channel = CHANNEL): Promise<Reply> => type(`join-in ${post('count', channel).id}`, who);
  const shown = async (scene: string, channel = CHANNEL) => {
    const found = await world.outbox.byId(post(scene, channel).id);
    return found && renderPost(found, 'ko', at, world);
  };
  /** Whatever stands in the outbox of what was to be posted. */
  const planned = () => posts.map(({ id, key, what, channel }) => ({ id, key, what, channel }));
  return {
    world,
    teach,
    one,
    person,
    teacher,
    pass,
    post,
    planned,
    session,
    letters,
    type,
    begin,
    write,
    pick,
    join,
    shown,
  };
}
