import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import type { Question } from '../../src/content/model.ts';
import type { Locale } from '../../src/core/locale.ts';
import type { Answer } from '../../src/core/session.ts';
import { initialLive } from '../../src/live/machine.ts';
import type { SceneData } from '../../src/live/scene-blocks.ts';
import { renderScene } from '../../src/live/views.ts';
import { render } from '../../src/platforms/web/render/render.ts';
import { form } from '../../src/questions/types.ts';
import { courseContent } from '../support/world.ts';
import { beginLive } from './people.ts';
import { builtIn } from './program.ts';
import { told, withoutStreams } from './told.ts';
import { theBrowser, WALL } from './visit.ts';

const CHANNEL = 'web:room';
const NOW = Date.UTC(2026, 11, 1);
/** Questions that are looked at: the longest of the course, in several ways. */
const MOST = Number(process.env.WALL_QUESTIONS ?? 6);
/** Pixels of the smallest words that the last row reads; a machine's table may be smaller for the sake of its columns. */
const [SMALLEST, TABLE] = [20, 14];

const questions = courseContent().terms.flatMap((term) => term.questions);

/** What student `i` answers: each option is chosen by some, and what is typed is long at times. */
function pickedBy(question: Question, i: number, locale: Locale): string {
  const shown = form(question, locale, (items) => [...items]);
  if (shown.type === 'input') return ['파드', '디플로이먼트', 'kubectl get pods -o wide'][i % 3] ?? '';
  const menus = shown.type === 'menus' ? shown.menus : [];
  if (menus.length > 0) return menus.map(({ options }) => options[i % options.length]?.value ?? '').join('');
  const options = shown.type === 'choice' ? shown.options : [];
  return options[i % options.length]?.value ?? '';
}

const NAMES = ['민수', '배고픈 고래', '반짝이는 고슴도치', '김도현', '느긋한 다람쥐'];

const answerOf = (question: Question, i: number, locale: Locale): Answer => ({
  ...{ session: 'room', question: 0, person: `p${i}`, name: NAMES[i % NAMES.length] ?? '', right: i % 3 === 0 },
  ...{ picked: pickedBy(question, i, locale), elapsed: 1000 * i, at: NOW },
});

/** A question as a room shows it, while it is asked or once it is told how 30 students answered. */
function shown(question: Question, kind: 'ask' | 'tell', locale: Locale): string {
  const plan = { questions: [question.id], mode: 'speed', open: 20_000 } as const;
  const seen = { [CHANNEL]: NOW };
  const ends = NOW + 20_000;
  const step =
    kind === 'ask'
      ? ({ kind: 'asking', at: 0, asked: NOW, seen, ends } as const)
      : ({ kind: 'told', at: 0, seen, since: NOW, ends } as const);
  const rest = { topic: undefined, channels: [CHANNEL], away: [], unseen: [], day: '2026-12-01' };
  const data: SceneData = {
    ...{ id: 'room', post: 'post', channel: CHANNEL, isAgain: false, answered: 30, players: [], now: NOW },
    state: { live: { ...initialLive(plan, NOW), step }, ...rest },
    questions: [question],
    answers: Array.from({ length: 30 }, (_, i) => answerOf(question, i, locale)),
  };
  const reply = renderScene({ kind, at: 0 }, data, locale);
  return render(reply, { locale, action: '/', token: '', marks: 'letters', pictureUrl: () => '' }, 'post-1');
}

const lineCount = ({ code }: { code?: string | undefined }): number => code?.split('\n').length ?? 0;
const longestOption = (question: Question): number =>
  Math.max(
    0,
    ...Array.from(JSON.stringify(question).matchAll(/"ko":"((?:[^"\\]|\\.)*)"/g), ([, words = '']) => words.length),
  );
const wholeLength = (question: Question): number => JSON.stringify(question).length;

/** Those that are longest by each of some measures. */
const longest: readonly Question[] = [
  ...new Set(
    [lineCount, longestOption, wholeLength].flatMap((measure) =>
      questions.toSorted((a, b) => measure(b) - measure(a)).slice(0, MOST),
    ),
  ),
];

