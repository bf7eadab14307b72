const NATIVE = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];

/** A count as it is said with its unit: up to ten in native numerals, `한 군데`, `세 개`; else in digits, `0개`, `12군데`. */
export function nativeCount(count: number, unit: string): string {
  const word = NATIVE[count] ?? '';
  return word === '' ? `${count}${unit}` : `${word} ${unit}`;
}
