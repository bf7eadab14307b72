import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonLines, run } from '../support/process.ts';
import { folderOf } from '../support/world.ts';

const term = (id: string, ko: string, definition: string): string =>
  `---\nid: ${id}\ntitle: { ko: ${ko}, en: ${id} }\ndefinition: { ko: ${definition}, en: It is ${id}. }\n---\n\n${definition}\n`;

test('a course of one’s own learns from what its people ask', async () => {
  const question = '불룩해지라고 넣는 거 이름이 뭐였죠';
  const folder = folderOf({
    'course.yaml': 'id: bakery\ntitle: 빵집\n',
    'yeast.md': term('yeast', '효모', '반죽을 부풀게 하는 미생물이에요.'),
    'oven.md': term('oven', '오븐', '빵을 굽는 기구예요.'),
    'asked/day.jsonl': [
      { asked: '불룩해지게 하는 거 뭐 넣어요', about: ['yeast'] },
      { asked: '빵이 납작한데 뭘 안 넣은 거죠', about: ['yeast'], wants: 'mend' },
      { asked: '이백 도로 맞추는 거요', about: ['oven'] },
      { asked: '오늘 비 와요?', about: [] },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  });
  const ask = async () =>
    jsonLines((await run(['search'], { input: `${question}\n`, env: { CONTENT_DIR: folder } })).stdout);
  expect(await ask()).toMatchObject([{ answered: false }]);
  const { status, stdout, stderr } = await run(['learn', folder]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('‘빵집’ 수업의 글');
  expect(stdout).toContain('사람들이 물은 말 4개');
  expect(existsSync(join(folder, 'learned.bin'))).toBe(true);
  expect(await ask()).toMatchObject([{ answered: true, matches: [{ id: 'yeast' }] }]);
});

test('a course learns what it is not asked from questions on other subjects, and loses none that names a concept', async () => {
  const folder = folderOf({
    'course.yaml': 'id: sql\ntitle: 표 다루기\n',
    'table.md': term('table', '테이블', '자료를 행과 열로 나누어 담는 표예요.'),
    'order-by.md': `${term('order-by', 'ORDER BY 절', '조회한 행을 점수 높은 순으로 늘어놓는 부분이에요.')}`,
    'view.md': term('view', '뷰', '자주 쓰는 조회문에 붙인 이름이에요.'),
    'asked/day.jsonl': [
      { asked: '점수 높은 사람부터 보는 법', about: ['order-by'] },
      { asked: '1등부터 10등까지 나오게 하려면', about: ['order-by'] },
      { asked: '긴 쿼리에 이름 붙이기', about: ['view'] },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  });
  const { status, stdout } = await run(['learn', folder]);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^‘표 다루기’ 수업의 글 \d+개와 사람들이 물은 말 3개, 다른 주제의 물음 [1-9]\d*개로 배운 것을 /,
  );
  const asked = ['토익 시험 신청하는 법', '축구 경기 규칙 알려줘', '뷰 만드는 명령어 알려줘', '테이블 만드는 법'];
  const answers = jsonLines(
    (await run(['ask'], { input: `${asked.join('\n')}\n`, env: { CONTENT_DIR: folder } })).stdout,
  );
  expect(JSON.stringify(answers[2])).toContain('자주 쓰는 조회문에 붙인 이름이에요.');
  expect(JSON.stringify(answers[3])).toContain('자료를 행과 열로');
  for (const answer of answers.slice(0, 2)) expect(JSON.stringify(answer)).not.toContain('점수 높은 순으로');
});

test('what is wrong with the content is told, since nothing is learned of what is left out', async () => {
  const folder = folderOf({ 'oven.md': term('oven', '오븐', '빵을 굽는 기구예요.').replace('id:', 'di:') });
  const { stdout } = await run(['learn', folder]);
  expect(stdout).toContain('oven.md:1: id: 빠졌어요.');
});
