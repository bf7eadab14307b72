import type { Class } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import { UserError } from '../core/errors.ts';
import type { Button, Reply } from '../core/reply/blocks.ts';
import { button } from '../core/reply/builders.ts';
import type { Context } from '../course/context.ts';
import { changeClass } from './change.ts';
import { channelMeant, mayUse } from './channel.ts';
import { codeInWords, newCode, readCode } from './code.ts';
import { refusal, teaches } from './find.ts';
import { onlyManagers } from './setup.ts';
import { classReply } from './show.ts';

const noSuchCode = (): UserError =>
  new UserError({
    ko: '그 코드로는 수업을 찾지 못했어요. 코드는 한 번만 쓸 수 있으니, 묶으려는 수업의 채널에서 `/class`로 지금 코드를 다시 확인해 주세요.',
    en: 'There is no class with this code. A code works once: look up the current one with `/class` in the channel of that class.',
  });

/** Asks once before something that is not easily taken back. */
const ask = (heading: string, markdown: string, yes: Button): Reply => ({
  visibility: 'caller',
  accent: 'warning',
  replaces: true,
  blocks: [
    { type: 'heading', text: heading },
    { type: 'text', markdown },
    { type: 'buttons', buttons: [{ ...yes, primary: true }] },
  ],
});

/** What becomes of the class that a channel leaves. */
const leaving = ({ channels }: Class, ko: boolean): string => {
  if (channels.length > 1)
    return ko ? '그 수업은 다른 채널에서 계속돼요.' : 'That class goes on in its other channels.';
  return ko
    ? '이 채널이 마지막이라서 그 수업은 끝나요. 학생들의 연습 기록은 남아요.'
    : 'It is the last channel of that class, so the class ends. What its students have practised stays.';
};

/** A class of several channels, on one platform or two: they have one timetable, and each has the card. */
export async function joinReply(typed: string, move: boolean, caller: Caller, context: Context): Promise<Reply> {
  const ko = caller.locale === 'ko';
  const channel = channelMeant(undefined, caller);
  const here = await context.classes.of(channel);
  // Before anything is said of the code: guessing is for instructors only.
  if (here ? !teaches(here, caller) : !caller.manages) throw refusal(caller, onlyManagers);
  const code = readCode(typed);
  const found = await context.classes.byCode(code);
  if (!found) throw noSuchCode();
  if (here?.id === found.id)
    throw new UserError({
      ko: '이 채널은 이미 그 수업에 있어요. 함께 묶을 다른 채널에서 입력해 주세요.',
      en: 'This channel is in that class already. Type it in the channel that is to join.',
    });
  await mayUse(channel, caller, context);
  if (here && !move)
    return ask(
      ko ? '이 채널에는 이미 수업이 있어요' : 'This channel already has a class',
      ko
        ? `이 채널을 ${codeInWords(code)} 수업으로 옮길까요? ${leaving(here, ko)}`
        : `Move it to the class ${codeInWords(code)}? ${leaving(here, ko)}`,
      button(ko ? '옮기기' : 'Move it', `class join ${code} move`),
    );
  const fresh = newCode(context.newId);
  const one = await changeClass(
    found.id,
    (now) => {
      if (now.code !== code) throw noSuchCode();
      // A code is good for one channel: whoever reads along gains nothing by it.
      return { ...now, channels: [...now.channels, { channel, space: caller.space }], code: fresh };
    },
    context,
  );
  const lead = ko
    ? '이제 이 채널에도 같은 시각에 같은 카드가 올라와요. 이곳을 관리하는 분도 이 수업을 바꿀 수 있어요.'
    : 'The same card now comes here, too, at the same time. Whoever manages this place can change the class as well.';
  return classReply(
    one,
    { heading: ko ? '이 채널이 수업에 함께해요' : 'This channel is part of the class now', lead },
    caller,
  );
}

/** The channel has no class any more; without its last channel, a class is over. */
export async function leaveReply(sure: boolean, caller: Caller, context: Context): Promise<Reply> {
  const ko = caller.locale === 'ko';
  const channel = channelMeant(undefined, caller);
  const here = await context.classes.of(channel);
  if (here ? !teaches(here, caller) : !caller.manages) throw refusal(caller, onlyManagers);
  if (!here)
    throw new UserError({
      ko: '이 채널에는 수업이 없어요. 수업이 있는 채널에서 입력해 주세요.',
      en: 'This channel has no class. Type it in the channel of the class.',
    });
  if ((await context.sessions.running(here.id)).length > 0)
    throw new UserError({
      ko: '지금 라이브 퀴즈를 하고 있어요. `/live stop`으로 마친 다음 다시 입력해 주세요.',
      en: 'A live quiz is on. End it with `/live stop`, then type this again.',
    });
  if (!sure)
    return ask(
      ko ? '이 채널을 수업에서 뺄까요?' : 'Take this channel out of the class?',
      ko
        ? `이 채널에는 더 이상 카드가 올라오지 않아요. ${leaving(here, ko)}`
        : `No more cards will come to this channel. ${leaving(here, ko)}`,
      button(ko ? '빼기' : 'Take it out', 'class leave sure'),
    );
  const one = await changeClass(here.id, (now) => without(channel, now), context);
  const over = one.channels.length === 0;
  const done = over
    ? ko
      ? '마지막 채널을 빼서 수업이 끝났어요.'
      : 'That was its last channel, so the class is over.'
    : ko
      ? '이 채널을 수업에서 뺐어요.'
      : 'The channel is out of the class.';
  const again = ko
    ? '`/class setup`으로 언제든 다시 시작할 수 있어요.'
    : 'You can start again with `/class setup` at any time.';
  const markdown = `${done} ${again}`;
  return { visibility: 'caller', accent: 'success', replaces: true, blocks: [{ type: 'text', markdown }] };
}

/** A class that was paused for a channel alone goes on without it. */
export const without = (channel: string, one: Class): Class => ({
  ...one,
  channels: one.channels.filter((known) => known.channel !== channel),
  paused: one.paused && one.paused.why !== 'asked' && one.paused.channel === channel ? undefined : one.paused,
});
