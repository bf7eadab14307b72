import { hasHangul } from '../language/hangul.ts';
import { memoize } from '../language/memoize.ts';
import { normalize, words } from '../language/normalize.ts';
import { doingOf, REMOVING } from '../language/verbs.ts';

/** Other words with which people take away what is there. */
const TAKES_AWAY =
  /^(?:버[리려린릴]|빼|뺄|뺀|떼|뗄|뗀|해제|해지|풀[기려어고]|내리|내려|내릴|끄[기는고려]?$|꺼|끌|취소|초기화|걷어|털|밀[고어려]|킬|보내버|비우|비워|청소|싹|말끔|마이너스|unset|clear|clean|away|off|out|down|tear|undeploy|unregister|unmount|cancel|shut|prune|rm$|throw|drop|free|forget|minus|reset|wipe|nuke|yeet|zap)/;

const REMEMBERED = 5000;

/** Does a task, by its titles, remove what is there? A Korean title ends with what is done, an English one begins with it. */
const removesBy = memoize((title: string) => {
  const list = words(normalize(title));
  return doingOf((hasHangul(title) ? list.at(-1) : list[0]) ?? '') === REMOVING;
}, REMEMBERED);

/**
 * May a task be told to the student who says so? A student who has not asked how to remove a thing is not told how: 서비스 없으면 어떻게 돼.
 * `phrases`: the task's, its titles first.
 */
export const mayTell = ([ko = '', en = '']: readonly string[], said: readonly string[]): boolean =>
  (!removesBy(ko) && !removesBy(en)) || said.some((word) => doingOf(word) === REMOVING || TAKES_AWAY.test(word));
