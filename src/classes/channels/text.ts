import { localized } from '../../core/locale.ts';
import type { Lost } from '../../core/platform.ts';
import { slash } from '../../markdown/slash.ts';

/** What instructors read of a class's channels: which one is meant, joining, leaving, and a channel that is lost. */
interface ChannelText {
  // Which one is meant, and whether the bot can use it.
  whichChannel: string;
  unknownChannel: string;
  notInvited: string;
  invisible: string;
  cannotCheck: string;
  // Why one cannot join or leave.
  noSuchCode: string;
  joinedAlready: string;
  noClassInChannel: string;
  // One that is lost. `platform`: its name, where the reader is on another one.
  lost: Readonly<Record<Lost['why'], (platform: string | undefined) => string>>;
  lostChannel: string;
  cardNotPosted: string;
  // Joining a class.
  hasClass: string;
  /** Another instructor began it a moment ago. */
  hasClassByNow: string;
  moveTo(code: string): string;
  move: string;
  joined: string;
  sameCards: string;
  // Leaving it.
  askLeave: string;
  noMoreCards: string;
  leave: string;
  keep: string;
  left: string;
  /** `code`: of the class that was left. */
  toComeBack(code: string): string;
  comeBack: string;
  classEnded: string;
  classGoesOn: string;
  classWillEnd: string;
}

const ko: ChannelText = {
  whichChannel: '어느 채널에 카드를 올릴까요? 수업 채널에서 다시 입력하거나, `#`을 쳐서 채널을 함께 골라 주세요.',
  unknownChannel: '그런 이름의 채널을 찾지 못했어요. `#`을 치면 나오는 목록에서 채널을 골라 주세요.',
  notInvited: '그 채널에 제가 없어요. 채널에서 `/invite @도시락`을 입력한 다음 다시 해 주세요.',
  invisible:
    '그 채널을 볼 수 없어요. 채널 설정의 권한에서 도시락에게 ‘채널 보기’, ‘메시지 보내기’, ‘메시지 기록 보기’를 켜 준 다음 다시 해 주세요.',
  cannotCheck: '지금은 그 채널을 확인할 수 없어요. 잠시 뒤에 다시 하거나, 그 채널에서 입력해 주세요.',
  noSuchCode: `그 코드로는 수업을 찾지 못했어요. 코드는 한 번만 쓸 수 있으니, 함께하려는 수업의 채널에서 ${slash('class 보기', '을/를')} 입력해 새 코드를 확인해 주세요.`,
  joinedAlready: '이 채널은 이미 그 수업에 있어요. 수업에 넣을 다른 채널에서 입력해 주세요.',
  noClassInChannel: '이 채널에는 수업이 없어요. 수업이 있는 채널에서 입력해 주세요.',
  lost: {
    gone: (platform) =>
      `⚠️ 카드를 올리던 ${platform ? `${platform} ` : ''}채널이 없어졌거나 보관되어서 쉬고 있어요. 새 채널에서 ${slash('class 설정', '을/를')} 입력하면 지금 설정 그대로 이어 갈 수 있어요.`,
    forbidden: (platform) =>
      `⚠️ 카드를 올리던 ${platform ? `${platform} ` : ''}채널에 글을 쓸 수 없어서 쉬고 있어요. 도시락이 그 채널을 보고 글을 쓸 수 있게 해 준 다음, 거기서 ${slash('class 다시', '을/를')} 입력해 주세요.`,
  },
  lostChannel: '그 채널',
  cardNotPosted: '카드를 올리지 못했어요',

  hasClass: '이 채널에는 이미 수업이 있어요',
  hasClassByNow: '그사이 이 채널에 다른 수업이 생겼어요. 어느 수업을 둘지 정하려면 다시 입력해 주세요.',
  moveTo: (code) => `이 채널을 ${code} 수업으로 옮길까요?`,
  move: '옮기기',
  joined: '이 채널을 수업에 넣었어요',
  sameCards: '이제 이 채널에도 같은 시각에 같은 카드가 올라와요. 이곳을 관리하는 분도 이 수업을 바꿀 수 있어요.',
  askLeave: '이 채널을 수업에서 뺄까요?',
  noMoreCards: '이 채널에는 더 이상 카드가 올라오지 않아요.',
  leave: '빼기',
  keep: '그대로 두기',
  left: '이 채널을 수업에서 뺐어요',
  toComeBack: (code) =>
    `그 수업은 다른 채널에서 계속돼요. 되돌리려면 아래 버튼을 누르거나, 이 채널에서 입력해 주세요: ${slash(`class 합치기 ${code}`)}`,
  comeBack: '다시 넣기',
  classEnded: '마지막 채널을 빼서 수업이 끝났어요.',
  classGoesOn: '그 수업은 다른 채널에서 계속돼요.',
  classWillEnd: '수업에 남은 채널이 여기뿐이라서, 빼면 수업도 끝나요. 보고서와 학생들의 연습 기록은 남아요.',
};

const en: ChannelText = {
  whichChannel: 'Which channel is it for? Type it in the channel of the class, or pick the channel with `#`.',
  unknownChannel: 'I cannot find a channel with that name. Pick it from the list that `#` opens.',
  notInvited: 'I am not in that channel. Type `/invite @도시락` there, then try again.',
  invisible:
    'I cannot see that channel. Allow Dosirak "View Channel", "Send Messages" and "Read Message History" in its permissions, then try again.',
  cannotCheck: 'I cannot check that channel right now. Try again in a moment, or type it in that channel.',
  noSuchCode: `There is no class with this code. A code works once: look up the current one with ${slash('class show')} in the channel of that class.`,
  joinedAlready: 'This channel is in that class already. Type it in the channel you want to add.',
  noClassInChannel: 'This channel has no class. Type it in the channel of the class.',
  lost: {
    gone: (platform) =>
      `⚠️ Paused, because a ${platform ? `${platform} ` : ''}channel for its card is gone or archived. Type ${slash('class setup')} in a new channel: all settings stay.`,
    forbidden: (platform) =>
      `⚠️ Paused, because I may not write in a ${platform ? `${platform} ` : ''}channel for its card. Let Dosirak see and write there, then type ${slash('class resume')} in it.`,
  },
  lostChannel: 'The channel',
  cardNotPosted: 'The card could not be posted',

  hasClass: 'This channel already has a class',
  hasClassByNow: 'Meanwhile another class has begun in this channel. Type it again to choose between them.',
  moveTo: (code) => `Move it to the class ${code}?`,
  move: 'Move it',
  joined: 'This channel is part of the class now',
  sameCards:
    'The same card now comes here, too, at the same time. Those who manage this place can change the class as well.',
  askLeave: 'Take this channel out of the class?',
  noMoreCards: 'No more cards will come to this channel.',
  leave: 'Take it out',
  keep: 'Leave it as it is',
  left: 'The channel is out of the class',
  toComeBack: (code) =>
    `The class goes on in its other channels. To undo this, press the button below, or type here: ${slash(`class join ${code}`)}`,
  comeBack: 'Put it back',
  classEnded: 'That was its last channel, so the class is over.',
  classGoesOn: 'That class goes on in its other channels.',
  classWillEnd:
    'It is the last channel of that class, so the class ends. Its reports, and what its students have practised, are kept.',
};

export const text = localized({ ko, en });
