/** English: the form of a word that goes with a number. `wordFor(2, 'is', 'are')`. */
export const wordFor = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** English: `1 player`, `2 players`; `plural(2, 'person', 'people')`. */
export const plural = (count: number, noun: string, many?: string): string => `${count} ${wordFor(count, noun, many)}`;
