import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Context } from '../course/context.ts';
import { timetableInWords } from '../schedule/words.ts';

/** The class of where somebody is: of the channel; elsewhere the only one of the guild or workspace, if there is just one. */
export async function classAt(caller: Caller, { classes }: Context): Promise<Class | undefined> {
  const here = caller.channel === undefined ? undefined : await classes.of(caller.channel);
  if (here) return here;
  const [only, ...others] = await classes.within(caller.space);
  return others.length === 0 ? only : undefined;
}

/**
 * May somebody steer the class: do they manage a guild or workspace that it is in, or have they been named? Where it is
 * not known whether they manage it, they may not; see refusal().
 */
export const teaches = ({ channels, instructors }: Class, { manages, space, known }: Caller): boolean =>
  (manages === true && channels.some((one) => one.space === space)) || instructors.some((who) => known.includes(who));

/** Why a caller may not do what `no` says is not theirs to do: or it is not known yet whether it is. */
export const refusal = ({ manages }: Pick<Caller, 'manages'>, no: () => UserError): UserError =>
  manages === undefined
    ? new UserError({
        ko: '선생님인지 아직 확인하지 못했어요. 잠시 뒤에 다시 해 주세요.',
        en: 'I could not check yet whether you are an instructor. Please try again in a moment.',
      })
    : no();

/** The classes that somebody may mean: that of the channel; elsewhere all of the guild or workspace that they steer. */
export async function classesToTeach(caller: Caller, { classes }: Context): Promise<readonly Class[]> {
  const here = caller.channel === undefined ? undefined : await classes.of(caller.channel);
  const all = here ? [here] : await classes.within(caller.space);
  return all.filter((one) => teaches(one, caller));
}

/** What a student is told, and what they can do instead. */
const onlyInstructors = (): UserError =>
  new UserError({
    ko: '이건 선생님만 할 수 있어요. 혼자 풀어 보려면 `/quiz`를 입력하세요.',
    en: 'Only instructors can do this. To practise alone, type `/quiz`.',
  });

/** The same to a student who asks for the class itself: when its card comes. */
export const cardsCome = ({ paused, timetable }: Class): UserError =>
  new UserError(
    paused
      ? {
          ko: '수업을 바꾸는 건 선생님만 할 수 있어요. 이 수업의 카드는 지금 쉬고 있어요.',
          en: 'Only instructors can change a class. The daily card of this class is paused.',
        }
      : {
          ko: `수업을 바꾸는 건 선생님만 할 수 있어요. 이 수업의 카드가 올라오는 때: ${timetableInWords(timetable, 'ko')}`,
          en: `Only instructors can change a class. The card of this class comes: ${timetableInWords(timetable, 'en')}`,
        },
  );

/** In a Discord direct message there is no guild, and so no class. */
export const isAlone = ({ channel, space, id }: Caller): boolean => channel === undefined && space === id;

/** @throws UserError to those who are alone with the bot. */
const notHere = (): UserError =>
  new UserError({
    ko: '수업은 서버의 채널에 있어요. 여기 말고 수업 채널에서 다시 입력해 주세요.',
    en: 'A class lives in a channel of a server. Type it again there.',
  });

const none = ({ manages }: Caller): UserError =>
  new UserError(
    manages
      ? {
          ko: '여기에는 아직 수업이 없어요. 카드를 올릴 채널에서 `/class setup`을 입력하면 바로 시작돼요.',
          en: 'There is no class here yet. Type `/class setup` in the channel for its cards, and it begins.',
        }
      : {
          ko: '여기에는 아직 수업이 없어요. 이곳을 관리하는 선생님이 `/class setup`을 입력하면 시작돼요.',
          en: 'There is no class here yet. It begins when somebody who manages this place types `/class setup`.',
        },
  );

/**
 * The class of where an instructor is.
 * @throws UserError where there is none, or whoever asks is no instructor of it: then what `refused` says.
 */
export async function classToTeach(
  caller: Caller,
  context: Context,
  refused: (one: Class) => UserError = onlyInstructors,
): Promise<Class> {
  if (isAlone(caller)) throw notHere();
  const [mine, ...others] = await classesToTeach(caller, context);
  if (mine && others.length === 0) return mine;
  if (mine)
    throw new UserError({
      ko: '여기에는 수업이 여러 개예요. 어느 수업인지 그 채널에서 다시 입력해 주세요.',
      en: 'There are several classes here. Type it again in the channel of the one that you mean.',
    });
  const one = await classAt(caller, context);
  if (one) throw refusal(caller, () => refused(one));
  const { length } = await context.classes.within(caller.space);
  throw refusal(caller, () => (length > 0 ? onlyInstructors() : none(caller)));
}
