/** What a player has answered stays seen on their phone, and what came of it is told to them alone; without scripts too. */
import { expect, test } from 'vitest';
import { everyType, newFolder, ONLY_AFTER } from '../../browser/program.ts';
import { textsOf } from '../../support/replies.ts';
import type { Browser } from '../../support/web-browser.ts';
import { openWebClass } from '../../support/web-class.ts';
import { attribute, classesOf, type Element, elementsIn, labelIn, named, parsed } from '../../support/web-html.ts';

const formIn = (html: string): Element => {
  const [found] = elementsIn(
    parsed(html).children,
    (one) => one.name === 'form' && classesOf(one).some((name) => ['choice', 'menus', 'input'].includes(name)),
  );
  if (!found) throw new Error(`no form in ${html}`);
  return found;
};

const sentBy = (one: Element | undefined): string => (one && attribute(one, 'value')) ?? '';
const optionsOf = (select: Element): Element[] => named(select.children, 'option').filter((one) => sentBy(one) !== '');

/** What is sent by a form of any kind, and what a person sees as chosen in it afterwards. */
function answerTo(form: Element): { fields: [string, string][]; seen: string[] } {
  const line = sentBy(named(form.children, 'input').find((one) => attribute(one, 'name') === 'line'));
  const [order] = named(form.children, 'ol');
  if (order) {
    const steps = named(order.children, 'li').toReversed();
    const letters = steps.map((one) => attribute(one, 'data-value')).join('');
    return { fields: [['line', `${attribute(order, 'data-line')} ${letters}`]], seen: steps.map(labelOf) };
  }
  const [first] = named(form.children, 'button').filter((one) => classesOf(one).includes('option'));
  if (first) return { fields: [['line', sentBy(first)]], seen: [labelOf(first)] };
  const boxes = named(form.children, 'label').filter((one) => classesOf(one).includes('option'));
  if (boxes.length > 0) {
    const two = boxes.slice(0, 2);
    const picks = two.map((one): [string, string] => ['pick', sentBy(named(one.children, 'input')[0])]);
    return { fields: [['line', line], ...picks], seen: two.map(labelOf) };
  }
  const menus = named(form.children, 'select').map((one) => optionsOf(one).at(-1));
  if (menus.length > 0)
    return {
      fields: [['line', line], ...menus.map((one): [string, string] => ['pick', sentBy(one)])],
      seen: menus.map((one) => (one ? labelIn(one) : '')),
    };
  const typed = named(form.children, 'input').filter((one) => attribute(one, 'name') === 'typed');
  return {
    fields: [['line', line], ...typed.map((_, i): [string, string] => ['typed', `3${i}`])],
    seen: typed.map((_, i) => `3${i}`),
  };
}

const labelOf = (one: Element): string => {
  const [label] = elementsIn(one.children, (part) => classesOf(part).includes('label'));
  return label ? labelIn(label) : '';
};

/** What a form that was answered shows as chosen. */
function chosenIn(form: Element): string[] {
  const isOn = (one: Element): boolean =>
    attribute(one, 'checked') !== undefined || attribute(one, 'selected') !== undefined;
  const chosen = elementsIn(form.children, (one) => classesOf(one).includes('chosen')).map(labelOf);
  const picked = named(form.children, 'option').filter(isOn).map(labelIn);
  const typed = named(form.children, 'input')
    .filter((one) => attribute(one, 'type') === 'text')
    .map(sentBy);
  return [...chosen, ...picked, ...typed];
}

