import { type Locale, localized } from '../../core/locale.ts';
import { slash } from '../../markdown/slash.ts';

/** All that people read of the page itself. */
interface WebText {
  title: string;
  /** The link that a keyboard meets first. */
  skip: string;
  /** The other language, as those who read it call it. */
  otherLanguage: { locale: Locale; name: string };
  /** How a clock words what is left; `{n}` are the seconds. */
  seconds: string;
  // Controls of replies.
  send: string;
  choose: string;
  pickAll: string;
  /** Where a program is typed to. */
  terminal: string;
  /** What a text with notes beside its lines is called. */
  listing: string;
  dragToOrder: string;
  up(label: string): string;
  down(label: string): string;
  // The chat.
  ask: string;
  askHint(example: string): string;
  attach: string;
  /** Takes a chosen file back. */
  letGo: string;
  /** Said by screen readers; `{n}` stands for how many. */
  offered: string;
  nav: Readonly<
    Record<'chapters' | 'card' | 'quiz' | 'review' | 'progress' | 'homework' | 'join' | 'teach' | 'privacy', string>
  >;
  you: string;
  cookie: string;
  rehearsal: string;
  signedInAs(name: string): string;
  signOut: string;
  waiting: string;
  offline: string;
  failed: string;
  // Rooms.
  enterCode: string;
  code: string;
  join: string;
  wrongCode: string;
  tooManyCodes: string;
  yourName: string;
  nameHint: string;
  badName: Readonly<Record<'empty' | 'long' | 'unfit', string>>;
  removed: string;
  roomOver: string;
  joinAt: string;
  inRoomAs(name: string): string;
  noScript: string;
  newVersion: string;
  control: string;
  screen: string;
  hideNames: string;
  fullScreen: string;
  whoPlays: string;
  toChat: string;
  // Signing in.
  signInTitle: string;
  signInAs(name: string): string;
  signInHint: string;
  signIn: string;
  linkGone: string;
  // Instructors.
  teachTitle: string;
  teach: Readonly<
    Record<
      | 'class'
      | 'cards'
      | 'homework'
      | 'live'
      | 'plan'
      | 'report'
      | 'students'
      | 'questions'
      | 'vain'
      | 'own'
      | 'write'
      | 'marks'
      | 'attendance'
      | 'files',
      string
    >
  >;
  notSignedIn: string;
  // Refusals.
  notFound: string;
  forged: string;
  tooFast: string;
  tooMany: string;
  wrongHost: string;
  // For the operator, at the start.
  served(url: string): string;
}

const ko: WebText = {
  title: '도시락',
  otherLanguage: { locale: 'en', name: 'English' },
  seconds: '{n}초 후',
  skip: '본문으로 건너뛰기',
  send: '제출하기',
  choose: '골라 주세요',
  terminal: '터미널',
  listing: '줄마다 살펴본 것',
  pickAll: '맞는 것을 모두 골라 주세요.',
  dragToOrder: '끌어서 옮기거나, 고른 뒤 위아래 화살표 키로 순서를 맞춰 주세요.',
  up: (label) => `위로 옮기기: ${label}`,
  down: (label) => `아래로 옮기기: ${label}`,
  ask: '물어보기',
  askHint: (example) => `예: ${example}, 오류, YAML`,
  attach: '파일 붙이기',
  letGo: '빼기',
  offered: '고를 수 있는 말 {n}개. 위아래 화살표 키로 골라 주세요.',
  nav: {
    chapters: '목차',
    card: '오늘의 카드',
    quiz: '연습',
    review: '복습',
    progress: '진도',
    homework: '숙제',
    join: '퀴즈 참여',
    teach: '선생님',
    privacy: '내 정보',
  },
  you: '나',
  cookie:
    '로그인하지 않았어요. 연습과 진도는 이 브라우저의 쿠키 하나로 알아보고, ‘내 정보’에서 내려받거나 지울 수 있어요.',
  rehearsal: '지금은 체험 중이라, 프로그램을 끄면 기록이 사라져요.',
  signedInAs: (name) => `${name} 계정으로 쓰고 있어요.`,
  signOut: '연결 끊기',
  waiting: '잠깐만요…',
  offline: '연결이 끊겼어요. 다시 연결하고 있어요…',
  failed: '답을 받지 못했어요. 잠시 뒤에 다시 해 주세요.',
  enterCode: '화면에 보이는 코드 여섯 자리를 넣어 주세요.',
  code: '참여 코드',
  join: '참여하기',
  wrongCode: '그 코드로 열린 퀴즈가 없어요. 화면의 숫자를 다시 확인해 주세요.',
  tooManyCodes: '틀린 코드가 너무 많았어요. 몇 분 뒤에 다시 해 주세요.',
  yourName: '수업에서 쓸 이름',
  nameHint: '선생님과 친구들에게 보여요.',
  badName: {
    empty: '이름을 적어 주세요.',
    long: '이름은 스무 자까지 쓸 수 있어요.',
    unfit: '그 이름은 교실 화면에 띄우기 어려워요. 다른 이름을 적어 주세요.',
  },
  removed: '선생님이 이 퀴즈에서 내보냈어요. 까닭이 궁금하면 선생님께 여쭤 보세요.',
  roomOver: '이 퀴즈는 끝났어요.',
  joinAt: '휴대폰에서 참여하기',
  inRoomAs: (name) => `${name} 이름으로 참여하고 있어요.`,
  noScript: '라이브 퀴즈를 하려면 브라우저의 자바스크립트를 켜 주세요.',
  newVersion: '도시락이 새로워졌어요. 화면을 새로 고칠게요.',
  control: '진행',
  screen: '교실 화면',
  hideNames: '이름 가리기',
  fullScreen: '전체 화면',
  whoPlays: '참여한 사람',
  toChat: '도시락에게 물어보기',
  signInTitle: '이 브라우저를 내 계정에 연결하기',
  signInAs: (name) => `버튼을 누르면 이 브라우저가 ${name} 계정으로 연결돼요.`,
  signInHint: '내가 받은 링크가 아니라면 누르지 마세요. 링크는 10분 동안 한 번만 쓸 수 있어요.',
  signIn: '연결하기',
  linkGone: `이 링크는 이미 썼거나 10분이 지났어요. 채팅에서 ${slash('page', '을/를')} 다시 입력해 새 링크를 받아 주세요.`,
  teachTitle: '선생님 화면',
  teach: {
    class: '수업',
    cards: '카드',
    homework: '숙제',
    live: '라이브 퀴즈',
    plan: '예약한 퀴즈',
    report: '보고서',
    students: '학생',
    questions: '이상한 문제',
    vain: '답을 못 찾은 질문',
    own: '수업의 문제',
    write: '문제 쓰기',
    marks: '성적',
    attendance: '출석',
    files: '수업 파일',
  },
  notSignedIn: `선생님 화면을 쓰려면, 수업 채팅방에서 ${slash('page', '을/를')} 입력하고 받은 링크를 이 브라우저에서 열어 주세요.`,
  notFound: '그런 화면은 없어요.',
  forged: '이 화면에서 보낸 것이 아니라서 받지 않았어요. 화면을 새로 고친 다음 다시 해 주세요.',
  tooFast: '너무 빨리 보냈어요. 잠깐 쉬었다가 다시 해 주세요.',
  tooMany: '한꺼번에 너무 많은 화면이 열려 있어요. 다른 탭을 닫고 다시 해 주세요.',
  wrongHost: '이 주소로는 열 수 없어요.',
  served: (url) => `브라우저에서도 쓸 수 있어요: ${url}`,
};

