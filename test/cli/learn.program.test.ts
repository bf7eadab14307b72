import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonLines, run } from '../support/process.ts';
import { folderOf } from '../support/world.ts';

const term = (id: string, ko: string, definition: string): string =>
  `---\nid: ${id}\ntitle: { ko: ${ko}, en: ${id} }\ndefinition: { ko: ${definition}, en: It is ${id}. }\n---\n`;

test('a course of one’s own learns from what its people ask', async () => {
  const question = '불룩해지라고 넣는 거 이름이 뭐였죠';
  const folder = folderOf({
    'course.yaml': 'id: bakery\n',
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
  expect(stdout).toContain('4');
  expect(existsSync(join(folder, 'learned.bin'))).toBe(true);
  expect(await ask()).toMatchObject([{ answered: true, matches: [{ id: 'yeast' }] }]);
});
