import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';
import { slash } from '../../markdown/slash.ts';

/** All that people read of the day of a class's exam. `date`: such as `12월 15일(화)`. */
interface ExamText {
  exam: string;
  noExam: string;
  examIs(date: string): string;
  toSetExam: string;
  reviewsTowards: string;
  examCleared: string;
  reviewsAsUsual: string;
  noExamToClear: string;
  /** Lines to type. */
  examples: string;
}

const ko: ExamText = {
  exam: '시험 날',
  noExam: '아직 시험 날을 정하지 않았어요',
  examIs: (date) => `시험 날은 ${withParticle(date, '이에요/예요')}`,
  toSetExam: `시험 날을 정하면 배운 것이 그날 가장 잘 떠오르도록 학생들의 ${slash('review', '이/가')} 복습을 계획해요. 정하거나 바꾸려면 ${slash('class 시험 12월 15일')}, 지우려면 ${slash('class 시험 없음', '을/를')} 입력해 주세요.`,
  reviewsTowards: `이제 배운 것이 시험 날 가장 잘 떠오르도록 학생들의 ${slash('review', '이/가')} 복습을 계획해요. 시험이 지나면 평소대로 돌아가요. 지우려면: ${slash('class 시험 없음')}`,
  examCleared: '시험 날을 지웠어요',
  reviewsAsUsual: `학생들의 ${slash('review', '은/는')} 다시 평소처럼, 잊을 때쯤 물어봐요.`,
  noExamToClear: `정해 둔 시험 날이 없어요. 정하려면 ${slash('class 시험 12월 15일')}처럼 적어 주세요.`,
  examples: `${slash('class 시험 12월 15일')} 또는 ${slash('class 시험 다음 주 금요일')}`,
};

const en: ExamText = {
  exam: 'Exam',
  noExam: 'There is no exam day yet',
  examIs: (date) => `The exam is on ${date}`,
  toSetExam: `With an exam day, ${slash('review')} plans for your students what to review each day, so that they recall most on that day. Set or change it with ${slash('class exam 12/15')}, clear it with ${slash('class exam none')}.`,
  reviewsTowards: `From now on ${slash('review')} plans for your students what to review each day, so that they recall most on that day. After it, reviews come as usual. To clear it: ${slash('class exam none')}`,
  examCleared: 'The exam day is cleared',
  reviewsAsUsual: `For your students, ${slash('review')} asks again as usual, just before they would forget.`,
  noExamToClear: `There is no exam day to clear. To set one, write, for example, ${slash('class exam 12/15')}.`,
  examples: `${slash('class exam 12/15')} or ${slash('class exam 15 December')}`,
};

export const text = localized({ ko, en });
