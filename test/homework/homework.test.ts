/** Homework as its instructor gives it and its students do it, by command lines and buttons. */
import { describe, expect, test } from 'vitest';
import { createCourse } from '../../src/course/course.ts';
import { homeworkIn } from '../../src/homework/codec.ts';
import { parseCsv } from '../support/csv.ts';
import { allOf, DAY, HOUR, labelsOf, lineOf, openHomework } from '../support/homework.ts';
import { blockOf, buttonsOf, excesses } from '../support/replies.ts';
import { folderOf } from '../support/world.ts';

const BEGIN = '숙제 시작하기';
const GO_ON = '이어서 풀기';
const NEXT = '다음 문제';
const REMIND = '하루 전에 알려 주세요';

const ID = /id\d{8}/;

type Room = Awaited<ReturnType<typeof openHomework>>;

/** Gives three questions of the first chapter until Thursday next week. */
const give = (room: Room, what = '1장 3문제 12월 3일까지') => room.type(`/class 숙제 ${what}`);

/** Begins the homework or goes on with it, and answers so many questions; gives the last grade. */
async function work(room: Room, knows: readonly boolean[], caller = room.kim) {
  let asked = await room.type('/quiz 숙제', caller);
  let grade = asked;
  for (const [i, one] of knows.entries()) {
    grade = await room.answer(asked, one, caller);
    if (i < knows.length - 1) asked = await room.type(buttonsOf(grade)[0]?.line ?? '', caller);
  }
  return grade;
}

test.each(['숙제 3개', '숙제 어렵게', '숙제 2', 'homework easier'])(
  '/quiz %s says that homework is done whole, and does it at a press',
  async (words) => {
    const room = await openHomework();
    await give(room);
    const refused = await room.type(`/quiz ${words}`, room.kim);
    expect(allOf(refused)).toContain('숙제는 문제 수나 난이도를 고르지 않고');
    expect(allOf(await room.press(refused, '숙제 풀기', room.kim))).toContain('문제 1 / 3');
  },
);

