import { localized } from '../../core/locale.ts';
import type { TalkKind } from './read.ts';

/** All that people read where they say something to the bot that is no question on the course. */
interface TalkText {
  answers: Readonly<Record<TalkKind, string>>;
  todaysConcept: string;
  quiz: string;
  homework: string;
  review: string;
  help: string;
}

const ko: TalkText = {
  answers: {
    greeting: '안녕하세요! 궁금한 낱말이나 문장을 그대로 적어 주세요. 무엇을 물어볼지 모르겠다면 아래에서 골라 보세요.',
    thanks: '별말씀을요. 궁금한 것이 생기면 언제든 또 물어보세요. 배운 것을 퀴즈로 확인해 봐도 좋아요.',
    stop: '네, 여기까지 할게요. 필요할 때 다시 불러 주세요.',
    who: '저는 도시락이에요. 사람이 아니라 수업을 돕는 봇이에요. 수업에 나오는 말을 찾아 주고, 퀴즈와 복습도 함께해요. 궁금한 것을 그대로 적어 주세요.',
    upset:
      '제 답이 도움이 안 되었나 봐요. 미안해요. 낱말 하나로 짧게 물어보거나 오류 문구를 그대로 붙여 넣어 주면 다시 찾아볼게요. 그래도 안 풀리면 선생님께 여쭤보세요.',
    discouraged:
      '처음 배울 때는 누구나 막혀요. 한 번에 다 몰라도 괜찮아요. 막힌 낱말이나 오류 문구를 하나만 적어 주면 거기서부터 같이 볼게요. 가볍게 오늘의 개념부터 봐도 좋고, 많이 어려우면 선생님께 말해 보세요.',
    crisis:
      '많이 힘든가 봐요. 저는 봇이라 곁에 있어 줄 수 없지만, 혼자 견디지 말고 가까운 사람이나 선생님께 꼭 이야기해 주세요. 자살 예방 상담전화 109는 24시간 열려 있고, 급할 때는 119에 전화하면 돼요.',
    class:
      '그건 선생님이 알고 계세요. 시험, 과제, 출석, 시간표 같은 것은 수업 공지를 보거나 선생님께 편하게 여쭤보세요. 여기에서 내 준 숙제는 아래에서 볼 수 있어요. 저는 수업에서 배우는 내용을 도와드려요. 모르는 말이 있으면 물어보고, 시험 준비는 퀴즈와 복습으로 해 보세요.',
  },
  todaysConcept: '오늘의 개념',
  quiz: '퀴즈 풀기',
  homework: '내 숙제',
  review: '복습하기',
  help: '할 수 있는 일',
};

const en: TalkText = {
  answers: {
    greeting: 'Hello! Type a word or a question just as it comes to mind. Not sure what to ask? Pick something below.',
    thanks: 'You are welcome. Ask again whenever something comes up, or check what you have learned with a quiz.',
    stop: 'All right, that is all for now. Call me when you need me.',
    who: 'I am Dosirak, a bot that helps with this class, not a person. I look up what the course teaches, and we can practise with quizzes and reviews. Just type what you want to know.',
    upset:
      'It seems my answer was no help. Sorry. Ask with one short word, or paste the error as it is, and I will look again. If that does not work, ask your instructor.',
    discouraged:
      'Everybody gets stuck at first, and nobody has to know it all at once. Give me one word or error that you are stuck on, and we start from there. You can begin with today’s concept, too, and tell your instructor if it is too much.',
    crisis:
      'That sounds very hard. I am a bot and cannot be there for you, but please do not bear it alone: talk to somebody close to you or to your instructor. In Korea the suicide prevention line 109 is open day and night; in an emergency call 119.',
    class:
      'Your instructor knows that. For exams, homework, attendance and timetables, look at the class announcements or simply ask your instructor. Homework given here is below. I help with what the course teaches: ask me about any word, and prepare for exams with quizzes and reviews.',
  },
  todaysConcept: "Today's concept",
  quiz: 'Quiz me',
  homework: 'My homework',
  review: 'Review',
  help: 'What I can do',
};

export const text = localized({ ko, en });
