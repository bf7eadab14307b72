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
  /** Takes a block of code to the clipboard, and says so. */
  copy: string;
  copied: string;
  // The chat.
  ask: string;
  /** In the box while it is empty. */
  askHint(examples: readonly string[]): string;
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
  /** Without a name where the account has none, as a terminal's. */
  signedInAs(name: string | undefined): string;
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
  /** The instructor lets no further player in. */
  roomLocked: string;
  notInRoom: string;
  noCookies: string;
  joinAt: string;
  inRoomAs(name: string): string;
  noScript: string;
  /** On a phone that plays: without scripts nothing changes by itself. */
  playNoScript: string;
  lookAgain: string;
  newVersion: string;
  control: string;
  screen: string;
  hideNames: string;
  fullScreen: string;
  whoPlays: string;
  toChat: string;
  // Signing in.
  signInTitle: string;
  signInAs(name: string | undefined): string;
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
  listing: '줄별 설명',
  pickAll: '맞는 것을 모두 골라 주세요.',
  dragToOrder: '끌어서 옮기거나 ↑↓로 순서를 맞춰 주세요.',
  up: (label) => `위로 옮기기: ${label}`,
  down: (label) => `아래로 옮기기: ${label}`,
  copy: '복사하기',
  copied: '복사했어요',
  ask: '물어보기',
  askHint: (examples) => `예: ${examples.join(', ')}`,
  attach: '파일 올리기',
  letGo: '빼기',
  offered: '추천하는 말 {n}개. 위아래 화살표 키로 골라 주세요.',
  nav: {
    chapters: '목차',
    card: '오늘의 카드',
    quiz: '연습',
    review: '복습',
    progress: '진도',
    homework: '숙제',
    join: '퀴즈 참여',
    teach: '선생님',
    privacy: '내 기록',
  },
  you: '나',
  cookie:
    '아직 계정에 연결하지 않았어요. 연습과 진도는 쿠키로 이 브라우저에서만 이어지고, ‘내 기록’에서 내보내거나 지울 수 있어요.',
  rehearsal: '여기는 연습하는 곳이라, 프로그램을 끄면 기록이 사라져요.',
  signedInAs: (name) => `${name ?? '내'} 계정에 연결했어요.`,
  signOut: '연결 끊기',
  waiting: '잠깐만요…',
  offline: '도시락과 연결이 끊겼어요. 다시 연결하고 있어요…',
  failed: '답을 받지 못했어요. 잠시 뒤에 다시 해 주세요.',
  enterCode: '교실 화면에 보이는 참여 코드 여섯 자리를 넣어 주세요.',
  code: '참여 코드',
  join: '참여하기',
  wrongCode: '그 코드로 참여할 수 있는 퀴즈가 없어요. 숫자를 다시 확인해 주세요.',
  tooManyCodes: '코드가 여러 번 틀렸어요. 몇 분 뒤에 다시 해 주세요.',
  yourName: '수업에서 쓸 이름',
  nameHint: '선생님과 친구들에게 보여요.',
  badName: {
    empty: '이름을 적어 주세요.',
    long: '이름은 스무 자까지 쓸 수 있어요.',
    unfit: '그 이름은 교실 화면에 띄우기 어려워요. 다른 이름을 적어 주세요.',
  },
  removed: '선생님이 이 퀴즈에서 내보냈어요. 이유가 궁금하면 선생님께 여쭤보세요.',
  roomOver: '이 퀴즈는 끝났어요.',
  roomLocked: '지금은 새로 참여할 수 없어요. 선생님께 말씀드려 주세요.',
  notInRoom: '먼저 참여 코드와 이름을 넣어 주세요.',
  noCookies: '쿠키를 켜야 참여할 수 있어요. 브라우저 설정에서 쿠키를 허용한 다음 다시 들어와 주세요.',
  joinAt: '휴대폰으로 참여하기',
  inRoomAs: (name) => `내 이름: ${name}`,
  playNoScript:
    '자바스크립트가 꺼져 있어서 화면이 저절로 바뀌지 않아요. 다음 문제나 정답이 나오면 ‘새로 보기’를 눌러 주세요.',
  lookAgain: '새로 보기',
  noScript: '라이브 퀴즈를 하려면 브라우저의 자바스크립트를 켜 주세요.',
  newVersion: '도시락이 새 버전으로 바뀌었어요. 화면을 새로 고칠게요.',
  control: '진행 화면',
  screen: '교실 화면',
  hideNames: '이름 가리기',
  fullScreen: '전체 화면',
  whoPlays: '참여한 사람',
  toChat: '도시락에게 물어보기',
  signInTitle: '이 브라우저를 내 계정에 연결하기',
  signInAs: (name) => `버튼을 누르면 이 브라우저가 ${name ?? '내'} 계정으로 연결돼요.`,
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
    questions: '이상하다고 한 문제',
    vain: '답을 못 찾은 질문',
    own: '우리 수업 문제',
    write: '문제 쓰기',
    marks: '성적',
    attendance: '출석',
    files: '수업 파일',
  },
  notSignedIn: `선생님 화면을 쓰려면, 수업 채널에서 ${slash('class 페이지', '을/를')} 입력하고 받은 링크를 이 브라우저에서 열어 주세요.`,
  notFound: '그런 화면은 없어요.',
  forged: '누가 보냈는지 확인하지 못했어요. 화면을 새로 고친 다음 다시 해 주세요.',
  tooFast: '너무 빨리 보냈어요. 잠깐 쉬었다가 다시 해 주세요.',
  tooMany: '화면이 너무 많이 열려 있어요. 다른 탭을 닫고 다시 해 주세요.',
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
  dragToOrder: 'Drag them, or use ↑ and ↓, to put them in order.',
  up: (label) => `Move up: ${label}`,
  down: (label) => `Move down: ${label}`,
  copy: 'Copy',
  copied: 'Copied',
  ask: 'Ask',
  askHint: (examples) => `For example: ${examples.join(', ')}`,
  attach: 'Attach a file',
  letGo: 'Remove',
  offered: '{n} suggestions. Choose with the up and down arrow keys.',
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
    'You are not signed in. A cookie keeps your practice and progress in this browser only; export or delete them in “My data”.',
  rehearsal: 'This is a rehearsal: your records are gone when the program ends.',
  signedInAs: (name) => (name === undefined ? 'You are signed in.' : `You are signed in as ${name}.`),
  signOut: 'Sign out',
  waiting: 'One moment…',
  offline: 'The connection to Dosirak is lost. Reconnecting…',
  failed: 'No answer came. Please try again in a moment.',
  enterCode: 'Enter the six-digit code on the classroom screen.',
  code: 'Quiz code',
  join: 'Join',
  wrongCode: 'No quiz that you can join has that code. Check the digits.',
  tooManyCodes: 'Too many wrong codes. Please try again in a few minutes.',
  yourName: 'Your name in class',
  nameHint: 'Your instructor and your class see it.',
  badName: {
    empty: 'Enter a name.',
    long: 'A name can have up to twenty characters.',
    unfit: 'That name cannot go on the classroom screen. Please choose another.',
  },
  removed: 'Your instructor has removed you from this quiz. Ask them why.',
  roomOver: 'This quiz is over.',
  roomLocked: 'Your instructor lets nobody else in. Ask them.',
  notInRoom: 'Join with the code and a name first.',
  noCookies: 'To join, allow cookies in your browser and come again.',
  joinAt: 'Join on your phone',
  inRoomAs: (name) => `My name: ${name}`,
  playNoScript:
    'Without JavaScript nothing here changes by itself. Press “Look again” when the next question or the answer is on the wall.',
  lookAgain: 'Look again',
  noScript: 'Please turn on JavaScript to play a live quiz.',
  newVersion: 'Dosirak has been updated. The page will reload.',
  control: 'Controls',
  screen: 'Classroom screen',
  hideNames: 'Hide names',
  fullScreen: 'Full screen',
  whoPlays: 'Who is playing',
  toChat: 'Ask Dosirak',
  signInTitle: 'Sign in with this browser',
  signInAs: (name) => `The button signs this browser in ${name === undefined ? 'to your account' : `as ${name}`}.`,
  signInHint: 'Do not press it if the link was not for you. It works once, within ten minutes.',
  signIn: 'Sign in',
  linkGone: `This link has been used, or is older than ten minutes. Type ${slash('page')} in the chat again for a new one.`,
  teachTitle: 'Instructor’s page',
  teach: {
    class: 'Class',
    cards: 'Cards',
    homework: 'Homework',
    live: 'Live quiz',
    plan: 'Planned quizzes',
    report: 'Report',
    students: 'Students',
    questions: 'Questions found wrong',
    vain: 'Questions without an answer',
    own: 'Our class’s questions',
    write: 'Write a question',
    marks: 'Marks',
    attendance: 'Attendance',
    files: 'Course files',
  },
  notSignedIn: `For the instructor’s page, type ${slash('class page')} in the class’s channel, and open the link that you get in this browser.`,
  notFound: 'There is no such page.',
  forged: 'It is not clear who sent this. Reload the page and try again.',
  tooFast: 'That was too fast. Wait a moment, then try again.',
  tooMany: 'Too many pages are open. Close some tabs and try again.',
  wrongHost: 'The page cannot be opened at this address.',
  served: (url) => `Also in your browser: ${url}`,
};

export const text = localized({ ko, en });
