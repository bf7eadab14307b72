/** What happens in the gallery: every kind of reply, in the order in which a class meets them. */
import type { Caller } from '../../src/core/command/command.ts';
import type { Block, Choice, Input, Menus, Reply } from '../../src/core/reply/blocks.ts';
import { rightAnswers, wrongAnswers } from '../../test/support/practice.ts';
import { buttonsOf } from '../../test/support/replies.ts';
import type { Stage } from './stage.ts';

const MINUTE = 60_000;
const SECOND = 1000;

const BROKEN_MANIFEST = `apiVersion: v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: three
  template:
    spec:
      containers:
        - name: web
          image: nginx
`;

async function firstMinutes({ enter, say, student, teacher }: Stage): Promise<void> {
  enter('1-first');
  await say(student, 'home', 'home-of-a-student');
  await say(teacher, 'home', 'home-of-a-teacher');
  await say(student, '/dosirak', 'help');
  await say(student, '/dosirak about', 'about');
  await say(student, '/qiuz', 'a-command-misspelt');
  await say(student, '/class setup', 'only-for-instructors');
}

async function lookups({ enter, say, press, student }: Stage): Promise<void> {
  enter('2-lookup');
  for (const [line, name] of [
    ['/k8s 파드', 'a-concept'],
    ['/k8s ㅔㅐㅇ', 'the-other-keyboard'],
    ['/k8s 파드랑 디플로이먼트 차이', 'compared'],
    ['/k8s 비밀번호 이상함', 'several-offered'],
    ['/k8s 0/1 CrashLoopBackOff 3 (10s ago) 2m', 'a-sign'],
    ['/k8s 파드 로그 보는 법', 'a-task'],
    ['/k8s 디플로이먼트 yaml 예제', 'an-example'],
    ['/k8s 컨테이너가 뭔지 모르겠어요 파드랑 뭐가 달라요', 'a-sentence'],
    ['/k8s 김치찌개 끓이는 법', 'off-topic'],
    ['/k8s xyzzy', 'nothing-found'],
    ['/k8s 고마워', 'small-talk'],
    [`/k8s ${BROKEN_MANIFEST}`, 'a-manifest'],
    ['/card 파드', 'a-card'],
    ['/k8s 쿠버네티스 주요 기능', 'a-section'],
  ] as const)
    await say(student, line, name);
  await say(student, '/k8s 파드', 'a-concept-again');
  await press(student, /퀴즈|Quiz|문제/i, 'practice-from-a-concept');
}

const isAnswer = (line: string): boolean => line.startsWith('drill ');

const isAnswered = (block: Block): block is Choice | Menus | Input =>
  block.type === 'choice' || block.type === 'menus' || block.type === 'input';

/** The line that answers a question of practice, and the answers that are right and wrong. */
function answersTo(reply: Reply, { world }: Stage, locale: Caller['locale']) {
  const way = reply.blocks.find(isAnswered);
  const question = world.course().questionNamed(way?.line.split(' ').at(-1) ?? '');
  if (!way || !question || !isAnswer(way.line)) return undefined;
  const [right = ''] = rightAnswers(question, reply, locale);
  const [wrong = ''] = wrongAnswers(question, reply, locale);
  return { type: question.type, line: way.line, right, wrong };
}

async function practice(stage: Stage): Promise<void> {
  const { enter, say, student, world } = stage;
  enter('3-practice');
  const seen = new Set<string>();
  // Practice gives what it gives: so many rounds have met each type.
  for (const topic of ['', ...world.course().terms.keys()]) {
    if (seen.size >= 2 * TYPES) break;
    let reply = await stage.quietly(student, `/quiz ${topic}`);
    for (let n = 0; n < 5; n++) {
      const asked = answersTo(reply, stage, student.locale);
      if (!asked) break;
      const isRight = !seen.has(`${asked.type} right`);
      const key = `${asked.type} ${isRight ? 'right' : 'wrong'}`;
      const line = `${asked.line} ${isRight ? asked.right : asked.wrong}`;
      if (seen.has(key)) reply = await stage.quietly(student, line);
      else {
        seen.add(key);
        stage.show(reply, `asked-${asked.type}`);
        reply = await say(student, line, `graded-${asked.type}-${isRight ? 'right' : 'wrong'}`);
      }
      const next = stage.mainLineOf(reply);
      if (next === undefined || !isAnswer(next)) break;
      reply = await stage.quietly(student, next);
    }
  }
  // One practice to its end.
  let reply = await stage.quietly(student, '/quiz 파드');
  for (let n = 0; n < 20; n++) {
    const asked = answersTo(reply, stage, student.locale);
    if (!asked) break;
    reply = await stage.quietly(student, `${asked.line} ${n % 2 === 0 ? asked.right : asked.wrong}`);
    const next = stage.mainLineOf(reply);
    if (next === undefined) break;
    reply = await stage.quietly(student, next);
  }
  stage.show(reply, 'summary');
  await say(student, '/review', 'review');
  await say(student, '/progress', 'progress');
  await say(student, '/review 12월 15일까지 20개씩', 'review-towards-an-exam');
  await say(student, '/review 파드', 'review-of-a-concept');
  await say(student, '/progress', 'progress-towards-an-exam');
  await say(student, '/review 시험 없음', 'exam-cleared');
  await say(student, '/quiz 김치찌개', 'no-such-topic');
  await say(student, '/chapters', 'contents');
  await say(student, '/chapters 1장', 'contents-of-a-chapter');
  await say(student, '/chapters 1장 2절', 'contents-of-a-section');
  await say(student, '/chapters 2주차', 'contents-of-a-week');
}

