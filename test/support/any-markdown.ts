import fc from 'fast-check';

const made = (parts: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength }).map((all) => all.join(''));

const WORDS = ['가', '나', '다', 'a', 'b', ' ', ' ', '\n', '(', ')', '"', '.', ',', '“', '”', '…', '①', '🍱', '1'];
const SIGNS = ['\\', '!', '&', '<', '>', '#', '-', '+', '=', '_', '~', '|', '[', ']', ':', '@', '&nbsp;', '&#42;'];
const MARKS = ['**', '**', '*', '_', '__', '~~', '`', '***', '**가(나)**', '*다*', '`x`', '[말](http://x.example/a_b)'];

/** A paragraph or two of marks, signs and Hangul in any order: what opens a mark, what closes it, what does neither. */
export const inlineMarkdown = made([...WORDS, ...SIGNS, ...MARKS, ...MARKS], 14);

const BLOCKS = [
  ...[
    '\n',
    '\n\n',
    '\n\n',
    '- ',
    '1. ',
    '* ',
    '+ ',
    '# ',
    '### ',
    '> ',
    '  ',
    '    ',
    '```\n',
    '~~~\n',
    '---\n',
    '===\n',
  ],
  ...['- [ ] ', '- [x] ', '[^1]', '\n\n[^1]: ', '\n\n[z]: y\n\n', '[z]', '![그림](http://x.example/a)'],
];

/** Lists, quotes, code, headings and footnotes, well formed or not. */
export const blockMarkdown = made([...BLOCKS, ...BLOCKS, ...WORDS, ...MARKS], 14).map((text) => `${text}끝`);
