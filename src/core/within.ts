/** A number that is no further from 0 than `most`. */
export const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