/** Question types of the course. */
const TYPES = 9;

async function classes({ enter, say, press, teacher, student, pass, until }: Stage): Promise<void> {
  enter('4-class');
  await say(teacher, '/class', 'before-setting-up');
  await say(teacher, '/class setup 9시 40분 평일', 'set-up');
  await say(teacher, '/class open', 'no-locked-sets');
  await say(teacher, '/class', 'shown');
  await say(teacher, '/class form', 'form');
  await say(teacher, '/class setup 영어로 10시 월수금', 'changed');
  await say(teacher, '/class setup 한국어로 9시 40분 평일', 'changed-back');
  await say(teacher, '/class skip 내일', 'a-day-off');
  await press(teacher, /되돌리기|Undo/, 'a-day-off-taken-back');
  await say(teacher, '/class leave', 'leaving');
  await say(teacher, '/class exam 12월 15일', 'exam');
  await say(teacher, '/class preview', 'preview');
  await say(teacher, '/class preview 파드', 'preview-of-a-concept');
  await say(teacher, '/class setup 25시', 'set-up-refused');
  await say(student, '/card', 'before-the-first-card');
  await say(teacher, '/class cards', 'cards-to-come');
  await say(teacher, '/class cards 파드', 'one-card');
  await say(teacher, '/class cards 서비스 다음', 'card-chosen-as-next');
  await say(teacher, '/class cards 파드 12월 10일', 'card-chosen-for-a-day');
  await say(teacher, '/class cards 노드 12월 10일', 'card-that-moves-another');
  await say(teacher, '/class cards 헬름 빼기', 'card-taken-out');
  await say(teacher, '/class cards 원래대로', 'cards-taken-out');
  await say(teacher, '/class cards 파드 12월 12일', 'no-card-on-that-day');
  await say(teacher, '/class post 파두', 'no-such-concept');
  await pass(until('2026-12-01T00:40:05Z'));
  await say(student, '/card', 'card-of-the-day');
  await say(teacher, '/class post 노드', 'posted-already');
}

/** Plays a whole quiz: students answer this and that, some are late. */
async function live(stage: Stage, { room, start }: { room: string; start: string }): Promise<void> {
  const { enter, say, press, teacher, student, students, pass } = stage;
  enter(room);
  await say(teacher, '/live preview 3', 'preview');
  await press(teacher, /1번 문제 바꾸기|Swap.*1/, 'preview-swapped');
  await press(teacher, /지우기|Throw/, 'preview-dropped');
  await say(teacher, start, 'started');
  await pass(SECOND);
  const lobby = stage.channel();
  const join = lobby?.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))[0]?.line ?? '';
  await say(student, join, 'joined');
  for (const one of students.slice(0, 12)) await stage.quietly(one, join);
  await say(teacher, '/live show', 'lobby-controls');
  await press(teacher, /10초|10 s/, 'counts-down');
  await pass(11 * SECOND);
  for (let n = 0; n < 12; n++) {
    const asked = stage.channel();
    const way = asked?.blocks.find(isAnswered);
    if (!way?.line.startsWith('pick ')) break;
    for (const [i, student] of students.entries()) {
      const options = way.type === 'choice' ? way.options.map(({ value }) => value) : [];
      const picked =
        way.type === 'input'
          ? i % 3 === 0
            ? '3'
            : '파드'
          : way.type === 'menus'
            ? way.menus.map((menu, k) => menu.options[(i + k) % menu.options.length]?.value).join('')
            : way.ordered
              ? options.join('')
              : Array.from({ length: way.min }, (_, k) => options[(i * i + k + n) % options.length])
                  .sort()
                  .join('');
      const line = `${way.line} ${picked}`;
      if (i === 0 && n < 3) await say(student, line, 'answer-taken');
      else await stage.quietly(student, line);
      if (i === 1 && n === 0) {
        // What is sent twice in one moment is one answer.
        await pass(SECOND);
        await say(student, line, 'answered-already');
      }
    }
    await pass(3 * SECOND);
    if (n === 0) await say(teacher, '/live show', 'controls');
    await say(teacher, '/live next', 'next');
    await pass(12 * SECOND);
    const told = stage.channel()?.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))[0];
    if (n === 0 && told) await say(students[0] ?? student, told.line, 'own-answer');
    await say(teacher, '/live next', 'next');
    await pass(3 * SECOND);
  }
  await pass(2 * MINUTE);
  const result = stage.channel()?.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))[0];
  if (result) await say(students[1] ?? student, result.line, 'own-result');
}