describe('an instructor', () => {
  test('gives homework in one line, and reads what it is, how many questions and until when', async () => {
    const room = await openHomework();
    const reply = await give(room);
    expect(reply.visibility).toBe('caller');
    expect(excesses(reply)).toEqual([]);
    const said = allOf(reply);
    expect(said).toContain('✅ 숙제를 냈어요: **1장');
    expect(said).toContain('3문제, **12월 3일(목) 23:59까지**(8일 남음)');
    expect(said).not.toContain('정했어요');
    expect(said).not.toMatch(ID);
    expect(labelsOf(reply)).toEqual([
      ...['학생에게 보이는 모습', '마감 바꾸기', '성적 파일', '그만 받기', '숙제 취소하기', '모든 숙제'],
    ]);
    const homework = homeworkIn(await room.given());
    expect(homework?.questions).toHaveLength(3);
    expect(room.logged).toEqual([]);
  });

  test('who says no number is told which one it is', async () => {
    const room = await openHomework();
    expect(allOf(await give(room, '1장 금요일까지'))).toContain('문제 수를 적지 않아서 10문제로 정했어요.');
    const homework = homeworkIn(await room.given());
    const terms = new Set(homework?.questions.map((id) => room.world.course().questions.get(id)?.term));
    // It covers its topic: no concept twice while there are others.
    expect(terms.size).toBe(10);
  });

  test('a set is given whole, in English as well', async () => {
    const room = await openHomework();
    const [set] = room.world.course().content.sets;
    const english = { ...room.teacher, locale: 'en' } as const;
    const reply = await room.type(`/class homework ${set?.title.en} until tomorrow 6pm`, english);
    const count = set?.items.length ?? 0;
    expect(allOf(reply)).toContain(`${count} questions, due **Thu 26 November 18:00** (1 day left)`);
    expect(excesses(reply)).toEqual([]);
  });

  test('without a day, days are offered; without a topic, chapters and sets; each button gives it', async () => {
    const room = await openHomework();
    const days = await room.type('/class 숙제 1장 3문제');
    expect(allOf(days)).toContain('언제까지 낼까요?');
    expect(labelsOf(days)[0]).toBe('11월 26일(목)');
    expect(allOf(await room.press(days, '11월 26일(목)'))).toContain('3문제, **11월 26일(목) 23:59까지**');
    const topics = await room.type('/class 숙제 12월 3일까지 18시');
    expect(allOf(topics)).toContain('무엇을 숙제로 낼까요?');
    const [first] = buttonsOf(topics);
    expect(allOf(await room.type(first?.line ?? ''))).toContain('**12월 3일(목) 18:00까지**');
    // What is only guessed at is offered: a class is given nothing by that.
    for (const [words, says] of [
      ['김치찌개끓이는법', '그런 주제는 못 찾았어요'],
      ['50장', '50장은 없어요'],
      ['파드가 뭐야', '그런 주제는 못 찾았어요'],
    ] as const) {
      const offered = await room.type(`/class 숙제 ${words} 12월 4일까지`);
      expect(allOf(offered), words).toContain(says);
    }
    expect(await room.world.appointments.history(room.one.id, 'homework', 9)).toHaveLength(2);
    expect(room.logged).toEqual([]);
  });

  test('what cannot be given is refused in words', async () => {
    const room = await openHomework();
    expect(allOf(await room.type('/class 숙제 1장 11월 25일 9시까지'))).toContain('이미 지났어요');
    expect(allOf(await room.type('/class 숙제 틀린 문제 금요일까지'))).toContain('학생마다 달라서');
    await give(room);
    expect(allOf(await give(room))).toContain('같은 숙제를 이미 냈어요');
    expect(await room.world.appointments.history(room.one.id, 'homework', 9)).toHaveLength(1);
    const student = await room.type('/class 숙제 1장 금요일까지', room.kim);
    expect(allOf(student)).toContain('선생님');
    expect(await room.world.appointments.history(room.one.id, 'homework', 9)).toHaveLength(1);
  });

  test('a deadline on a holiday is taken, and said', async () => {
    const room = await openHomework();
    expect(allOf(await give(room, '1장 12월 25일까지'))).toContain('공휴일(기독탄신일)');
    expect(homeworkIn(await room.given())?.status).toBe('open');
  });

  test('looks at what the class sees, and at the questions, without answers', async () => {
    const room = await openHomework();
    const shown = await room.press(await give(room), '학생에게 보이는 모습');
    expect(allOf(shown)).toContain('**12월 3일(목) 23:59까지** 3문제를 풀어 주세요');
    const homework = homeworkIn(await room.given());
    for (const id of homework?.questions ?? []) {
      const ask = room.world.course().questions.get(id)?.ask.ko ?? '';
      expect(allOf(shown).replace(/\\/g, '')).toContain(ask.replace(/\s+/g, ' ').slice(0, 12).trim());
    }
    expect(labelsOf(shown)).toEqual(['돌아가기']);
    expect(excesses(shown)).toEqual([]);
  });

  test('moves the deadline by buttons and by typing', async () => {
    const room = await openHomework();
    const asked = await room.press(await give(room), '마감 바꾸기');
    expect(labelsOf(asked)).toEqual(['하루 뒤로', '3일 뒤로', '일주일 뒤로', '그대로 두기']);
    const moved = await room.press(asked, '하루 뒤로');
    expect(allOf(moved)).toContain('마감을 **12월 4일(금) 23:59까지**로');
    // A button that is pressed twice moves it once.
    expect(allOf(await room.press(asked, '하루 뒤로'))).toContain('12월 4일(금) 23:59');
    expect(homeworkIn(await room.given())?.before).toHaveLength(1);
    expect(allOf(await room.type('/class 숙제 바꾸기 12월 5일 18시까지'))).toContain('**12월 5일(토) 18:00까지**');
    expect(allOf(await room.type('/class 숙제 바꾸기 5문제 12월 6일까지'))).toContain('마감만 바꿀 수 있어요');
  });

  test('calls it off and takes that back; ends it, and takes it again', async () => {
    const room = await openHomework();
    const off = await room.press(await give(room), '숙제 취소하기');
    expect(allOf(off)).toContain('숙제를 취소하고');
    expect(allOf(await room.type('/quiz 숙제', room.kim))).toContain('지금은 숙제가 없어요');
    const back = await room.press(off, '되돌리기');
    expect(allOf(back)).toContain('숙제를 다시 받아요');
    expect(allOf(await room.type('/quiz 숙제', room.kim))).toContain('문제 1 / 3');
    const closed = await room.press(back, '그만 받기');
    expect(allOf(closed)).toContain('더 받지 않아요');
    expect(allOf(await room.type('/quiz 숙제', room.kim))).toContain('지금은 숙제가 없어요');
    const again = await room.press(closed, '다시 받기');
    expect(labelsOf(again)).toContain('그만 받기');
  });

  test('lists it with how many have begun, are done, and were late; students may not', async () => {
    const room = await openHomework();
    expect(allOf(await room.type('/class 숙제'))).toContain('아직 낸 숙제가 없어요');
    const given = await give(room);
    expect(allOf(await room.type('/class 숙제'))).toContain('3문제 · 아직 시작한 학생이 없어요');
    await work(room, [true, true, false]);
    await work(room, [true], room.person('2'));
    // An instructor who tries it is no student.
    await work(room, [true], room.teacher);
    room.pass(9 * DAY);
    await work(room, [true, true, true], room.person('3'));
    const list = await room.type('/class 숙제');
    expect(allOf(list)).toContain('시작 3명 · 완료 2명(늦게 냄 1명) · 마감 지남, 늦게 받는 중');
    expect(allOf(await room.type('/report'))).toContain('시작 3명 · 완료 2명(늦게 냄 1명)');
    expect(allOf(await room.type(lineOf(given, '그만 받기'), room.kim))).toContain('선생님만');
    expect(homeworkIn(await room.given())?.status).toBe('open');
    expect(room.logged).toEqual([]);
  });
});

