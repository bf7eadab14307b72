import { hash } from './hash.ts';

/**
 * A name with the number by which a person is told from others of it, `김민수 (472)`. The number is the same everywhere;
 * whether it is shown is the list's to say.
 */
export const numbered = (name: string, person: string): string => `${name} (${100 + (hash(person) % 900)})`;