async function plans({ enter, say, press, teacher, student, pass }: Stage): Promise<void> {
  enter('7-planned');
  await say(teacher, '/live plan', 'nothing-planned');
  await say(student, '/live plan', 'only-for-instructors');
  await say(teacher, '/live plan 내일 2시 파드', 'which-hour');
  await say(teacher, '/live plan 내일 파드', 'no-hour');
  await say(teacher, '/live plan 오늘 0시 파드', 'past');
  await say(teacher, '/live plan 40분 뒤 파드 1개 20초', 'planned');
  await pass(2 * SECOND);
  await press(teacher, /시간 옮기기|Change the time/, 'asks-when');
  await press(teacher, /10분 늦추기|10 minutes later/, 'moved');
  await pass(8 * SECOND);
  await say(teacher, '/live plan 모레 오후 2시 노드 3팀', 'planned-in-teams');
  await say(teacher, '/live plan', 'listed');
  await press(teacher, /노드|Node/, 'one-of-them');
  await press(teacher, /취소하기|Cancel it/, 'asks-before-cancelling');
  await press(teacher, /네, 취소|Yes, cancel/, 'cancelled');
  await pass(8 * SECOND);
  await say(teacher, '/live plan 1분 뒤 파드 1개 20초', 'planned-for-soon');
  await pass(MINUTE + 20 * SECOND);
  await say(teacher, '/live stop', 'stopped');
  await pass(10 * SECOND);
}

/** How a quiz of two questions may go: it closes early, it is paused, it is calm; what is left of it afterwards. */
async function ways(stage: Stage): Promise<void> {
  const { enter, say, press, quietly, teacher, student, students, pass } = stage;
  enter('5-live-otherwise');
  const buttonLine = (label: RegExp): string =>
    stage
      .channel()
      ?.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))
      .find((one) => label.test(one.label))?.line ?? '';
  const few = [student, ...students.slice(0, 2)];
  const join = async (): Promise<void> => {
    await pass(SECOND);
    for (const one of few) await quietly(one, buttonLine(/참여|Join/));
    await quietly(teacher, '/live next');
    await pass(SECOND);
  };
  const answer = async (): Promise<void> => {
    const way = stage
      .channel()
      ?.blocks.find((block): block is Choice | Input => block.type === 'choice' || block.type === 'input');
    if (!way?.line.startsWith('pick ')) throw new Error('nothing is asked');
    for (const [i, one] of few.entries()) {
      const options =
        way.type === 'choice' ? way.options.slice(i % 2, (i % 2) + way.min).map(({ value }) => value) : ['3'];
      await quietly(one, `${way.line} ${options.sort().join('')}`);
    }
  };
  await say(teacher, '/live start 파드 2개 30초', 'started');
  await join();
  await answer();
  // All who joined have answered: it closes before its time.
  await pass(10 * SECOND);
  await say(teacher, '/live next', 'next');
  await pass(2 * SECOND);
  await say(teacher, '/live pause', 'paused');
  await pass(4 * SECOND);
  await say(teacher, '/live resume', 'resumed');
  await pass(2 * SECOND);
  await pass(32 * SECOND);
  await say(teacher, '/live next', 'ended');
  await pass(4 * SECOND);
  await say(teacher, buttonLine(/선생님|instructors/), 'recap');
  await say(teacher, '/live start 파드 1개 차분하게', 'started-calmly');
  await join();
  await answer();
  await pass(3 * SECOND);
  await say(teacher, '/live next', 'next');
  await pass(3 * SECOND);
  await say(teacher, '/live next', 'ended');
  await pass(4 * SECOND);
  await say(teacher, '/live history', 'history');
  await press(teacher, /./, 'one-of-the-past');
}