describe('a student', () => {
  test('finds it first where they ask for a quiz, in help and on their page; others find nothing new', async () => {
    const room = await openHomework();
    const before = await room.type('/quiz', room.kim);
    expect(blockOf(before, 'heading').text).toBe('문제 1 / 5');
    await give(room);
    const offer = await room.type('/quiz', room.kim);
    expect(allOf(offer)).toContain('📚 할 숙제가 1개 있어요');
    expect(allOf(offer)).toContain('12월 3일(목) 23:59까지');
    expect(labelsOf(offer)).toEqual([BEGIN, REMIND, '다른 문제 풀기']);
    expect(buttonsOf(offer)[0]?.primary).toBe(true);
    expect(allOf(await room.press(offer, '다른 문제 풀기', room.kim))).toContain('문제 1 / 5');
    expect(blockOf(await room.type('/quiz 3', room.kim), 'heading').text).toBe('문제 1 / 3');
    for (const line of ['/dosirak', 'home']) {
      const page = await room.type(line, room.kim);
      expect(allOf(page), line).toContain('📚 할 숙제가 1개 있어요');
      expect(labelsOf(page), line).toContain(BEGIN);
      expect(excesses(page)).toEqual([]);
    }
    const stranger = room.person('7', { channel: 'discord:100009' });
    expect(allOf(await room.type('/quiz', stranger))).toContain('문제 1 / 5');
    expect(allOf(await room.type('/quiz 숙제', stranger))).toContain('지금은 숙제가 없어요');
    expect(allOf(await room.type('/quiz homework', { ...stranger, locale: 'en' }))).toContain('You have no homework');
  });

  test('does it, sees what it counts for, and has it done when all is answered, right or not', async () => {
    const room = await openHomework();
    await give(room);
    const asked = await room.type('/quiz 숙제', room.kim);
    expect(blockOf(asked, 'heading').text).toBe('문제 1 / 3');
    expect(blockOf(asked, 'footer').text).toContain('📚 숙제 · 12월 3일(목) 23:59까지');
    expect(excesses(asked)).toEqual([]);
    const grade = await work(room, [true, false, true]);
    expect(allOf(grade)).toContain('📚 숙제를 다 냈어요. 3문제 중 2문제를 맞혔어요.');
    expect(allOf(grade)).not.toContain('늦게');
    // What was missed is asked again, and does not change what counts.
    const again = await room.press(grade, '못 맞힌 문제 다시 풀기', room.kim);
    expect(blockOf(again, 'heading').text).toBe('다시 풀기 1 / 1');
    const summary = await room.press(await room.answer(again, true), '결과 보기', room.kim);
    expect(allOf(summary)).toContain('3문제 중 2문제를 맞혔어요');
    expect(allOf(summary)).toContain('다시 풀 때는 맞혔어요');
    expect(labelsOf(summary)).toContain('내 숙제 보기');
    const mine = await room.type('/quiz 숙제', room.kim);
    expect(allOf(mine)).toContain('✅ 다 했어요 · 3문제 중 2문제를 맞혔어요');
    // What is done is not offered any more, and its result is there.
    expect(blockOf(await room.type('/quiz', room.kim), 'heading').text).toBe('문제 1 / 5');
    expect(allOf(await room.press(mine, '결과 보기', room.kim))).toContain('3문제 중 2문제를 맞혔어요');
    // The answers are practice as any other.
    expect((await room.world.records.practice(room.kim.id, 9)).answered).toBe(4);
    expect(room.logged).toEqual([]);
  });

  test('goes on where they stopped, whichever message they press, and after a restart', async () => {
    const room = await openHomework();
    await give(room);
    const first = await room.type('/quiz 숙제', room.kim);
    const grade = await room.answer(first, true);
    const goOn = await room.type('/quiz', room.kim);
    expect(allOf(goOn)).toContain('3문제 중 1문제를 풀어 1문제를 맞혔어요');
    const second = await room.press(goOn, GO_ON, room.kim);
    expect(blockOf(second, 'heading').text).toBe('문제 2 / 3');
    expect(room.questionIn(second).question.id).not.toBe(room.questionIn(first).question.id);
    // An old message shows the same next question.
    const old = await room.press(grade, NEXT, room.kim);
    expect(room.questionIn(old).question.id).toBe(room.questionIn(second).question.id);
    // An old question that is answered again changes nothing.
    const twice = await room.answer(first, false);
    expect(allOf(twice)).toContain('❌');
    await room.answer(second, true);
    const third = await room.press(twice, NEXT, room.kim);
    expect(blockOf(third, 'heading').text).toBe('문제 3 / 3');
    expect(allOf(await room.answer(third, true))).toContain('3문제 중 3문제를 맞혔어요');
    const id = (await room.given()).id;
    expect((await room.world.homework.answers(id, room.kim.id)).map(({ right }) => right)).toEqual([true, true, true]);
  });

  test('has the same questions as all others, in an order of their own', async () => {
    const room = await openHomework();
    await give(room, '1장 10문제 12월 3일까지');
    const orderOf = async (id: string): Promise<string[]> => {
      const caller = room.person(id);
      const order: string[] = [];
      let asked = await room.type('/quiz 숙제', caller);
      for (let i = 0; i < 10; i++) {
        order.push(room.questionIn(asked).question.id);
        const grade = await room.answer(asked, true, caller);
        asked = await room.type(buttonsOf(grade)[0]?.line ?? '', caller);
      }
      return order;
    };
    const [one, other] = [await orderOf('11'), await orderOf('12')];
    expect(one).not.toEqual(other);
    expect(one.toSorted()).toEqual(other.toSorted());
    expect(one.toSorted()).toEqual(homeworkIn(await room.given())?.questions.toSorted());
  });

  test('nobody presses another’s homework', async () => {
    const room = await openHomework();
    await give(room);
    const { line } = room.questionIn(await room.type('/quiz 숙제', room.kim));
    expect(allOf(await room.type(`${line} a`, room.person('2')))).toContain('다른 사람이 풀고 있는');
    expect(await room.world.homework.answers((await room.given()).id)).toEqual([]);
  });

  test('hands it in late until the instructor ends it', async () => {
    const room = await openHomework();
    const given = await give(room, '1장 2문제 11월 26일까지');
    // 26 November, 23:59 in Seoul: the whole minute counts.
    room.pass(DAY + 13 * HOUR + 59 * 60_000);
    expect(allOf(await work(room, [true, true]))).not.toContain('늦게');
    room.pass(60_000);
    const late = room.person('2');
    const offer = await room.type('/quiz', late);
    expect(allOf(offer)).toContain('마감이 지났지만 아직 낼 수 있어요');
    expect(labelsOf(offer)).toEqual([BEGIN, '다른 문제 풀기']);
    const grade = await work(room, [true, false], late);
    expect(allOf(grade)).toContain('‘늦게 냄’으로 적었어요');
    const { line } = room.questionIn(await room.type('/quiz 숙제', room.person('3')));
    await room.press(given, '그만 받기');
    expect(allOf(await room.type(`${line} a`, room.person('3')))).toContain('이제 더 받지 않아요');
    expect(allOf(await room.type('/quiz 숙제', room.person('4')))).toContain('지금은 숙제가 없어요');
  });

  test('in a class that is over there is none', async () => {
    const room = await openHomework();
    await give(room);
    await room.type('/class 종강 바로');
    expect(allOf(await room.type('/quiz 숙제', room.kim))).toContain('지금은 숙제가 없어요');
  });

  test('of two pieces of homework chooses one', async () => {
    const room = await openHomework();
    await give(room);
    await give(room, '파드 2문제 12월 1일까지');
    const offer = await room.type('/quiz 숙제', room.kim);
    expect(allOf(offer)).toContain('할 숙제가 2개 있어요');
    // What is due first comes first.
    expect(labelsOf(offer)[0]).toBe('숙제 시작하기: 파드');
    expect(blockOf(await room.type(buttonsOf(offer)[0]?.line ?? '', room.kim), 'heading').text).toBe('문제 1 / 2');
    expect(allOf(await room.type('/quiz', room.kim))).toContain('할 숙제가 2개 있어요');
  });

  test('in direct messages does the homework of their class, and it counts for that', async () => {
    const room = await openHomework();
    await give(room);
    await work(room, [true]);
    const { channel: _, ...alone } = { ...room.kim, space: room.kim.id };
    const asked = await room.type('/quiz 숙제', alone);
    expect(blockOf(asked, 'heading').text).toBe('문제 2 / 3');
    await room.answer(asked, true, alone);
    expect(await room.world.homework.answers((await room.given()).id)).toHaveLength(2);
  });
});

