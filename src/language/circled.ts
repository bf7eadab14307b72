const FIRST = 0x2460;
const MOST = 20;

/** `①` for 1, up to 20. */
export const circled = (number: number): string => String.fromCodePoint(FIRST + number - 1);

/** The number that a circled one is; undefined for any other text. */
export function uncircled(text: string): number | undefined {
  const number = (text.codePointAt(0) ?? 0) - FIRST + 1;
  return number >= 1 && number <= MOST ? number : undefined;
}
