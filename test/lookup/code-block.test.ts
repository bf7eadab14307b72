import { expect, test } from 'vitest';
import { codeBlock } from '../../src/lookup/guide.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

test('code with fences of its own stays one block of code', () => {
  const code = 'a\n````\n[x](https://evil.example)\n``````\nb';
  const block = codeBlock(code, 'yaml');
  const { children } = parseMarkdown('markdown' in block ? block.markdown : '');
  expect(children).toMatchObject([{ type: 'code', value: code }]);
});