describe('what changes under a homework', () => {
  test('a question that the class hides counts no more; where none is left, that is said', async () => {
    const room = await openHomework();
    await give(room);
    await work(room, [true, true]);
    const { id, ...given } = await room.given();
    const questions = homeworkIn(given)?.questions ?? [];
    const answered = new Set((await room.world.homework.answers(id)).map(({ question }) => question));
    const left = questions.filter((one) => !answered.has(one));
    await room.world.reports.hideQuestion(room.one.id, left, true, room.now());
    expect(allOf(await room.type('/quiz 숙제', room.kim))).toContain('✅ 다 했어요 · 2문제 중 2문제를 맞혔어요');
    expect(allOf(await room.type('/class 숙제'))).toContain('완료 1명');
    await room.world.reports.hideQuestion(room.one.id, questions, true, room.now());
    expect(allOf(await room.type(`homework ${id} do`, room.kim))).toContain('문제가 남아 있지 않아요');
    expect(allOf(await room.type('/quiz 숙제', room.kim))).toContain('지금은 숙제가 없어요');
  });

  test('a question that the content loses counts no more, whichever message asks it', async () => {
    const room = await openHomework();
    await give(room);
    const grade = await work(room, [true]);
    const asked = await room.press(grade, NEXT, room.kim);
    const lost = room.questionIn(asked);
    const { content } = room.world.course();
    const terms = content.terms.map((term) => ({
      ...term,
      questions: term.questions.filter(({ id }) => id !== lost.question.id),
    }));
    room.teach(createCourse({ ...content, terms }));
    // The message that still asks it goes on with the next one.
    const next = await room.type(`${lost.line} a`, room.kim);
    expect(blockOf(next, 'heading').text).toBe('문제 2 / 2');
    expect(allOf(await room.answer(next, true))).toContain('숙제를 다 냈어요. 2문제 중 2문제를 맞혔어요.');
    expect(allOf(await room.type('/class 숙제'))).toContain('완료 1명');
    expect(room.logged).toEqual([]);
  });

  test('a state of a newer version, or one that is broken, is left alone', async () => {
    const room = await openHomework();
    const given = await give(room);
    const { id, version, state } = await room.given();
    const written = (next: string, at: number) =>
      room.world.appointments.step(
        { id, version: at },
        { state: next, wakes: room.now() + DAY },
        { posts: [], again: [], ended: [] },
        room.now(),
      );
    await written(JSON.stringify({ ...JSON.parse(state), version: 99 }), version);
    expect(allOf(await room.press(given, '그만 받기'))).toContain('새 버전으로 바꾸는 중');
    expect(blockOf(await room.type('/quiz', room.kim), 'heading').text).toBe('문제 1 / 5');
    await written('{"version":1}', version + 1);
    expect(allOf(await room.press(given, '그만 받기'))).toContain('이제 없어요');
    expect(allOf(await room.type('/quiz 숙제', room.kim))).toContain('지금은 숙제가 없어요');
    expect(room.logged).toEqual([]);
  });
});