/** What becomes of a class where the bot may not do what it needs. */
async function permissions({ enter, say, teacher, pass, until, may }: Stage): Promise<void> {
  enter('7-not-allowed');
  may.makeEvents = false;
  await say(teacher, '/live plan 모레 오후 2시 노드 3개', 'planned-without-an-event');
  await pass(8 * SECOND);
  await say(teacher, '/live plan', 'listed-without-an-event');
  may.makeEvents = true;
  may.write = false;
  await pass(until('2026-12-02T00:39:55Z'), 10 * MINUTE);
  await pass(30 * SECOND);
  await say(teacher, '/class', 'a-channel-that-cannot-be-written-in');
  may.write = true;
  await say(teacher, '/class resume', 'resumed');
}

async function reports(stage: Stage): Promise<void> {
  const { enter, say, press, quietly, teacher, student, students } = stage;
  enter('8-report');
  const first = await quietly(student, '/quiz 파드');
  const asked = answersTo(first, stage, student.locale);
  if (!asked) throw new Error('practice asks a question');
  await quietly(student, `${asked.line} ${asked.wrong}`);
  const told = await press(student, /이상해요|Something is wrong/, 'a-question-found-odd');
  for (const one of students.slice(0, 3)) await quietly(one, buttonsOf(told)[1]?.line ?? '');
  await press(student, /설명|explanation/, 'why-it-is-odd');
  for (const [line, name] of [
    ['/report', 'overview'],
    ['/report students', 'students'],
    ['/report students 12번', 'one-student'],
    ['/report students name:2', 'several-students'],
    ['/report students 45번', 'no-such-student'],
    ['/report csv', 'progress-as-a-file'],
    ['/report marks', 'live-quizzes'],
    ['/report marks 1', 'marks'],
    ['/report attendance', 'attendance'],
    ['/report questions', 'odd-questions'],
    ['/progress', 'own-progress'],
  ] as const)
    await say(teacher, line, name);
  await quietly(teacher, '/report questions');
  await press(teacher, /빼기|Hide/, 'a-question-hidden');
  await press(teacher, /다시 내기|again/, 'a-question-shown-again');
  await say(student, '/report', 'not-for-students');
}

async function homework(stage: Stage): Promise<void> {
  const { enter, say, press, quietly, teacher, student, students, pass } = stage;
  enter('8-homework');
  await say(teacher, '/class homework', 'nothing-given');
  await say(student, '/quiz 숙제', 'no-homework');
  await say(teacher, '/class homework 1장', 'until-when');
  await say(teacher, '/class homework 12월 25일까지', 'which-topic');
  await say(teacher, '/class homework 1장 3문제 12월 25일까지', 'given');
  await pass(2 * SECOND);
  const told = stage.channel();
  if (told) stage.show(told, 'told');
  await press(teacher, /보이는 모습|class sees/, 'as-the-class-sees-it');
  await say(student, '/quiz', 'offered');
  await press(student, /하루 전|day before/, 'will-be-reminded');
  let reply = await say(student, '/quiz 숙제', 'begun');
  for (let n = 0; n < 3; n++) {
    const asked = answersTo(reply, stage, student.locale);
    if (!asked) break;
    reply = await quietly(student, `${asked.line} ${n === 1 ? asked.wrong : asked.right}`);
    if (n < 2) reply = await quietly(student, stage.mainLineOf(reply) ?? '');
  }
  stage.show(reply, 'handed-in');
  await say(student, '/quiz 숙제', 'own-homework');
  await press(student, /결과 보기|See the result/, 'own-result');
  await quietly(students[0] ?? student, '/quiz 숙제');
  await say(teacher, '/class homework 파드 12월 7일까지', 'given-as-well');
  await say(student, 'home', 'home-with-homework');
  await say(student, '/dosirak', 'help-with-homework');
  await say(teacher, '/class homework', 'listed');
  await press(teacher, /12월 25일|25 December/, 'one-of-them');
  await press(teacher, /마감 바꾸기|Change the deadline/, 'asks-when');
  await press(teacher, /하루 뒤로|A day later/, 'moved');
  await press(teacher, /취소하기|Call it off/, 'called-off');
  await press(teacher, /되돌리기|Undo/, 'taken-back');
  await press(teacher, /그만 받기|Take no more/, 'closed');
  await say(teacher, '/report homework', 'marks-of-homework');
  await say(teacher, '/report homework 2', 'marks-as-a-file');
}

