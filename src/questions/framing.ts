/** What people put around an answer, which has single spaces: `정답은 파드`, `답: 파드`, `파드라고 생각해요`, `it is a Pod`. */
const AROUND = [
  /^(?:제 |내 )?(?:정답|답)은?(?: ?: ?| )/,
  /^(?:it is|it['’]s|the answer is) (?:an? )?/,
  / ?(?:이?라고 (?:생각|봐|알)|인 것 같)\S*$/,
];

/** What is meant by an answer that is folded and in lower case, without the words around it and the full stop. */
export const stripFraming = (answer: string): string =>
  AROUND.reduce((rest, around) => rest.replace(around, ''), answer.replace(/(?<![ .!?~])[ .!?~]+$/, ''));
