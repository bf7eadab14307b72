import { hash } from './hash.ts';

/** By what a person is told from others of their name, `김민수 (472)`: the same in every quiz, list and file. */
export const namesakeNumber = (person: string): number => 100 + (hash(person) % 900);