const en: WebText = {
  title: 'Dosirak',
  otherLanguage: { locale: 'ko', name: '한국어' },
  seconds: 'in {n} s',
  skip: 'Skip to the content',
  send: 'Submit',
  choose: 'Choose',
  terminal: 'Terminal',
  listing: 'Line by line',
  pickAll: 'Choose all that are right.',
  dragToOrder: 'Drag, or focus one and press the arrow keys, to put them in order.',
  up: (label) => `Move up: ${label}`,
  down: (label) => `Move down: ${label}`,
  ask: 'Ask',
  askHint: (example) => `${example}, an error, YAML …`,
  attach: 'Attach a file',
  letGo: 'Remove',
  offered: '{n} suggestions. Choose with the arrow keys.',
  nav: {
    chapters: 'Contents',
    card: 'Card of the day',
    quiz: 'Practice',
    review: 'Review',
    progress: 'Progress',
    homework: 'Homework',
    join: 'Join a quiz',
    teach: 'Instructor',
    privacy: 'My data',
  },
  you: 'You',
  cookie:
    'You are not signed in. A cookie of this browser tells your practice and progress from others’; “My data” hands it out or deletes it.',
  rehearsal: 'This is a rehearsal: everything is forgotten when the program ends.',
  signedInAs: (name) => `You are signed in as ${name}.`,
  signOut: 'Sign out',
  waiting: 'One moment…',
  offline: 'The connection is lost. Connecting again…',
  failed: 'No answer came. Please try again in a moment.',
  enterCode: 'Enter the six digits that the screen shows.',
  code: 'Code',
  join: 'Join',
  wrongCode: 'No quiz has that code. Check the digits on the screen.',
  tooManyCodes: 'Too many wrong codes. Please try again in a few minutes.',
  yourName: 'Your name in class',
  nameHint: 'Your instructor and your class see it.',
  badName: {
    empty: 'Enter a name.',
    long: 'A name has twenty letters at most.',
    unfit: 'That name is not one for the wall. Please choose another.',
  },
  removed: 'Your instructor has taken you out of this quiz. Ask them why.',
  roomOver: 'This quiz is over.',
  joinAt: 'Join on your phone',
  inRoomAs: (name) => `You play as ${name}.`,
  noScript: 'Please turn on JavaScript to play a live quiz.',
  newVersion: 'Dosirak has been updated. The page loads again.',
  control: 'Controls',
  screen: 'Screen',
  hideNames: 'Hide names',
  fullScreen: 'Full screen',
  whoPlays: 'Who is playing',
  toChat: 'Ask Dosirak',
  signInTitle: 'Connect this browser to your account',
  signInAs: (name) => `The button connects this browser to the account of ${name}.`,
  signInHint: 'Do not press it if the link was not for you. It works once, within ten minutes.',
  signIn: 'Connect',
  linkGone: `This link was used, or is older than ten minutes. Type ${slash('page')} in the chat for a new one.`,
  teachTitle: 'Instructor',
  teach: {
    class: 'Class',
    cards: 'Cards',
    homework: 'Homework',
    live: 'Live quiz',
    plan: 'Planned quizzes',
    report: 'Report',
    students: 'Students',
    questions: 'Reported questions',
    vain: 'Asked in vain',
    own: 'Questions of the class',
    write: 'Write a question',
    marks: 'Marks',
    attendance: 'Attendance',
    files: 'Course files',
  },
  notSignedIn: `Type ${slash('page')} in your class’s chat and open the link that you get in this browser.`,
  notFound: 'There is no such page.',
  forged: 'This was not sent from this page, so it was not taken. Load the page again and retry.',
  tooFast: 'That was too fast. Wait a moment, then try again.',
  tooMany: 'Too many pages are open at once. Close some tabs and try again.',
  wrongHost: 'This address is not served.',
  served: (url) => `In your browser as well: ${url}`,
};

export const text = localized({ ko, en });
