import { platformOf } from '../core/address.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import { type Lost, messengerFor } from '../core/platform.ts';
import type { Context } from '../course/context.ts';

/** How platforms write the ids of channels, people and roles; what is none was typed by hand. */
const IDS: Readonly<Record<string, RegExp>> = { discord: /^&?\d{5,25}$/, slack: /^[CGUW][A-Z0-9]{1,31}$/ };

/** Is it an id of the platform, and no name? Where nobody chooses from a list, every name is one. */
export const isId = (text: string, platform: string): boolean => IDS[platform]?.test(text) ?? true;

/**
 * The address of the channel that is meant.
 * @throws UserError where none is, or what was typed is no channel.
 */
export function channelMeant(named: string | undefined, { channel, space }: Caller): string {
  const platform = platformOf(space);
  const meant = named === undefined ? channel : `${platform}:${named}`;
  if (meant === undefined)
    throw new UserError({
      ko: '어느 채널에 카드를 올릴까요? 수업 채널에서 다시 입력하거나, `#`을 쳐서 채널을 함께 골라 주세요.',
      en: 'Which channel is it for? Type it in the channel of the class, or pick the channel with `#`.',
    });
  if (named !== undefined && !isId(named, platform))
    throw new UserError({
      ko: '그 이름의 채널을 찾지 못했어요. `#`을 치면 나오는 목록에서 채널을 골라 주세요.',
      en: 'I cannot find a channel of that name. Pick it from the list that `#` opens.',
    });
  return meant;
}

/** What is said of a channel that the bot cannot use. */
const shut = (platform: string): UserError =>
  new UserError(
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

/** Asks the platform of a channel; undefined where none is connected, or it does not say. */
const reached = (channel: string, { messengers }: Context) => messengerFor(channel, messengers())?.reach(channel);

/**
 * Can cards be posted there, by those who manage the caller's guild or workspace?
 * @throws UserError where the bot cannot read it, and where it is, or may be, somebody else's.
 */
export async function mayUse(channel: string, caller: Caller, context: Context): Promise<void> {
  const asked = reached(channel, context);
  const found = await asked;
  if (found?.kind === 'lost' || (found?.space !== undefined && found.space !== caller.space))
    throw shut(platformOf(channel));
  // Where somebody is, is theirs; of any other channel the platform has to say so.
  if (asked && !found && channel !== caller.channel)
    throw new UserError({
      ko: '지금은 그 채널을 확인할 수 없어요. 잠시 뒤에 다시 하거나, 그 채널에서 입력해 주세요.',
      en: 'That channel cannot be looked at right now. Try again in a moment, or type it in that channel.',
    });
}

/** The first of the channels to which the bot has lost its way, as far as anybody can tell. */
export async function lostOf(
  channels: readonly { channel: string }[],
  context: Context,
): Promise<{ why: Lost['why']; channel: string } | undefined> {
  for (const { channel } of channels) {
    const found = await reached(channel, context);
    if (found?.kind === 'lost') return { why: found.why, channel };
  }
  return undefined;
}
