import { localized } from '../core/locale.ts';
import { slash } from '../markdown/slash.ts';

/** All that people read of how their data is handled. */
interface PrivacyText {
  title: string;
  /** What is kept, for how long, and who sees it: a point a line, in Markdown. `labs`: the bot has them. */
  policy(has: { labs: boolean }): readonly string[];
  hiddenNow: string;
  hide: string;
  show: string;
  /** What instructors see from now on. */
  hidden: string;
  shown: string;

  export: string;
  exported: string;
  count(n: number): string;
  lookups: string;
  answers: string;
  liveAnswers: string;
  joined: string;
  presses: string;
  asked: string;
  reported: string;
  homework: string;
  /** These are shown where there are some. */
  written: string;
  lab: string;
  browsers: string;
  classes: string;
  /** A live quiz is on, so that its right answers are not in the file. */
  liveIsOn: string;

  delete: string;
  askDelete: string;
  /**
   * `isHidden`: the person keeps out of reports; `leads`: they set up a class or are an instructor of one; `isSignedIn`: so
   * are browsers of theirs; `hasLab`: they have a lab.
   */
  willDelete(what: { isHidden: boolean; leads: boolean; isSignedIn: boolean; hasLab: boolean }): string;
  deleteAll: string;
  exportFirst: string;
  cancel: string;
  notYours: string;
  deleted: string;
  afterDelete: string;
}