describe('the marks', () => {
  test('are a file with each student; who keeps out of reports is not in it', async () => {
    const room = await openHomework();
    const given = await give(room, '1장 2문제 11월 26일까지');
    await work(room, [true, false]);
    const lee = room.person('2', { name: '=cmd' });
    await work(room, [true], lee);
    const hidden = room.person('3', { name: '숨은이' });
    await work(room, [true, true], hidden);
    await room.type('/privacy hide', hidden);
    room.pass(2 * DAY);
    const late = room.person('4', { name: '최하늘' });
    await work(room, [true, true], late);
    const idle = { question: 'q', term: 'pod', right: true, at: room.now() };
    room.world.records.record({
      kind: 'answer',
      person: 'discord:5',
      name: '정우주',
      channel: room.kim.channel ?? '',
      ...idle,
    });
    for (const reply of [
      await room.press(given, '성적 파일'),
      await room.type('/report homework 1'),
      await room.type('/report 숙제 1번'),
    ]) {
      expect(blockOf(reply, 'file').name).toBe('dosirak-homework-2026-11-26-23-59.csv');
      expect(excesses(reply)).toEqual([]);
      const [header, ...rows] = parseCsv(blockOf(reply, 'file').text);
      expect(header).toEqual(['ID', '이름', '시작한 때', '완료한 때', '늦게 냄', '맞힌 문제', '점수(100점 만점)']);
      expect(rows).toEqual([
        ['discord:2', "'=cmd", '2026-11-25 10:00', '', '아니요', '1', '50'],
        ['discord:1', '김민수', '2026-11-25 10:00', '2026-11-25 10:00', '아니요', '1', '50'],
        ['discord:5', '정우주', '', '', '아니요', '0', '0'],
        ['discord:4', '최하늘', '2026-11-27 10:00', '2026-11-27 10:00', '예', '2', '100'],
      ]);
      expect(allOf(reply)).toContain('보고서에서 이름을 뺀 학생 1명');
    }
    const list = await room.type('/report homework');
    expect(allOf(list)).toContain('11월 26일(목) 23:59까지 · 시작 4명 · 완료 3명(늦게 냄 1명)');
    expect(blockOf(await room.type(buttonsOf(list)[0]?.line ?? ''), 'file').text).toContain('최하늘');
    expect(allOf(await room.type('/report homework 2'))).toContain('숙제는 1개예요');
    expect(allOf(await room.type(lineOf(given, '성적 파일'), room.kim))).toContain('선생님만');
    expect(room.logged).toEqual([]);
  });

  test('go with the person who has their data deleted, and are in their export', async () => {
    const room = await openHomework();
    await give(room);
    await work(room, [true, false]);
    const file = blockOf(await room.type('/privacy export', room.kim), 'file');
    const { homework } = JSON.parse(file.text);
    expect(homework).toMatchObject([
      {
        class: 'class1',
        name: '김민수',
        begun: { at: '2026-11-25T01:00:00Z' },
        answers: [{ right: true }, { right: false }],
      },
    ]);
    await room.press(await room.type('/privacy delete', room.kim), '모두 지우기', room.kim);
    expect(allOf(await room.type('/class 숙제'))).toContain('아직 시작한 학생이 없어요');
    expect(await room.world.homework.students((await room.given()).id)).toEqual([]);
  });
});

