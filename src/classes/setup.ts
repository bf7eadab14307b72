import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command.ts';
import { UserError } from '../core/errors.ts';
import type { Locale } from '../core/locale.ts';
import { dueOf } from '../daily/plan.ts';
import { USUAL } from '../daily/timetable.ts';
import type { World } from '../world.ts';
import { platformOf, teaches } from './find.ts';

/** What an instructor may say of a class; what is left out stays as it is, or is as most classes have it. */
export interface Wanted {
  channel: string | undefined;
  minute: number | undefined;
  weekdays: readonly number[] | undefined;
  zone: string | undefined;
  locale: Locale | undefined;
  holidays: boolean | undefined;
}

/** Letters and digits that nobody takes for each other. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE = 8;

/** What an instructor types to add a channel, of an id that nobody guesses. */
export const newCode = (newId: () => string): string =>
  Array.from(newId().slice(0, CODE), (letter) => LETTERS[Number.parseInt(letter, 36) % LETTERS.length]).join('');

/** What was typed as a code, as it is kept. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** @throws UserError where somebody may not do it. */
export const onlyInstructors = (): UserError =>
  new UserError({
    ko: '수업은 선생님만 만들거나 바꿀 수 있어요. 서버(워크스페이스)를 관리하는 분께 부탁해 보세요.',
    en: 'Only instructors can set up a class. Ask somebody who manages this server or workspace.',
  });

/**
 * The channel that is meant, where the bot can be.
 * @throws UserError where there is none, or the bot cannot read it.
 */
export async function channelFor(named: string | undefined, caller: Caller, { outlets }: World): Promise<string> {
  const platform = platformOf(caller.space);
  const channel = named === undefined ? caller.channel : `${platform}:${named}`;
  if (channel === undefined)
    throw new UserError({
      ko: '어느 채널에 카드를 올릴까요? 수업 채널에서 다시 입력하거나, 채널을 함께 골라 주세요.',
      en: 'Which channel is it for? Type it in the channel of the class, or name the channel as well.',
    });
  const reached = await outlets()
    .find((outlet) => outlet.platform === platform)
    ?.reach(channel);
  if (reached?.kind === 'lost' || (reached?.space !== undefined && reached.space !== caller.space))
    throw new UserError(
      platform === 'slack'
        ? {
            ko: '그 채널에 제가 없어요. 채널에서 `/invite @도시락`을 입력한 다음 다시 해 주세요.',
            en: 'I am not in that channel. Type `/invite @도시락` there, then try again.',
          }
        : {
            ko: '그 채널을 볼 수 없어요. 채널 설정의 권한에서 도시락에게 ‘채널 보기’, ‘메시지 보내기’, ‘메시지 기록 보기’를 켜 준 다음 다시 해 주세요.',
            en: 'I cannot see that channel. Allow Dosirak "View Channel", "Send Messages" and "Read Message History" in its permissions, then try again.',
          },
    );
  return channel;
}

/** Writes a class with what follows from it: when it is due next. */
export async function keepClass(one: Class, world: World): Promise<Class> {
  const now = world.now().epochMilliseconds;
  const due = one.paused ? undefined : await dueOf(one, now, world);
  const kept = { ...one, due };
  await world.classes.save(kept, now);
  return kept;
}

/** Makes the class of a channel, or changes it. @throws UserError where it may not or cannot be. */
export async function setUp(wanted: Wanted, caller: Caller, world: World): Promise<{ one: Class; isNew: boolean }> {
  const named = wanted.channel === undefined ? caller.channel : `${platformOf(caller.space)}:${wanted.channel}`;
  const known = named === undefined ? undefined : await world.classes.of(named);
  if (known ? !teaches(known, caller) : !caller.manages) throw onlyInstructors();
  const channel = await channelFor(wanted.channel, caller, world);
  const before: Class = known ?? {
    id: world.newId(),
    timetable: USUAL,
    locale: caller.locale,
    channels: [{ channel, space: caller.space }],
    instructors: [],
    paused: undefined,
    due: undefined,
    owner: caller.id,
    code: newCode(world.newId),
  };
  const { timetable } = before;
  const one = await keepClass(
    {
      ...before,
      locale: wanted.locale ?? before.locale,
      // Whoever sets it up wants it to run.
      paused: undefined,
      owner: before.owner || caller.id,
      timetable: {
        ...timetable,
        zone: wanted.zone ?? timetable.zone,
        minute: wanted.minute ?? timetable.minute,
        weekdays: wanted.weekdays ?? timetable.weekdays,
        holidays: wanted.holidays ?? timetable.holidays,
      },
    },
    world,
  );
  return { one, isNew: known === undefined };
}

/** Adds the channel where somebody is to the class of a code. @throws UserError where it may not or cannot be. */
export async function join(typed: string, caller: Caller, world: World): Promise<Class> {
  const here = caller.channel === undefined ? undefined : await world.classes.of(caller.channel);
  if (here ? !teaches(here, caller) : !caller.manages) throw onlyInstructors();
  const one = await world.classes.byCode(readCode(typed));
  if (!one)
    throw new UserError({
      ko: '그런 코드의 수업이 없어요. 묶으려는 수업의 채널에서 `/class show`로 코드를 다시 확인해 주세요.',
      en: 'There is no class with this code. See it again with `/class show` in the channel of the class.',
    });
  const channel = await channelFor(undefined, caller, world);
  if (one.channels.some((known) => known.channel === channel))
    throw new UserError({ ko: '이 채널은 이미 그 수업에 있어요.', en: 'This channel is in that class already.' });
  const channels = [...one.channels, { channel, space: caller.space }];
  // A code is good for one: whoever reads along in the channel gains nothing.
  return keepClass({ ...one, channels, code: newCode(world.newId) }, world);
}