const QUESTION = `/class question 파드
우리 반은 파드를 무엇이라고 부를까요?
= 꼬마
- 대장
- 막내
> 첫 시간에 그렇게 정했어요.`;

async function term({ enter, say, press, teacher }: Stage): Promise<void> {
  enter('9-term');
  await say(teacher, '/class question 파드', 'form-of-a-question');
  await say(teacher, QUESTION.replace('- 막내', '- 꼬마'), 'question-refused');
  await say(teacher, QUESTION, 'question-written');
  await say(teacher, '/class questions', 'own-questions');
  await say(teacher, '/class questions export', 'own-questions-as-a-file');
  await say(teacher, '/class close', 'closing');
  await press(teacher, /마치기|End the class/, 'closed');
  await say(teacher, '/report', 'report-of-a-closed-class');
  await say(teacher, '/class setup 2027-03-02부터', 'next-term');
  await say(teacher, '/class form', 'form-of-a-class-to-come');
  await say(teacher, '/report closed', 'closed-classes');
  await say(teacher, '/class questions take', 'questions-of-the-last-term');
}

/** A student's cluster, and tours of it: a rollout half done, one that failed, a node that is down, Pods that become more. */
async function labs(stage: Stage): Promise<void> {
  const { enter, say, press, quietly, passInLab, student } = stage;
  const begin = /▶ 실행하기|Do it/;
  const again = /새로 보기|Look again/;
  const next = /^다음|^Next/;
  enter('9-lab');
  await passInLab(1);
  await say(student, 'lab', 'empty');
  await say(student, 'lab tour', 'tours');
  await say(student, 'lab tour rollout', 'tour-begins');
  await press(student, begin, 'tour-waits');
  await passInLab(20);
  await press(student, again, 'tour-done');
  await press(student, next, 'tour-next');
  await press(student, begin, 'rollout-begun');
  await passInLab(1);
  await say(student, 'lab-step rollout update look', 'rollout-half-done');
  await passInLab(30);
  await say(student, 'lab-step rollout update look', 'rollout-done');
  await press(student, next, 'mistake');
  await press(student, begin, 'mistake-made');
  await passInLab(15);
  await say(student, 'lab-step rollout mistake look', 'rollout-stuck');
  await say(student, 'lab tour healing', 'tour-finds-another');
  await press(student, /지우고 시작하기|Delete it and begin/, 'tidied');
  await quietly(student, 'lab-step healing start do');
  await passInLab(30);
  await say(student, 'lab', 'running');
  await press(student, /노드 끄고|Power of nodes/, 'nodes');
  await press(student, /node-2 끄기|node-2 off/, 'node-off');
  await passInLab(60);
  await press(student, again, 'node-down');
  await passInLab(310);
  await press(student, again, 'alive-elsewhere');
  await quietly(student, 'lab-show on node-2');
  await quietly(student, 'lab-step autoscaling start tidy');
  await quietly(student, 'lab-step autoscaling start do');
  await passInLab(30);
  await quietly(student, 'lab-step autoscaling scaler do');
  await passInLab(60);
  await say(student, 'lab-step autoscaling load begin', 'load-to-come');
  await press(student, begin, 'load-begun');
  await passInLab(20);
  await say(student, 'lab', 'scaling-up');
  await passInLab(60);
  await press(student, again, 'scaled-up');
}

async function privacy({ enter, say, press, student }: Stage): Promise<void> {
  enter('9-privacy');
  await say(student, '/privacy', 'privacy');
  await say(student, '/privacy export', 'export');
  await say(student, '/privacy delete', 'asks-before-deleting');
  await press(student, /지우|삭제|Delete/i, 'deleted');
}

export async function playAll(stage: Stage): Promise<void> {
  await firstMinutes(stage);
  await lookups(stage);
  await classes(stage);
  await practice(stage);
  await live(stage, { room: '5-live', start: '/live start 6 full' });
  await live(stage, { room: '6-live-in-teams', start: '/live start 3 teams full' });
  await ways(stage);
  await plans(stage);
  await permissions(stage);
  await reports(stage);
  await homework(stage);
  await labs(stage);
  await privacy(stage);
  await term(stage);
}