/** What of the wall cannot be read without scrolling, or only from the first row. */
const unreadable = (page: Page) =>
  page.evaluate(
    ([smallest, ofTable]) => {
      const found: string[] = [];
      for (const place of document.querySelectorAll('html, main, #live, .reply, pre'))
        if (place.scrollHeight > place.clientHeight + 1 || place.scrollWidth > place.clientWidth + 1)
          found.push(
            `${place.tagName}${place.id}: ${place.scrollWidth}×${place.scrollHeight} in ${place.clientWidth}×${place.clientHeight}`,
          );
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = words.nextNode(); node; node = words.nextNode()) {
        const place = node.parentElement;
        if (!place?.checkVisibility() || place.closest('.hidden, .skip, svg, noscript') || !node.textContent?.trim())
          continue;
        const size = Number.parseFloat(getComputedStyle(place).fontSize);
        if (size < (place.closest('.columns pre:not(.wrapped)') ? ofTable : smallest))
          found.push(`${size} px: ${node.textContent.slice(0, 40)}`);
        const { bottom, right } = place.getBoundingClientRect();
        if (bottom > innerHeight + 1 || right > innerWidth + 1) found.push(`outside: ${node.textContent.slice(0, 40)}`);
      }
      return found;
    },
    [SMALLEST, TABLE] as const,
  );

async function openWall() {
  const program = await builtIn();
  const { wallAddress } = await beginLive(program, '파드 1개');
  const context = await (await theBrowser()).newContext({ viewport: WALL, locale: 'ko-KR' });
  onTestFinished(() => context.close());
  await withoutStreams(context);
  const page = await context.newPage();
  await page.goto(wallAddress);
  return page;
}

test('the longest questions of the course stand on the wall without scrolling, in words that the last row reads', async () => {
  const page = await openWall();
  const wrong: string[] = [];
  for (const question of longest)
    for (const kind of ['ask', 'tell'] as const)
      for (const locale of ['ko', 'en'] as const) {
        const html = shown(question, kind, locale);
        await told(page, { name: 'post', data: { key: `${question.id}${kind}${locale}`, html, now: NOW } });
        const found = await unreadable(page);
        if (found.length > 0) wrong.push(`${question.id} ${kind} ${locale}: ${found.slice(0, 3).join('; ')}`);
      }
  expect(wrong).toEqual([]);
});

const lobby = (names: readonly string[]): string =>
  render(
    {
      visibility: 'channel',
      accent: 'info',
      blocks: [
        { type: 'heading', text: '🍱 곧 라이브 퀴즈를 시작해요: 파드' },
        { type: 'text', markdown: '문제 3개 · 문제마다 20초 · 빨리 맞힐수록 점수가 높아요' },
        { type: 'countdown', before: '', after: '시작', ends: NOW + 10_000, whole: 10_000, left: '10초 후' },
        ...(names.length === 0
          ? []
          : [
              { type: 'text' as const, markdown: `**참여한 사람** \n\n${names.map((name) => `- ${name}`).join('\n')}` },
            ]),
        { type: 'footer', text: `${names.length}명이 참여했어요` },
      ],
    },
    { locale: 'ko', action: '/', token: '', marks: 'letters', pictureUrl: () => '' },
    'post-0',
  );

test('a lobby of nobody, of a few and of sixty is there whole, with the way in beside it', async () => {
  const page = await openWall();
  for (const size of [WALL, { width: 1920, height: 1080 }]) {
    await page.setViewportSize(size);
    for (const count of [0, 3, 60]) {
      const names = Array.from({ length: count }, (_, i) => NAMES[i % NAMES.length] ?? '');
      const data = { key: `lobby${count}${size.width}`, html: lobby(names), now: NOW };
      await told(page, { name: 'post', data });
      expect(await unreadable(page), `${count} at ${size.width}`).toEqual([]);
      expect(await page.locator('#live ul li').count()).toBe(count);
      expect(await page.locator('.qr').isVisible()).toBe(true);
    }
  }
});

test('a clock that is looked at late, as after a reload, has the share in its bar that is left', async () => {
  const page = await openWall();
  for (const [passed, share] of [
    [0, 1],
    [10_000, 0.5],
    [15_000, 0.25],
  ] as const) {
    const countdown = {
      type: 'countdown',
      before: '',
      after: '마감',
      ends: NOW + 20_000,
      whole: 20_000,
      left: '',
    } as const;
    const html = render(
      { visibility: 'channel', accent: 'info', blocks: [countdown] },
      { locale: 'ko', action: '/', token: '', marks: 'letters', pictureUrl: () => '' },
    );
    await page.reload();
    await told(page, { name: 'post', data: { key: 'ask', html, now: NOW + passed } });
    const width = await page
      .locator('.countdown .left')
      .evaluate((bar: HTMLElement) => Number.parseFloat(bar.style.width));
    expect(width).toBeLessThanOrEqual(share * 100);
  }
});