test('a reminder is asked for and taken back as easily, and not once it is too late', async () => {
  const room = await openHomework();
  await give(room);
  const offer = await room.type('/quiz', room.kim);
  const on = await room.press(offer, REMIND, room.kim);
  expect(allOf(on)).toContain('🔔 **12월 2일(수) 18:00**에');
  expect(labelsOf(on)).toEqual([BEGIN, '알려 주지 않아도 돼요']);
  // Who is a browser alone has no direct messages.
  const browser = { ...room.kim, id: 'web:phone', known: ['web:phone'] };
  const here = allOf(await room.press(await room.type('/quiz', browser), REMIND, browser));
  expect(here).toContain('이 브라우저에서 도시락을 열면');
  expect(here).not.toContain('개인 메시지');
  // Who asks to be reminded has not begun.
  expect(allOf(await room.type('/class 숙제'))).toContain('아직 시작한 학생이 없어요');
  const off = await room.press(on, '알려 주지 않아도 돼요', room.kim);
  expect(labelsOf(off)).toEqual([BEGIN, REMIND]);
  room.pass(8 * DAY);
  expect(allOf(await room.press(off, REMIND, room.kim))).toContain('때가 이미 지났어요');
  expect(labelsOf(await room.type('/quiz', room.kim))).toEqual([BEGIN, '다른 문제 풀기']);
});

test('a concept without questions of an author’s is given those that the bot makes of definitions, and that is said', async () => {
  const term = (id: string, ko: string, definition: string): string =>
    `---\nid: ${id}\ntitle: { ko: ${ko}, en: ${id} }\ndefinition: ${definition}\n---\n\n${definition}\n`;
  const made = folderOf({
    'list.md': term('list', '리스트', '값을 순서대로 담는 자료형이에요.'),
    'tuple.md': term('tuple', '튜플', '바꿀 수 없는 값의 묶음이에요.'),
    'dict.md': term('dict', '딕셔너리', '이름으로 값을 찾는 자료형이에요.'),
    'set.md': term('set', '집합', '같은 값을 한 번만 담는 자료형이에요.'),
  });
  const room = await openHomework({ folders: [made] });
  const given = await room.type('/class 숙제 리스트 2문제 내일까지');
  expect(allOf(given)).toContain('2문제');
  expect(allOf(await room.press(given, '학생에게 보이는 모습'))).toContain('🤖 봇이 만든 문제');
  expect(allOf(await work(room, [true, true]))).toContain('숙제를 다 냈어요. 2문제 중 2문제를 맞혔어요.');
  expect(room.logged).toEqual([]);
});
