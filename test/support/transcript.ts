/**
 * A class on Discord, on Slack and at the terminal, as its people read it: the real program with its real clients, which is
 * killed with -9 between two posts of one event, again and again, and started anew. What the class's
 * channels have got is counted.
 */
import type { DatabaseAddress } from '../../src/store/address.ts';
import { staged } from './kills.ts';
import { type Act, answersOn, LESSON } from './transcript-lesson.ts';
import { atTerminal, IS_OPTION, onDiscord, onSlack, type Server, type Side, until } from './transcript-sides.ts';
import { COURSE } from './world.ts';

/** How often each message of an event is in a channel. */
interface Count {
  event: string;
  platform: string;
  messages: number;
}

interface Transcript {
  /** Markdown. */
  text: string;
  counts: readonly Count[];
}

const count = (texts: readonly string[], words: string): number => texts.filter((one) => one.includes(words)).length;

/** Plays it, and gives what was read and counted. */
export async function playTranscript(
  address: DatabaseAddress,
  finished: (end: () => Promise<void> | void) => void,
): Promise<Transcript> {
  const { discord: there, slack: here, store, start } = await staged(address, finished, { CONTENT_DIR: COURSE });
  const [discord, slack, terminal] = [onDiscord(there), onSlack(here), atTerminal(finished)];
  const lines: string[] = ['# 한 수업의 기록', ''];
  const write = (title: string, words: string): void => {
    lines.push(`### ${title}`, '', ...words.split('\n').map((line) => `> ${line}`.trimEnd()), '');
  };
  const act = async (side: Side, { who, line, discord: own, presses = [] }: Act): Promise<void> => {
    const person = who === 'teacher' ? '선생님' : '학생';
    const answered = side === discord ? side.type(who, own?.name ?? line, own?.options) : side.type(who, line);
    write(`${side.name} · ${person}: \`${line}\``, await answered);
    for (const label of presses) {
      const said = await side.press(who, label).catch((error: unknown) => {
        // What is typed has no buttons to choose from.
        if (label === IS_OPTION) return side.press(who, /모르겠어요/);
        throw error;
      });
      write(`${side.name} · ${person}이 누른 것`, said);
    }
  };
  /** Also writes the file that the teacher gets. */
  const actForFile = async (side: Server, one: Act): Promise<void> => {
    const before = side.files().length;
    await act(side, one);
    write(`${side.name} · 선생님이 받은 파일`, await until('a file', () => side.files()[before]));
  };

  let bot = await start();
  lines.push('## 수업 만들기', '');
  await act(discord, {
    who: 'teacher',
    line: '/class setup 9시 평일',
    discord: { name: '/class setup', options: { time: '9시', days: '평일' } },
  });
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await discord.type('teacher', '/class show'))?.[0] ?? '';
  await act(slack, { who: 'teacher', line: `/class join ${code}` });
  await act(terminal, { who: 'teacher', line: '/class setup 9시 평일' });
  // A class is told of from its beginning on.
  await store.record(answersOn(there.guild.channelId, Date.now()));
  lines.push('## 입력 창', '');
  for (const [side, time] of [
    [discord, '오전 10시'],
    [slack, '09:00'],
  ] as const) {
    const { form, answered } = await side.fill('teacher', /설정 바꾸기/, { time });
    write(`${side.name} · 선생님이 연 입력 창`, form);
    write(`${side.name} · 시각에 ‘${time}’를 넣어 보낸 뒤`, answered);
  }
  for (const { title, acts } of LESSON) {
    lines.push(`## ${title}`, '');
    for (const one of acts) for (const side of [discord, slack, terminal]) await act(side, one);
  }
  const typedIn = '여섯 개예요';
  lines.push('## 직접 쓰는 답', '');
  for (const side of [discord, slack, terminal])
    await act(side, {
      who: 'student',
      line: '/quiz 실습 1',
      discord: { name: '/quiz', options: { topic: '실습', count: 1 } },
    });
  for (const side of [discord, slack]) {
    const { form, answered } = await side.fill('student', /답 쓰기/, typedIn);
    write(`${side.name} · 학생이 연 입력 창`, form);
    write(`${side.name} · 학생이 쓴 답: ${typedIn}`, answered);
  }
  write(`터미널 · 학생이 쓴 답: ${typedIn}`, await terminal.type('student', typedIn));

  write('Slack · 학생의 홈 탭', await slack.home());
  write('Slack · 홈 탭에서 학생이 누른 것', await slack.homePress(/이번 장 풀기/));

  lines.push('## 남이 쓴 말 찾아보기, 그리고 앱을 설치한 학생이 수업 밖에서', '');
  for (const side of [discord, slack])
    write(
      `${side.name} · 학생이 ‘디플로이먼트부터 만드세요’에서 고른 것: 이 말 찾아보기`,
      await side.lookUp('디플로이먼트부터 만드세요'),
    );
  for (const [where, place, line, options] of [
    ['dm', '봇과 나누는 개인 메시지에서', '/k8s', { term: '파드' }],
    ['group', '친구들과의 단체 대화방에서', '/quiz', { topic: '파드', count: 1 }],
    ['elsewhere', '봇이 없는 서버에서', '/progress', {}],
  ] as const)
    write(`Discord · 앱을 설치한 학생, ${place}: \`${line}\``, await discord.alone(where, line, options));

  /** Kills the program once one channel has a message of an event and the other has not, and starts another. */
  const killBetween = async (words: string, begin: () => Promise<unknown>): Promise<void> => {
    const end = here.fault({ method: /^chat\.postMessage$/, times: Number.POSITIVE_INFINITY }, { drop: 'before' });
    await begin();
    await until(`Discord has ${words}`, () => (count(discord.channel(), words) > 0 ? true : undefined));
    bot.signal('SIGKILL');
    await bot.ended();
    const before = `Discord ${count(discord.channel(), words)}개, Slack ${count(slack.channel(), words)}개`;
    end();
    bot = await start();
    await until(`Slack has ${words}`, () => (count(slack.channel(), words) > 0 ? true : undefined));
    const after = `Discord ${count(discord.channel(), words)}개, Slack ${count(slack.channel(), words)}개`;
    write(`💥 kill -9: ‘${words}’ 글을 올리는 중에`, `멈췄을 때: ${before}\n다시 켠 뒤: ${after}`);
  };
  const EVENTS = {
    card: '오늘의 개념은',
    told: '라이브 퀴즈 예고',
    asked: '문제 1 / 1',
    end: '라이브 퀴즈가 끝났어요',
  };

  lines.push('## 오늘의 카드: 두 채널에 올리는 사이에 멈추면', '');
  await killBetween(EVENTS.card, () =>
    act(discord, {
      who: 'teacher',
      line: '/class post 파드',
      discord: { name: '/class post', options: { concept: '파드' } },
    }),
  );
  for (const side of [discord, slack]) {
    write(`${side.name} 채널`, side.channel().at(-1) ?? '');
    await act(side, { who: 'student', line: '/card' });
  }

  lines.push('## 예약: 두 채널에 알리는 사이에 멈추면', '');
  await killBetween(EVENTS.told, () =>
    act(discord, {
      who: 'teacher',
      line: '/live plan 내일 10시 파드 3개',
      discord: { name: '/live plan', options: { day: '내일', time: '10시', topic: '파드', count: 3 } },
    }),
  );
  for (const side of [discord, slack]) write(`${side.name} 채널`, side.channel().at(-1) ?? '');

  lines.push('## 라이브 퀴즈: 문제를 올리는 사이에 멈추면', '');
  await act(discord, {
    who: 'teacher',
    line: '/live start 파드 1개 60초',
    discord: { name: '/live start', options: { topic: '파드', count: 1, seconds: 60 } },
  });
  for (const side of [discord, slack]) {
    await until(`${side.name} has a lobby`, () => (side.channel().at(-1)?.includes('[참여하기]') ? true : undefined));
    write(`${side.name} · 학생이 누른 것: 참여하기`, await side.pressInChannel('student', /참여하기/));
  }
  await act(slack, { who: 'teacher', line: '/live resume' });
  await killBetween(EVENTS.asked, async () => {});
  for (const side of [discord, slack]) {
    write(`${side.name} 채널`, side.channel().at(-1) ?? '');
    write(`${side.name} · 학생의 답`, await side.pressInChannel('student', /모르겠어요/));
  }
  await until('it closes early', () => (count(slack.channel(), '문제 1 정답') > 0 ? true : undefined));
  for (const side of [discord, slack]) write(`${side.name} 채널`, side.channel().at(-1) ?? '');
  await act(slack, { who: 'teacher', line: '/live show' });
  await act(slack, { who: 'teacher', line: '/live next' });
  for (const side of [discord, slack]) {
    await until(`${side.name} has the end`, () => (count(side.channel(), EVENTS.end) > 0 ? true : undefined));
    write(`${side.name} 채널`, side.channel().at(-1) ?? '');
    write(`${side.name} · 학생이 누른 것`, await side.pressInChannel('student', /내 결과/));
  }

  lines.push('## 터미널: 연습이라서 아무것도 남기지 않아요', '');
  await act(terminal, { who: 'teacher', line: '/live start 파드 1개 60초' });
  await until('the terminal has a lobby', () => (terminal.channel().join('').includes('참여하기') ? true : undefined));
  write('터미널 · 학생이 누른 것: 참여하기', await terminal.pressInChannel('student', /참여하기/));
  await act(terminal, { who: 'teacher', line: '/live resume' });
  const asked = (): number => terminal.channel().join('').split(EVENTS.asked).length;
  const before = asked();
  await until('the terminal asks', () => (asked() > before ? true : undefined));
  write('터미널 · 학생의 답', await terminal.type('student', '모르겠어요'));
  await act(terminal, { who: 'teacher', line: '/report attendance' });
  await terminal.kill();
  write('💥 kill -9: 문제와 정답 사이에', '다시 켠 터미널에서는 새로 시작해요.');
  await act(terminal, { who: 'teacher', line: '/live' });

  lines.push('## 성적, 그리고 종강', '');
  for (const side of [discord, slack]) {
    await actForFile(side, {
      who: 'teacher',
      line: '/report marks 1',
      discord: { name: '/report marks', options: { quiz: 1 } },
    });
    await actForFile(side, { who: 'teacher', line: '/report attendance' });
    await act(side, { who: 'teacher', line: '/class leave' });
  }
  await act(discord, { who: 'teacher', line: '/class close', presses: [/마치기/] });
  await act(discord, {
    who: 'teacher',
    line: '/class setup 3월 2일부터',
    discord: { name: '/class setup', options: { first: '3월 2일부터' } },
  });

  const counts = Object.values(EVENTS).flatMap((event) =>
    [discord, slack].map((side) => ({ event, platform: side.name, messages: count(side.channel(), event) })),
  );
  const all = [...counts, { event: '서버 이벤트', platform: 'Discord', messages: there.events().length }];
  lines.push('## 센 것', '', '| 글 | 채널 | 개수 |', '| --- | --- | --- |');
  for (const { event, platform, messages } of all) lines.push(`| ${event} | ${platform} | ${messages} |`);
  bot.signal('SIGTERM');
  await bot.ended();
  return { text: `${lines.join('\n')}\n`, counts };
}
