/** What long words are made of: letters of every kind, signs that something reads, and words that mean something. */
const UNITS = [
  ...['a', 'vkem', '가', 'ㅔㅐㅇ', '1', '👩‍👩‍👧', '\u0301\u0316', 'a\u200b', '가'.normalize('NFD')],
  ...['"a" ', 'topic:a ', '`', '<@U1> ', '&amp;', '!?'],
  ...['A-', 'pod vs ', 'COL   ', 'kind: X\n', '- ', '\n'],
  ...['a ', '3 ', '두 문제 ', '12월 14일~', '파드랑 노드 차이 ', '쿠버네 디플 '],
] as const;

/** UTF-16 units of a text, at most; eight times as long it is the longest line. */
const SHORT = 750;

/** A text of whole units, so many times as long as the shortest. */
type Long = (times: number) => string;

/** Texts of any length, by what they are made of: a unit over and over. */
export const LONG_WORDS: ReadonlyMap<string, Long> = new Map(
  UNITS.map((unit): [string, Long] => [
    JSON.stringify(unit),
    (times) => unit.repeat(times * Math.floor(SHORT / unit.length)),
  ]),
);
