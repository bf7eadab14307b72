import fc from 'fast-check';

const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

const telling = fc.constantFrom(
  ...['파드', '노드', '뭐야', '쿠버네티스', 'ㅋㅂㄴㅌㅅ', 'ㅔㅐㅇ', '가', '를', 'pod', 'quiz', 'k8s', 'drill', 'card'],
  ...[
    '/',
    ' ',
    '"',
    '“',
    '`',
    ':',
    '3',
    '-',
    '１',
    '／',
    '\n',
    '\u0000',
    '\u200b',
    '\u3164',
    '\ud800',
    '🍱',
    '👨‍👩‍👧',
    'ᄀ',
    'ᅡ',
  ],
);

/** Any text that may be typed or sent: readable, binary, with lone surrogates, or made of what our parsers look for. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit }),
  fc.array(telling, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(telling, { maxLength: 12 }).map((parts) => parts.join(' ')),
);

/** Words of whole Hangul syllables, `가` to `힣`. */
export const syllables = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 12,
});
