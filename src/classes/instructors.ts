import { platformOf } from '../core/address.ts';
import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { changeClass } from './change.ts';
import { isId } from './channel.ts';
import { classReply } from './show.ts';

/** Most people and roles that are named. */
const INSTRUCTORS = 25;

/** The role of everyone has the id of its guild (Discord, Permissions: roles). `who`: as the platform writes them. */
export const isEveryone = (who: string, { space }: Pick<Caller, 'space'>): boolean =>
  platformOf(space) === 'discord' && `discord:${who.replace('&', '')}` === space;

/** The address of a person or role, as in Caller's `known`. @throws UserError for a name, and for everyone at once. */
function addressOf(who: string, { space }: Caller): string {
  const platform = platformOf(space);
  if (!isId(who, platform))
    throw new UserError({
      ko: '그 이름의 사람을 찾지 못했어요. `@`을 치면 나오는 목록에서 골라 주세요.',
      en: 'I cannot find anybody by that name. Pick them from the list that `@` opens.',
    });
  if (isEveryone(who, { space }))
    throw new UserError({
      ko: '모두를 선생님으로 정할 수는 없어요. 선생님들의 역할을 하나 만들어서 그 역할을 골라 주세요.',
      en: 'Not everyone can be an instructor. Make a role for the instructors, and pick that.',
    });
  return platform === 'slack' ? `${space}:${who}` : `${platform}:${who}`;
}

/** Names somebody an instructor, or no longer. `who`: as the platform writes them, `123`, `&123`, `U1`. */
async function name(one: Class, who: string, remove: boolean, caller: Caller, context: Context): Promise<Class> {
  const address = addressOf(who, caller);
  return changeClass(
    one.id,
    (now) => {
      const others = now.instructors.filter((known) => known !== address);
      const isNamed = others.length < now.instructors.length;
      if (remove && !isNamed)
        throw new UserError({
          ko: '따로 정해 둔 선생님이 아니에요. 이곳을 관리하는 분은 정하지 않아도 늘 선생님이에요.',
          en: 'They had not been added. Whoever manages this server or workspace is an instructor in any case.',
        });
      if (!remove && others.length >= INSTRUCTORS)
        throw new UserError({
          ko: `선생님은 ${INSTRUCTORS}명까지 정할 수 있어요. 더 많다면 Discord에서는 역할을 하나 정하면 돼요.`,
          en: `You can add up to ${INSTRUCTORS} instructors. On Discord, one role can stand for many.`,
        });
      return { ...now, instructors: remove ? others : [...others, address].sort() };
    },
    context,
  );
}

/** Who steers the class beside those who manage the place; `who` is named, or with `how` remove no longer. */
export async function instructorsReply(
  one: Class,
  { who, how }: { who: string | undefined; how: 'add' | 'remove' | undefined },
  caller: Caller,
  context: Context,
): Promise<Reply> {
  const ko = caller.locale === 'ko';
  const whole = { now: context.now() };
  if (who === undefined && how !== undefined)
    throw new UserError({
      ko: '누구인지 `@`을 쳐서 함께 골라 주세요. 예: `/class instructors @김선생 더하기`',
      en: 'Say who: pick them with `@`, for example `/class instructors @kim add`.',
    });
  if (who === undefined) {
    const lead = ko
      ? '이곳을 관리하는 분은 따로 정하지 않아도 선생님이에요. 다른 분을 더하려면 `/class instructors @이름`처럼 적어 주세요.'
      : 'Whoever manages this server or workspace is an instructor already. Add others with `/class instructors @name`.';
    return classReply(one, { heading: ko ? '함께 가르치는 선생님' : 'Instructors', lead, whole }, caller);
  }
  const named = await name(one, who, how === 'remove', caller, context);
  if (how === 'remove')
    return classReply(named, { heading: ko ? '선생님에서 뺐어요' : 'Removed from the instructors', whole }, caller);
  const lead = ko ? '이제 이 수업을 함께 이끌 수 있어요.' : 'They can lead this class with you now.';
  return classReply(named, { heading: ko ? '선생님을 더했어요' : 'An instructor was added', lead, whole }, caller);
}
