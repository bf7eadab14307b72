import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';
import { slash } from '../../markdown/slash.ts';

/** What instructors read of the sets that are kept back. */
interface SetsText {
  list: string;
  what: string;
  /** `title` is Markdown. */
  one(title: string, questions: number, isOpen: boolean): string;
  none: string;
  openIt(title: string): string;
  lockIt(title: string): string;
  showList: string;
  askOpen(title: string): string;
  whatOpens(questions: number, title: string): string;
  open: string;
  keep: string;
  opened(title: string): string;
  whoSees(title: string): string;
  alreadyOpen(title: string): string;
  locked(title: string): string;
  whatLocks(title: string): string;
  alreadyLocked(title: string): string;
  undoOpen: string;
  undoLock: string;
  noSuchSet: string;
}

const ko: SetsText = {
  list: '잠긴 문제집',
  what: '시험처럼, 선생님이 열기 전에는 학생에게 나오지 않는 문제집이에요. 수업마다 따로 열고 잠가요.',
  one: (title, questions, isOpen) =>
    `- ${isOpen ? '🔓' : '🔒'} **${title}** · 문제 ${questions}개 · ${isOpen ? '이 수업에 열려 있어요' : '잠겨 있어요'}`,
  none: '지금 수업 내용에는 잠긴 문제집이 없어요. 문제집 파일의 머리말에 `opens: instructor`라고 적으면, 선생님이 열 때까지 그 문제는 학생에게 나오지 않아요.',
  openIt: (title) => `🔓 ${title} 열기`,
  lockIt: (title) => `🔒 ${title} 잠그기`,
  showList: '잠긴 문제집 보기',
  askOpen: (title) => `‘${title}’ 문제집을 열까요?`,
  whatOpens: (questions, title) =>
    `이 수업의 학생이 문제 ${questions}개를 혼자 풀어 보고 정답도 볼 수 있게 돼요. 다른 수업의 학생에게는 그대로 잠겨 있어요. 수업 시간에 다 함께 한 번 풀기만 한다면 열지 말고 ${slash(`live 시작 ${title}`, '을/를')} 입력해 주세요.`,
  open: '열기',
  keep: '그대로 두기',
  opened: (title) => `‘${title}’ 문제집을 열었어요`,
  whoSees: (title) =>
    `이제 이 수업의 학생은 ${slash(`quiz ${title}`, '으로/로')} 풀 수 있고, 그 문제가 연습과 복습에도 나와요. 다른 수업의 학생에게는 그대로 잠겨 있어요.`,
  alreadyOpen: (title) => `‘${title}’ 문제집은 이미 이 수업에 열려 있어요`,
  locked: (title) => `‘${title}’ 문제집을 잠갔어요`,
  whatLocks: (title) =>
    `이제 이 수업의 학생에게도 그 문제가 나오지 않아요. 이미 푼 기록은 그대로 남아요. 선생님은 언제든 ${slash(`live 시작 ${title}`, '으로/로')} 다 함께 풀 수 있어요.`,
  alreadyLocked: (title) => `‘${title}’ 문제집은 이미 잠겨 있어요`,
  undoOpen: '되돌리기: 다시 잠그기',
  undoLock: '되돌리기: 다시 열기',
  noSuchSet: `그런 이름의 잠긴 문제집은 없어요. ${slash('class 열기')}만 입력하면 목록을 볼 수 있어요.`,
};

const en: SetsText = {
  list: 'Locked sets',
  what: 'As an exam is: no student sees the questions until you open the set. Each class has its own lock.',
  one: (title, questions, isOpen) =>
    `- ${isOpen ? '🔓' : '🔒'} **${title}** · ${plural(questions, 'question')} · ${isOpen ? 'open to this class' : 'locked'}`,
  none: 'No set of this course is locked. Write `opens: instructor` in the front matter of a set, and no student sees its questions until you open it.',
  openIt: (title) => `🔓 Open ${title}`,
  lockIt: (title) => `🔒 Lock ${title}`,
  showList: 'Show the locked sets',
  askOpen: (title) => `Open “${title}”?`,
  whatOpens: (questions, title) =>
    `The students of this class can then answer its ${plural(questions, 'question')} by themselves and see the answers. To those of other classes it stays locked. To play it once with the whole class, you need not open it: type ${slash(`live start ${title}`)}.`,
  open: 'Open it',
  keep: 'Keep it locked',
  opened: (title) => `“${title}” is open`,
  whoSees: (title) =>
    `The students of this class can now practise it with ${slash(`quiz ${title}`)}, and its questions come in practice and review. To other classes it stays locked.`,
  alreadyOpen: (title) => `“${title}” is open to this class already`,
  locked: (title) => `“${title}” is locked`,
  whatLocks: (title) =>
    `Its questions do not come to the students of this class any more. What they have answered stays recorded. You can still play it with ${slash(`live start ${title}`)}.`,
  alreadyLocked: (title) => `“${title}” is locked already`,
  undoOpen: 'Undo: lock it again',
  undoLock: 'Undo: open it again',
  noSuchSet: `No locked set is called so. ${slash('class open')} alone lists them.`,
};

export const text = localized({ ko, en });
