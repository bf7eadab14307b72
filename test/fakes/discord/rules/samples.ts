/** Short names for what the tests of the rules send. */

const V2 = 1 << 15;

export const WEB = 'https://example.com/a.png';
export const CREATE = { edit: false, wasV2: false };

export const png = (name: string, size = 1) => ({ name, size });
export const button = (more: object = {}) => ({ type: 2, style: 1, label: 'go', custom_id: 'go', ...more });
export const row = (...components: object[]) => ({ type: 1, components });
export const say = (content: unknown) => ({ type: 10, content });
/** A message with components V2, and one without. */
export const v2 = (...components: object[]) => ({ flags: V2, components });
export const v1 = (...components: object[]) => ({ content: 'hi', components });
export const embed = (more: object) => ({ embeds: [more] });
export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
export const id = (index: number) => String(10n ** 17n + BigInt(index));