const send = (browser: Browser, form: Element, fields: [string, string][]) =>
  browser.send(attribute(form, 'action') ?? '', {
    method: 'POST',
    body: new URLSearchParams([['token', browser.token()], ...fields]).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

/** A live quiz of a question of each type, in its lobby. */
async function openTypes() {
  const room = await openWebClass({ folders: [newFolder(everyType())], isAlone: true });
  const begun = await room.type('/live start a 20개 60초 manual');
  await room.pass(500);
  const total = Number(/\*\*(\d+)개\*\*/.exec(textsOf(begun).join())?.[1]);
  expect(total).toBeGreaterThanOrEqual(9);
  return { ...room, total };
}

test('an answer of each type stays in its form, by a page that is loaded again as well, and nothing is told before', async () => {
  const { type, join, until, total } = await openTypes();
  const { browser, stream, path } = await join('하나');
  const other = await join('두리');
  await type('/live next');
  for (let at = 1; at <= total; at++) {
    await until(stream, `문제 ${at} / ${total}`);
    const form = formIn((await browser.open(path)).text);
    const { fields, seen } = answerTo(form);
    const sent = await send(browser, form, fields);
    expect(sent.text).toContain('답을 받았어요');
    for (const html of [sent.text, (await browser.open(path)).text]) {
      expect(chosenIn(formIn(html))).toEqual(seen);
      expect(classesOf(formIn(html))).toContain('answered');
      expect(html).not.toContain(ONLY_AFTER);
    }
    // Another player is asked as before.
    expect(classesOf(formIn((await other.browser.open(path)).text))).not.toContain('answered');
    await type('/live next');
    await until(stream, `문제 ${at} 정답`);
    const told = (await browser.open(path)).text;
    expect(told).toMatch(/⭕ 맞았어요!|❌ 틀렸어요/);
    expect(told).toContain('이번 문제');
    expect((await other.browser.open(path)).text).toContain('➖ 답하지 않았어요');
    await type('/live next');
  }
  for (const { events } of [stream, other.stream])
    expect(JSON.stringify(events)).not.toMatch(/맞았어요!|틀렸어요|class=\\"mine|answered/);
});

test('who was right, who was wrong and who did not know each read so, with their own choice marked, and their points and place', async () => {
  const { type, join, until, question, total } = await openTypes();
  const [one, two, three] = [await join('하나'), await join('두리'), await join('세나')];
  await type('/live next');
  for (let at = 1; at <= total; at++) {
    const html = await until(one.stream, `문제 ${at} / ${total}`);
    const asked = await question();
    if (asked.type === 'single') {
      const form = formIn((await one.browser.open(one.path)).text);
      const lineOf = (words: string): [string, string][] => [
        ['line', sentBy(named(form.children, 'button').find((button) => labelIn(button).includes(words)))],
      ];
      await send(one.browser, form, lineOf(asked.right.ko));
      await two.browser.open(two.path);
      await send(two.browser, form, lineOf(asked.wrong[0]?.ko ?? ''));
      await three.browser.open(three.path);
      const unknown = named(form.children, 'button').find((button) => labelIn(button) === '모르겠어요');
      await send(three.browser, form, [['instead', sentBy(unknown)]]);
      expect((await three.browser.open(three.path)).text).toContain('내 답: 모르겠어요');
      await type('/live next');
      await until(one.stream, `문제 ${at} 정답`);
      const rowOf = async ({ browser, path }: typeof one): Promise<string[]> => {
        const page = parsed((await browser.open(path)).text).children;
        const marked = elementsIn(page, (part) => classesOf(part).includes('own'));
        const [heading] = named(page, 'h2');
        return [heading ? labelIn(heading) : '', ...marked.map((row) => labelIn(row))];
      };
      expect(await rowOf(one)).toEqual([
        `⭕ 맞았어요! 문제 ${at} 정답`,
        expect.stringContaining(`${asked.right.ko} 내 답`),
      ]);
      expect(await rowOf(two)).toEqual([
        `❌ 틀렸어요 문제 ${at} 정답`,
        expect.stringContaining(`${asked.wrong[0]?.ko} 내 답`),
      ]);
      expect(await rowOf(three)).toEqual([
        `➖ 모르겠다고 답했어요 문제 ${at} 정답`,
        expect.stringContaining('모르겠어요 내 답'),
      ]);
      await one.browser.open(one.path);
      expect(one.browser.readAll()).toMatch(/이번 문제\s+[\d,]+점\s+점수\s+[\d,]+\s+순위\s+3명 중 1등/);
      await two.browser.open(two.path);
      expect(two.browser.readAll()).toMatch(/이번 문제\s+0점/);
      return;
    }
    expect(html).not.toBe('');
    await type('/live next');
    await type('/live next');
  }
  throw new Error('no question of one press was asked');
});

test('what is a player’s own is given to nobody else', async () => {
  const { type, pass, join, until, web } = await openWebClass({ isAlone: true });
  await type('/live start 파드 1개 60초 manual');
  await pass(500);
  const { browser, stream, path } = await join('하나');
  await type('/live next');
  await until(stream, '문제 1 / 1');
  await browser.open(path);
  expect((await browser.send(`${path}/mine`)).status).toBe(200);
  const stranger = web.browser();
  await stranger.open('/');
  const refused = await stranger.send(`${path}/mine`);
  expect(refused.status).toBe(403);
  expect(refused.text).not.toContain('문제 1 / 1');
  expect((await browser.send('/room/none/mine')).status).toBe(404);
});
