import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';

/** All that people read in Slack alone; what is the same on every platform stands in core/reply/text.ts. */
export interface SlackText {
  /** For the operator. */
  connected(team: string, name: string, way: string): string;

  /** The app as Slack shows it. */
  manifest: {
    name: string;
    description(subject: string | undefined): string;
    /** `example`: a question, as it is typed. */
    about(example: string | undefined): string;
    search: string;
    searches: string;
    looksUp: string;
  };

  modalTitle: string;
  close: string;
  cancel: string;
  searchLabel: string;
  searchPlaceholder: string;
  /** In a box that offers something before anything is typed. */
  boxPlaceholder: string;
  menu: string;
  /** Where no modal could be opened, above a field in the message itself. */
  typeHere: string;
  chooseFirst: string;
  chooseEachFirst: string;
  typeFirst: string;
  modalTooLate: string;

  notSharedHere: string;
  fileGoesToDirect(name: string): string;
  /** Before a file in the direct messages, which was asked for elsewhere. */
  fileRequested: string;
  fileNotSent: string;
  /** For a student, and for the operator who installs the app. */
  noFileScope: string;
  /** Where it is not known whether something arrived: it is not sent twice. */
  maybeShared: string;
  maybeAnswered: string;
  again: string;
}

const ko: SlackText = {
  connected: (team, name, way) => `Slack ‘${team}’에 ‘${name}’ 이름으로 접속했어요(${way}).`,

  manifest: {
    name: '도시락',
    description: (subject) =>
      `${subject === undefined ? '수업 내용을' : withParticle(subject, '을/를')} 가르쳐 주는 수업 봇`,
    about: (example) =>
      '도시락은 수업 채널에서 학생들의 공부를 도와주는 봇이에요. 궁금한 말을 대충 쳐도(오타, 초성, 한/영 키를 깜빡한 말) 알맞은 개념을 찾아 주고, 퀴즈로 연습시켜 줘요. ' +
      `${example === undefined ? '' : `‘${example}’처럼 `}명령으로 묻거나, 채널에서 ‘@도시락’을 부르며 묻거나, 도시락에게 개인 메시지를 보내 보세요. ` +
      '답은 물어본 사람에게만 보이고, 원하면 채널에 공유할 수 있어요.',
    search: '도시락에서 찾기',
    searches: '수업에 나오는 개념을 찾아요',
    looksUp: '이 메시지에 나온 개념이나 오류를 살펴봐요',
  },

  modalTitle: '🍱 도시락',
  close: '닫기',
  cancel: '취소',
  searchLabel: '🔎 무엇이 궁금한가요?',
  searchPlaceholder: '궁금한 개념을 찾아보세요',
  boxPlaceholder: '고르거나 입력해 보세요',
  menu: '모두 고르기',
  typeHere: '입력 창을 열지 못했어요. 여기에 답을 쓰고 제출해 주세요.',
  chooseFirst: '먼저 맞는 것을 골라 주세요.',
  chooseEachFirst: '아직 고르지 않은 것이 있어요. 모두 고르고 제출해 주세요.',
  typeFirst: '먼저 답을 써 주세요.',
  modalTooLate: '입력 창을 여는 데 너무 오래 걸렸어요. 한 번 더 눌러 주세요.',

  notSharedHere: '여기에는 공유하지 못했어요. 다시 찾아본 다음 공유해 주세요.',
  fileGoesToDirect: (name) => `📎 ${name} · 도시락이 개인 메시지로 보내요`,
  fileRequested: '요청하신 파일이에요.',
  fileNotSent: '파일을 보내지 못했어요. 잠시 뒤에 다시 해 주세요.',
  noFileScope:
    '아직 도시락이 Slack에 올린 파일을 읽을 수 없어요. 내용을 복사해 메시지에 붙여 넣어 주세요. (관리자: 새 매니페스트로 앱을 다시 설치하면 `files:read` 권한이 생겨요.)',
  maybeShared: '연결이 잠깐 끊겨서 채널에 공유됐는지 모르겠어요. 채널에 안 보이면 다시 눌러 주세요.',
  maybeAnswered: '답을 보내는 동안 연결이 잠깐 끊겼어요. 답이 안 보이면 다시 물어봐 주세요.',
  again: '다시 보기',
};

const en: SlackText = {
  connected: (team, name, way) => `Connected to Slack ‘${team}’ as ${name} (${way}).`,

  manifest: {
    name: 'Dosirak',
    description: (subject) => `A class bot that teaches ${subject ?? 'what your course is about'}`,
    about: (example) =>
      'Dosirak helps a class to learn in its channel. It finds the right concept for whatever you type, typos and all, and lets you practise with quizzes. ' +
      `Ask by a command${example === undefined ? '' : ` such as ‘${example}’`}, by mentioning @Dosirak in a channel, or in a direct message. ` +
      'Only you see the answer, and you can share it with the channel.',
    search: 'Search in Dosirak',
    searches: 'Looks up a concept of the course',
    looksUp: 'Looks up the concepts and errors in this message',
  },

  modalTitle: '🍱 Dosirak',
  close: 'Close',
  cancel: 'Cancel',
  searchLabel: '🔎 What would you like to know?',
  searchPlaceholder: 'Look up a concept',
  boxPlaceholder: 'Choose or type',
  menu: 'Choose',
  typeHere: 'The box could not be opened. Type your answer here, then submit it.',
  chooseFirst: 'Choose what is right first.',
  chooseEachFirst: 'Some are not chosen yet. Choose all of them, then submit.',
  typeFirst: 'Type your answer first.',
  modalTooLate: 'It took too long to open the box. Please press once more.',

  notSharedHere: 'It could not be shared here. Look it up again, and share that.',
  fileGoesToDirect: (name) => `📎 ${name} · Dosirak sends it in a direct message`,
  fileRequested: 'Here is the file that you asked for.',
  fileNotSent: 'The file could not be sent. Please try again in a moment.',
  noFileScope:
    'I cannot read files on this Slack yet. Please copy and paste what it says into a message. (Administrators: install the app again from the new manifest, which asks for `files:read`.)',
  maybeShared:
    'The connection broke for a moment, so I cannot tell whether it was shared. If the channel does not show it, press again.',
  maybeAnswered: 'The connection broke while I was answering. If you see no answer, ask for it again.',
  again: 'Show again',
};

export const text = localized({ ko, en });
