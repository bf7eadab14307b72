import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { slash } from '../../markdown/slash.ts';

/** All that people read of a live quiz's room on the page. */
interface RoomText {
  /** In the lobby of chats: how a browser gets in. `code` in two groups of three. */
  invite(url: string, code: string): string;
  /** For the instructor: the wall; the controls on a phone, as a button and as the link that it gives. */
  wall(screen: string): string;
  onPhone: string;
  phoneLink(control: string): string;
  noRoom: string;
  people(count: number): string;
  noPeople: string;
  /** Behind the name of one who keeps out of reports. */
  hidden: string;
  rename: string;
  remove: string;
  newName: string;
  /** `number`: as the list numbers that player. */
  renameInWords(name: string, number: number): string;
  renamed(name: string): string;
  removed(name: string): string;
  unnamed: string;
  earlier: string;
  later: string;
  back: string;
  /** What phones show from now on, as a button says it. */
  onlyButtons: string;
  withWords: string;
  withoutNames: string;
  withNames: string;
  /** No further player comes in by the page. */
  lock: string;
  unlock: string;
  noSuchPlayer: string;
  onlyInstructors: string;
}

const ko: RoomText = {
  invite: (url, code) => `📱 브라우저로도 참여할 수 있어요. ${url}/j 에서 참여 코드를 넣어 주세요: **${code}**`,
  wall: (screen) => `🖥 [교실 화면 띄우기](${screen})`,
  onPhone: '휴대폰으로 진행하기',
  phoneLink: (control) =>
    `📱 [내 휴대폰에 진행 화면 띄우기](${control})\n\n선생님으로 들어가는 링크예요. 다른 사람에게 보여 주지 마세요.`,
  noRoom: '이 라이브 퀴즈에는 휴대폰으로 볼 진행 화면이 없어요.',
  people: (count) => `참여한 사람 ${count}명`,
  noPeople: '아직 참여한 사람이 없어요.',
  hidden: '보고서에는 나오지 않아요',
  rename: '이름 바꾸기',
  remove: '내보내기',
  newName: '새 이름',
  renameInWords: (name, number) =>
    `**${name}** 대신 쓸 이름을 이렇게 입력해 주세요: ${slash(`live 참여자 ${number} 새이름`)}`,
  renamed: (name) => `이제 **${name}** 이름으로 보여요.`,
  removed: (name) => `**${name}** 님을 내보냈어요. 이 퀴즈에는 다시 참여할 수 없고, 답과 점수도 보이지 않아요.`,
  unnamed: '이름 없음',
  earlier: '← 이전',
  later: '다음 →',
  back: '참여한 사람 보기',
  onlyButtons: '휴대폰에는 버튼만 보이기',
  withWords: '휴대폰에 선택지도 보이기',
  withoutNames: '교실 화면에서 이름 가리기',
  withNames: '교실 화면에 이름 보이기',
  lock: '새 참여 막기',
  unlock: '다시 참여 받기',
  noSuchPlayer: '그 사람은 이제 목록에 없어요.',
  onlyInstructors: '참여한 사람은 선생님만 보고 바꿀 수 있어요.',
};

const en: RoomText = {
  invite: (url, code) => `📱 You can join in a browser, too: open ${url}/j and enter the quiz code **${code}**.`,
  wall: (screen) => `🖥 [Open the classroom screen](${screen})`,
  onPhone: 'Controls on my phone',
  phoneLink: (control) =>
    `📱 [Open the controls on my phone](${control})\n\nThis link signs you in as the instructor. Show it to nobody else.`,
  noRoom: 'This live quiz has no controls for a phone.',
  people: (count) => `${plural(count, 'person', 'people')} playing`,
  noPeople: 'Nobody has joined yet.',
  hidden: 'kept out of reports',
  rename: 'Rename',
  remove: 'Remove',
  newName: 'New name',
  renameInWords: (name, number) =>
    `Type another name instead of **${name}** like this: ${slash(`live people ${number} name`)}`,
  renamed: (name) => `They are shown as **${name}** from now on.`,
  removed: (name) =>
    `**${name}** is removed: they cannot join this quiz again, and their answers and points are not shown.`,
  unnamed: 'no name',
  earlier: '← Previous',
  later: 'Next →',
  back: 'Who is playing',
  onlyButtons: 'Show only buttons on phones',
  withWords: 'Show the options on phones as well',
  withoutNames: 'Hide names on the classroom screen',
  withNames: 'Show names on the classroom screen',
  lock: 'Let nobody else in',
  unlock: 'Let people in again',
  noSuchPlayer: 'That person is no longer in the list.',
  onlyInstructors: 'Only instructors can see and change who is playing.',
};

export const text = localized({ ko, en });
