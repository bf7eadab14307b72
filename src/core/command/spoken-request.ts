import { compact } from '../../language/normalize.ts';

/** What people say behind the word for something to have it, without spaces. */
const BEHIND =
  /(?:풀(?:래|기|자|어볼래|고싶어)|할래|하(?:자|기|고싶어)|시작(?:할래|해줘|하자)?|내(?:줘|주세요)|보여(?:줘|주세요)|볼래|보고싶어|줘|주세요)요?$/;

/** What a line asks for that asks to have it: `문제` of `문제 풀래`; undefined for one that does not. */
export function requested(line: string): string | undefined {
  const said = compact(line);
  const asked = said.replace(BEHIND, '');
  return asked === said || asked === '' ? undefined : asked;
}
