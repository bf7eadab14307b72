import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import { timetableInWords } from '../daily/words.ts';
import type { World } from '../world.ts';

/** `discord:123` -> discord. */
export const platformOf = (address: string): string => address.split(':')[0] ?? '';

/** The class of where somebody is: of the channel; elsewhere the only one of the guild or workspace, if there is just one. */
export async function classAt(caller: Caller, { classes }: World): Promise<Class | undefined> {
  const here = caller.channel === undefined ? undefined : await classes.of(caller.channel);
  if (here) return here;
  const [only, ...others] = await classes.within(caller.space);
  return others.length === 0 ? only : undefined;
}

/** The class that somebody learns in: of where they are, otherwise the one that they were in last. */
export async function classOf(caller: Caller, world: World): Promise<Class | undefined> {
  const here = await classAt(caller, world);
  if (here) return here;
  const last = await world.memory.classOf(caller.id);
  return last === undefined ? undefined : world.classes.byId(last);
}

/** May somebody steer the class: do they manage a guild or workspace that it is in, or have they been named? */
export const teaches = ({ channels, instructors }: Class, { manages, space, known }: Caller): boolean =>
  (manages && channels.some((one) => one.space === space)) || instructors.some((who) => known.includes(who));

/** The class of where an instructor is. @throws UserError where there is none, or whoever asks is no instructor of it. */
export async function classToTeach(caller: Caller, world: World): Promise<Class> {
  const one = await classAt(caller, world);
  if (one && teaches(one, caller)) return one;
  if (one)
    throw new UserError({
      ko: `이건 선생님만 할 수 있어요. 이 수업의 카드는 ${timetableInWords(one.timetable, 'ko')}에 올라와요. 궁금한 개념은 \`/k8s\`로 언제든 찾아보세요.`,
      en: `Only instructors can do this. The class has its card ${timetableInWords(one.timetable, 'en')}; look anything up with \`/k8s\` meanwhile.`,
    });
  const several = (await world.classes.within(caller.space)).length > 1;
  throw new UserError(
    several
      ? {
          ko: '이 서버에는 수업이 여러 개예요. 그 수업의 채널에서 다시 입력해 주세요.',
          en: 'There are several classes here. Type it again in the channel of the one that you mean.',
        }
      : {
          ko: '여기에는 아직 수업이 없어요. 선생님이 수업 채널에서 `/class setup`을 입력하면 시작돼요.',
          en: 'There is no class here yet. It begins when an instructor types `/class setup` in its channel.',
        },
  );
}
