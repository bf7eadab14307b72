/** What becomes of the days or people that are named. */
export const HOW = {
  type: 'choice',
  korean: '방법',
  summary: { ko: '더하기 또는 빼기', en: 'add or remove' },
  choices: { add: { ko: '더하기', en: 'add' }, remove: { ko: '빼기', en: 'remove' } },
} as const;
