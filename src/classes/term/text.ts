import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { slash } from '../../markdown/slash.ts';

/** What instructors read of a class whose term ends, and of those that have ended. */
interface TermText {
  liveQuizRuns: string;
  noClosed: string;
  nextHasBegun: string;
  askClose: string;
  inAllChannels(count: number): string;
  whatCloses: string;
  close: string;
  keep: string;
  closed: string;
  afterClosing: string;
  nextTerm: string;
  /** Of those that the class has written itself. */
  questionsStay: string;
  seeReport: string;
  reopen: string;
  reopened: string;
  closedClasses(count: number): string;
  closedTerm(term: string): string;
  reportOf(term: string): string;
  otherTerms: string;
}

const ko: TermText = {
  liveQuizRuns: `지금 라이브 퀴즈를 하고 있어요. ${slash('live 그만', '으로/로')} 마친 다음 다시 입력해 주세요.`,
  noClosed: `여기에는 마친 수업이 없어요. 지금 하고 있는 수업의 보고서는 ${slash('report 보기', '으로/로')} 볼 수 있어요.`,
  nextHasBegun: `그 채널에는 이미 다른 수업이 있어서 되돌릴 수 없어요. 지난 보고서는 ${slash('report 지난수업', '으로/로')} 볼 수 있어요.`,
  askClose: '이 수업을 마칠까요?',
  inAllChannels: (count) => `이 수업이 있는 채널 ${count}개에서 모두 끝나요.`,
  whatCloses:
    '카드와 라이브 퀴즈가 더 이상 올라오지 않고, 예약해 둔 라이브 퀴즈는 취소돼요. 숙제도 더 받지 않아요. 보고서와 지난 라이브 퀴즈의 결과는 그대로 남고, 학생들은 혼자서 계속 연습할 수 있어요.',
  close: '수업 마치기',
  keep: '그대로 두기',
  closed: '수업을 마쳤어요',
  afterClosing: `보고서는 ${slash('report 보기')}에서 계속 볼 수 있어요.`,
  nextTerm: `다음 학기에는 이 채널에서 새 수업을 시작하면 돼요. 첫날을 적으면 그날부터 카드가 올라와요. 예: ${slash('class 설정 3월 2일부터')}`,
  questionsStay: `이 수업이 쓴 문제도 남아 있어요. 다음 학기의 수업을 시작한 다음, ${slash('class 문제목록')}에서 가져오면 돼요.`,
  seeReport: '보고서 보기',
  reopen: '수업 다시 이어 가기',
  reopened: '수업을 다시 이어 가요',
  closedClasses: (count) => `마친 수업이 ${count}개 있어요`,
  closedTerm: (term) => `**${term}**의 수업이에요. 이미 마친 수업이라서, 마칠 때까지의 기록만 있어요.`,
  reportOf: (term) => `${term} 보고서`,
  otherTerms: '지난 수업 보기',
};

const en: TermText = {
  liveQuizRuns: `A live quiz is on. End it with ${slash('live stop')}, then type this again.`,
  noClosed: `No class has ended here. See the reports of the class of now with ${slash('report show')}.`,
  nextHasBegun: `It cannot be undone: another class has begun in that channel. The old reports are in ${slash('report closed')}.`,
  askClose: 'Shall this class end?',
  inAllChannels: (count) => `It ends in all of its ${count} channels.`,
  whatCloses:
    'No more cards and live quizzes come, and those that are planned are called off. Homework is not taken any more. Its reports and the results of its live quizzes stay, and students can go on practising by themselves.',
  close: 'End the class',
  keep: 'Leave it as it is',
  closed: 'The class has ended',
  afterClosing: `Its reports are still in ${slash('report show')}.`,
  nextTerm: `Next term, begin a new class in this channel. With a first day, its cards come from that day on: ${slash('class setup from 2 March')}.`,
  questionsStay: `The questions that it has written stay as well. Once the class of the next term has begun, take them over in ${slash('class questions')}.`,
  seeReport: 'See the report',
  reopen: 'Reopen the class',
  reopened: 'The class goes on',
  closedClasses: (count) => `${plural(count, 'class has', 'classes have')} ended here`,
  closedTerm: (term) => `The class of **${term}**. It has ended, and this is how it was by then.`,
  reportOf: (term) => `Report: ${term}`,
  otherTerms: 'See past classes',
};

export const text = localized({ ko, en });