const ko: PrivacyText = {
  title: '내 기록은 이렇게 다뤄요',
  policy: ({ labs }) => [
    '- **남기는 것**: 찾아본 개념(최근 100개), 푼 문제와 정답 여부, 카드에서 누른 버튼, 공부하는 수업과 거기에서 쓰는 이름, Slack 워크스페이스의 관리자인지 여부, 직접 정한 시험 날과 하루에 복습할 개수, 선생님이라면 예약해 둔 라이브 퀴즈와 낸 숙제예요. 복습할 때를 정하고, 나와 선생님에게 진도를 보여 주고, 수업을 만들고 바꿀 수 있는 분인지 확인하는 데만 써요.',
    '- **라이브 퀴즈**: 그때 쓴 이름과 참여했는지, 답, 걸린 시간을 남겨요. 참여를 누른 사람과 앞선 사람의 이름은 채널에 나오지만, 누가 어떤 답을 했는지는 나오지 않아요. 맞힌 문제 수는 선생님의 보고서에 들어가요.',
    '- **숙제**: 어느 숙제를 언제 시작했는지, 문제마다 처음 고른 답이 맞았는지와 그때, 그때 쓴 이름, 미리 알려 달라고 했는지를 남겨요. 선생님은 누가 언제 시작해서 언제 다 했는지, 몇 문제를 맞혔는지 볼 수 있고, 어느 문제를 틀렸는지는 볼 수 없어요.',
    `- **답을 못 찾은 질문**: 선생님이 내용을 보탤 수 있게, 수업에서 물었지만 답을 찾지 못한 말을 100자까지 남겨요. 주소, 전화번호와 긴 숫자, 멘션은 빼고, 붙여 넣은 글은 남기지 않아요. 몇 명이 물었는지는 누구인지 알아볼 수 없게 바꾼 표시로 세고, 일주일이 지나면 그 표시와 암호 열쇠를 버려요. 그 뒤에는 누가 물었는지 아무도 알 수 없어요. 두 사람 이상 물은 말만 이름 없이 선생님의 ${slash('report 보기')}에 나와요. 한 사람만 물은 말은 일주일 뒤에, 그 밖의 말은 마지막으로 물은 지 120일 뒤에 지워요. 내 기록을 지우면 일주일 안에 물은 것도 지워지고, ${slash('privacy 숨기기', '을/를')} 입력하면 그때부터 남기지 않아요.`,
    '- **이상하다고 알린 문제**: 어느 수업의 어느 문제인지와 고른 이유를 남겨요. 선생님은 문제마다 몇 명이 왜 알렸는지만 보고, 누가 알렸는지는 볼 수 없어요.',
    `- **수업에 쓴 문제**: 선생님이 ${slash('class 문제')}에서 쓴 문제와 쓰다 만 문제(2주 동안), 쓴 사람이에요. 내 기록을 지우면 쓴 문제는 수업에 남고, 누가 썼는지는 지워져요.`,
    `- **브라우저 화면**: 누구인지는 이 브라우저의 쿠키로 알아봐요(400일). 계정에 연결하지 않았다면 쿠키를 지운 뒤에는 기록을 찾을 수 없으니, 그 전에 여기에서 기록을 내보내거나 지워 주세요. ${slash('page')} 링크는 10분 안에 한 번만 쓸 수 있어요. 그 링크로 연결한 브라우저에서는 120일 동안 내 계정을 쓸 수 있어요. 다만 관리자나 역할로 얻은 선생님 권한은 12시간이 지나면 링크를 다시 받아야 해요. 라이브 퀴즈 화면에 나온 글과 이름은 이틀 뒤에 지워요.`,
    ...(labs
      ? [
          '- **실습 클러스터**: 내 클러스터에 있는 오브젝트와 볼륨의 파일, 그 주소의 비밀 열쇠를 남겨요. 나만 볼 수 있고, 클러스터를 닫거나 30일 동안 쓰지 않으면 지워요. 컨테이너의 로그와 입력한 명령은 남기지 않아요.',
        ]
      : []),
    '- **남기지 않는 것**: 그 밖의 대화와 붙여 넣은 글, 올린 파일, IP 주소예요. 누구인지는 메신저가 쓰는 번호(ID)로, 브라우저에서는 쿠키로 알아봐요.',
    '- **언제까지**: 직접 지울 때까지 보관하고, 지우면 바로 사라져요. 혼자 하는 연습에서 고르거나 쓴 답은 결과에서 다시 볼 수 있게 일주일만 남기고, 그 뒤에는 맞았는지만 남아요. 답을 못 찾은 질문은 위에 적은 때까지예요.',
    `- **누가 보는지**: 찾아본 것과 답 하나하나는 나만 볼 수 있어요. 다만 선생님은 ${slash('report 보기')}에서 이름, ID와 함께 익힌 개념과 푼 문제의 수, 정답률, 공부한 날과 그날 한 일(라이브 퀴즈, 카드, 연습), 연속 공부 기록, 라이브 퀴즈와 숙제의 성적을 볼 수 있어요. 수업이 끝난 뒤에도 그 수업의 보고서에는 남아요. ${slash('privacy 숨기기', '으로/로')} 보고서에서 빠질 수 있고, 수업 전체의 합계에는 누구의 답인지 남지 않아요.`,
  ],
  hiddenNow: '🙈 지금은 보고서에서 내 이름을 뺐어요.',
  hide: '보고서에서 내 이름 빼기',
  show: '보고서에 내 이름 다시 넣기',
  hidden:
    '이제 선생님의 보고서에 이름도 진도도 나오지 않아요. 푼 문제는 누구의 답인지 알 수 없게 수업 전체의 합계에만 들어가고, 답을 못 찾은 질문은 이제부터 남기지 않아요. 라이브 퀴즈에서는 참여한 사람 목록에 이름이 나오지 않지만, 순위에는 그대로 나와요.',
  shown:
    '다시 선생님의 보고서에 이름과 진도가 나오고, 답을 못 찾은 질문도 다시 남겨요. 막힌 곳을 선생님이 알아보고 도와줄 수 있어요.',

  export: '내 기록 내보내기',
  exported: '내 기록을 모두 담았어요',
  count: (n) => `${n}개`,
  lookups: '찾아본 개념',
  answers: '푼 문제',
  liveAnswers: '라이브 퀴즈의 답',
  joined: '참여를 누른 라이브 퀴즈',
  presses: '카드에서 누른 버튼',
  asked: '최근 일주일 동안 답을 못 찾은 질문',
  reported: '이상하다고 알린 문제',
  homework: '숙제',
  written: '수업에 쓴 문제',
  lab: '내 실습 클러스터의 오브젝트',
  browsers: '내 계정에 연결한 브라우저',
  classes: '수업',
  liveIsOn: '지금 하고 있는 라이브 퀴즈의 답이 맞았는지는 퀴즈가 끝난 뒤에 다시 내보내면 들어 있어요.',

  delete: '내 기록 지우기',
  askDelete: '정말 모두 지울까요?',
  willDelete: ({ isHidden, leads, isSignedIn, hasLab }) =>
    [
      '찾아본 개념, 답을 못 찾은 질문, 이상하다고 알린 문제, 푼 문제와 라이브 퀴즈의 답, 숙제와 숙제의 성적, 복습 일정, 연속 공부 기록이 모두 사라지고, 되돌릴 수 없어요.',
      ...(isSignedIn ? ['내 계정에 연결한 브라우저는 모두 연결이 끊겨요.'] : []),
      ...(hasLab ? ['실습 클러스터도 사라져요.'] : []),
      ...(isHidden ? ['보고서에서 이름을 뺀 설정도 지워지니, 다시 공부를 시작하면 한 번 더 빼 주세요.'] : []),
      ...(leads ? ['이끌고 있는 수업의 선생님에서도 빠지니, 수업을 계속하려면 먼저 다른 선생님을 정해 주세요.'] : []),
    ].join(' '),
  deleteAll: '모두 지우기',
  exportFirst: '먼저 내보내기',
  cancel: '취소',
  notYours: `다른 사람의 버튼이라 아무것도 지우지 않았어요. 내 기록을 지우려면 ${slash('privacy 지우기', '을/를')} 입력해 주세요.`,
  deleted: '모두 지웠어요',
  afterDelete:
    '이제 남아 있는 기록이 없어요. 수업 전체의 정답 수나 여러 사람이 물은 지난 질문처럼 모두 합쳐 둔 숫자와 말은 그대로지만, 누구의 것인지는 알 수 없어요. 언제든 처음부터 다시 시작할 수 있어요.',
};

