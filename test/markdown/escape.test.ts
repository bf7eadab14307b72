import { expect, test } from 'vitest';
import { escapeBesideCode } from '../../src/markdown/escape.ts';
import { walk } from '../../src/markdown/nodes.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';

const LINK = '[x](/evil)';

const typesIn = (markdown: string): Set<string> =>
  new Set(Array.from(walk(parseMarkdown(markdown)), ({ type }) => type));

test.each([
  LINK,
  `\n\n${LINK}\n\n`,
  `\`\`${LINK}\` a`,
  `\`\`\n${LINK}`,
  `\`${LINK}\`\``,
  `\`\`\`\n${LINK}\n\`\`\``,
  `\\\`${LINK}`,
  '<b>',
  '# a',
])('a value among a message’s own code is no markup: %j', (value) => {
  const types = typesIn(escapeBesideCode(`이 값은 \`${value}\`예요. \`kind\`를 보세요: ${value}`));
  for (const type of ['link', 'html', 'heading', 'strong', 'code']) expect(types).not.toContain(type);
});

test('a message’s own code is code', () => {
  expect(escapeBesideCode('`a_b`는 c_d')).toBe('`a_b`는 c\\_d');
});
