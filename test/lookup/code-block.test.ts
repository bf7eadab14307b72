import { expect, test } from 'vitest';
import { codeBlock } from '../../src/lookup/guide.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { botOf, folderOf, student } from '../support/world.ts';

test('code with fences of its own stays one block of code', () => {
  const code = 'a\n````\n[x](https://evil.example)\n``````\nb';
  const block = codeBlock(code, 'yaml');
  const { children } = parseMarkdown('markdown' in block ? block.markdown : '');
  expect(children).toMatchObject([{ type: 'code', value: code }]);
});

test('comments of a command are told in the language of who reads it', async () => {
  const files = {
    'course.yaml': 'command: ask\n',
    'glossary/oven.md':
      '---\nid: oven\ntitle: { ko: 오븐, en: Oven }\ndefinition: { ko: 굽는 기구예요., en: It bakes. }\ntasks:\n' +
      '  - title: { ko: 오븐 켜기, en: Switch the oven on }\n    asks: { ko: [오븐 켜는 법], en: [turn the oven on] }\n' +
      '    run: |\n      # 빵이라면 / for bread\n      oven on --heat=220\n' +
      '    why: { ko: 뜨거워져요., en: It gets hot. }\n    next: { ko: 불을 봐요., en: See the light. }\n---\n빵을 구워요.\n',
  };
  const { bot } = await botOf([folderOf(files)]);
  const told = async (locale: 'ko' | 'en'): Promise<string> =>
    JSON.stringify(await bot.dispatch('/ask 오븐 켜는 법', { ...student, locale }));
  expect(await told('ko')).toContain('# 빵이라면\\n');
  expect(await told('en')).toContain('# for bread\\n');
});