const en: PrivacyText = {
  title: 'What is kept about you',
  policy: ({ labs }) => [
    '- **Kept**: concepts looked up (the last 100), questions answered and whether you were right, buttons pressed on cards, your class and the name you have there, whether you manage a Slack workspace, the exam day and number of reviews a day that you set and, of instructors, the live quizzes they planned and the homework they gave. They only serve to choose what to review, to show your progress to you and to your instructors, and to know who may open and change a class.',
    '- **Live quizzes**: your name at that time, whether you joined, your answers and how long they took. The channel sees who joined and who leads, but not whose an answer is; how many you got right counts in your instructors’ report.',
    '- **Homework**: when you began each, whether your first answer to each question was right and when you gave it, your name at that time, and whether you want to be reminded. Your instructors see when you began and were done and how many you got right, not which.',
    `- **Questions without an answer**: so that instructors can add what is missing, what a class asks and does not find is kept, up to 100 characters, without addresses, phone and other long numbers and mentions; pastes are not. To count how many people asked, only a keyed hash is kept; after a week it is thrown away with its key, and nobody can tell who asked. Instructors see, in ${slash('report show')} and without names, only what two people or more have asked. What one person asked is deleted after a week, the rest 120 days after it was asked last. Deleting your data takes back what you asked within the week; after ${slash('privacy hide')} nothing you ask is kept.`,
    '- **Questions that you find wrong**: which one, in which class, and the reason that you chose. Instructors see how many found a question wrong and why, not who.',
    `- **Questions you wrote**: those that instructors write with ${slash('class question')}, and who wrote them; one that is not finished for two weeks. When you delete your data the class keeps the questions, without your name.`,
    `- **In a browser**: a cookie tells you from others (400 days). Unless you are signed in, your records cannot be found once it is deleted: export or delete them here before that. A link of ${slash('page')} works once, within ten minutes; the browser that it signs in uses your account for 120 days, but an instructor’s rights as a manager or by a role need a new link after 12 hours. What a live quiz showed in browsers, names as well, is deleted after two days.`,
    ...(labs
      ? [
          '- **Your practice cluster**: its objects, the files of its volumes and the secret in its address. Only you see it, and it is deleted when you close it or have not used it for 30 days. Logs of its containers and what you type are not kept.',
        ]
      : []),
    '- **Not kept**: other conversations, what you pasted or uploaded, and IP addresses. You are known by the number (ID) that the messenger gives you, in a browser by its cookie.',
    '- **How long**: until you delete it; then it is gone at once. What you picked or typed in practice is kept for a week, so that its result can show it; after that only whether it was right. Questions without an answer: as said above.',
    `- **Who sees it**: what you looked up and each of your answers, only you can see. But instructors see in ${slash('report show')}, by your name and ID, how many concepts you know and questions you answered, the share that was right, on which days you were active and with what (live quiz, card, practice), your streak, and your marks in live quizzes and homework; the reports of a class stay when its term has ended. ${slash('privacy hide')} keeps you out of it; a class’s totals do not say whose answers they are.`,
  ],
  hiddenNow: '🙈 You are kept out of reports now.',
  hide: 'Keep me out of reports',
  show: 'Show me again',
  hidden:
    'No report of your instructors shows your name or your progress any more. Your answers count in the class’s totals alone, which do not say whose they are, and questions that find no answer are not kept from now on. In live quizzes you are not named among those who joined, but still in the ranks.',
  shown:
    'Reports show your name and your progress to your instructors again, so that they can help where you are stuck, and what you ask in vain is kept again.',

  export: 'Export my data',
  exported: 'All that is kept about you',
  count: String,
  lookups: 'Lookups',
  answers: 'Answers',
  liveAnswers: 'Answers in live quizzes',
  joined: 'Live quizzes that you joined',
  presses: 'Buttons pressed on cards',
  asked: 'Questions without an answer, of the last week',
  reported: 'Questions found wrong',
  homework: 'Homework',
  written: 'Questions written for a class',
  lab: 'Objects of your practice cluster',
  browsers: 'Browsers that are signed in',
  classes: 'Classes',
  liveIsOn: 'A live quiz is on: export again after it to see which of your answers to it were right.',

  delete: 'Delete my data',
  askDelete: 'Delete everything?',
  willDelete: ({ isHidden, leads, isSignedIn, hasLab }) =>
    [
      'Your lookups, your questions without an answer, the questions you found wrong, your answers (live quizzes included), your homework and its marks, reviews and streak will be gone for good.',
      ...(isSignedIn ? ['Your browsers are signed out.'] : []),
      ...(hasLab ? ['Your practice cluster goes as well.'] : []),
      ...(isHidden ? ['That you are kept out of reports is forgotten, too: choose it again if you start afresh.'] : []),
      ...(leads ? ['You also stop being an instructor of your classes; name another one first if they go on.'] : []),
    ].join(' '),
  deleteAll: 'Delete everything',
  exportFirst: 'Export first',
  cancel: 'Cancel',
  notYours: `This is somebody else’s button; nothing was deleted. To delete your own data, type ${slash('privacy delete')}.`,
  deleted: 'Everything is deleted',
  afterDelete:
    'Nothing is kept about you any more. A class’s totals stay, and so do older questions of several people, but they do not say whose they are. You can start afresh at any time.',
};

export const text = localized({ ko, en });
