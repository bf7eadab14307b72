import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readFolders } from '../../src/content/files.ts';
import type { Question } from '../../src/content/model.ts';
import { questionsOf } from '../../src/content/survey.ts';
import { withIds } from '../../src/content/write-ids.ts';
import type { Localized } from '../../src/core/locale.ts';
import { compact, normalize } from '../../src/language/normalize.ts';
import { COURSE, courseContent } from '../support/world.ts';

const questions = questionsOf(courseContent());

const hasHangul = (text: string): boolean => /[가-힣]/.test(text);

/** Says a text these words? Latin ones as whole words, Hangul ones also with a particle behind them. */
function says(text: string, answer: string): boolean {
  if (hasHangul(answer)) return compact(normalize(text)).includes(compact(normalize(answer)));
  const words = RegExp.escape(normalize(answer).toLowerCase());
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![a-z0-9])`, 'u').test(normalize(text).toLowerCase());
}

const named = ({ term, ask }: Question, what: string): string => `${term}: ${ask.en} (${what})`;

test('every question has an id of its own in its file, so that its words can be corrected', () => {
  const { files } = readFolders([COURSE]);
  expect(files.length).toBeGreaterThan(100);
  // npm run content:ids writes those that are missing.
  expect(files.filter(({ file, text }) => withIds(file, text)?.written !== 0).map(({ path }) => path)).toEqual([]);
});

test('words are found in a text as people would find them', () => {
  expect(says('어떤 Pod가 떠요?', 'pod')).toBe(true);
  expect(says('replicaCount=5를 주면', '5')).toBe(true);
  expect(says('파드가 있어요', '파드')).toBe(true);
  expect(says('all pods', 'po')).toBe(false);
  expect(says('port 8080', '80')).toBe(false);
});

test('what is asked for in a typed question does not stand in the question itself', () => {
  const typed = questions.filter((question) => question.type === 'typed');
  expect(typed.length).toBeGreaterThan(30);
  const given = typed.flatMap((question) =>
    question.accept
      .filter((answer) => says(question.ask.ko, answer) || says(question.ask.en, answer))
      .map((answer) => named(question, answer)),
  );
  expect(given).toEqual([]);
});

/** Does a text have this number, not as a part of a larger one (1,200) or of a name (node-1)? */
const hasNumber = (text: string, number: number): boolean =>
  new RegExp(`(?<![\\p{L}\\d.-]|\\d,)${String(number)}(?!\\d|[.,]\\d)`, 'u').test(text);

/** The words of a question, but for what it quotes of a manifest where something is done to it: `replicas: 3`, `replicas`는 3. */
const wordsOf = ({ practical, code }: Question, text: string): string =>
  practical && code !== undefined ? text.replace(/`[^`]*: [^`]*`|`\w+`[은는이가]? \d+/g, '') : text;

test('a number is found in a text where people would read it', () => {
  expect(hasNumber('파드가 3개예요', 3)).toBe(true);
  expect(hasNumber('replicas=3', 3)).toBe(true);
  expect(hasNumber('the 12s', 12)).toBe(true);
  expect(hasNumber('1,200 and 12:30', 1)).toBe(false);
  expect(hasNumber('node-1', 1)).toBe(false);
  expect(hasNumber('2.5', 2)).toBe(false);
});

test('a number that is asked for never stands in the words, and in the code only where reading it is the exercise', () => {
  const numbers = questions.filter((question) => question.type === 'number' || question.type === 'estimate');
  expect(numbers.length).toBeGreaterThan(50);
  const said = numbers.filter((question) =>
    [question.ask.ko, question.ask.en].some((text) => hasNumber(wordsOf(question, text), question.answer)),
  );
  expect(said.map((question) => named(question, String(question.answer)))).toEqual([]);
  const shown = numbers.filter(({ practical, code = '', answer }) => !practical && hasNumber(code, answer));
  expect(shown.map((question) => named(question, String(question.answer)))).toEqual([]);
});

test('what is asked for stands in the code only where reading that code is the exercise, never beside its blank', () => {
  const given = questions.flatMap((question) => {
    if (question.type !== 'typed' || question.code === undefined) return [];
    const { accept, code, practical } = question;
    if (practical && !/_{3,}/.test(code)) return [];
    return accept.filter((answer) => says(code, answer)).map((answer) => named(question, answer));
  });
  expect(given).toEqual([]);
});

/** Keys with which a manifest begins, a part of one or what tools read beside it. Messages and tables begin otherwise. */
const FIELDS = new Set(
  [
    'apiVersion kind metadata spec status data stringData type name namespace labels annotations ownerReferences',
    'replicas selector template strategy volumeClaimTemplates containers initContainers image command args env envFrom',
    'ports resources volumes volumeMounts livenessProbe readinessProbe startupProbe lifecycle securityContext affinity',
    'nodeSelector nodeAffinity podAntiAffinity tolerations topologySpreadConstraints taints rules subjects roleRef',
    'ingress egress podSelector policyTypes parameters webhooks preferredDuringSchedulingIgnoredDuringExecution',
    'requiredDuringSchedulingIgnoredDuringExecution cgroupDriver images resources patches configMapGenerator',
    'replicaCount dependencies alert receivers groups user steps jobs',
  ].flatMap((line) => line.split(' ')),
);

/** Lines between which a manifest may stand: a command, or what it says went wrong. */
const APART = /^(?:\$ |(?:error|Error|ERROR|Warning|The \w+ "[^"]+" is invalid)\b)/;

/** Each manifest, or part of one, in a question's code; lines that stand for what was left out are not of it. */
function manifestsIn(code: string): string[] {
  const parts: string[][] = [[]];
  const lines = code.split('\n').filter((line) => !/^\s*\.\.\.$/.test(line));
  for (const [i, line] of lines.entries()) {
    // A comment at the margin names the next part, unless what follows goes on within the last one.
    const isHeading = /^# /.test(line) && /^[^\s#-]/.test(lines[i + 1] ?? '');
    if (APART.test(line) || isHeading) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts
    .map((part) => part.join('\n'))
    .filter((part) => {
      const key = /^(?:\s*#.*\n|\s*\n)*\s*(?:- )?([a-zA-Z]+|[①-⑨]?_{3,}):(?: |\n|$)/.exec(part)?.[1] ?? '';
      return (FIELDS.has(key) || key.includes('___')) && !part.includes('{{');
    });
}

const isSaidToBeBroken = ({ ask }: Question): boolean => /문법|들여쓰기/.test(ask.ko) || /syntax|indent/i.test(ask.en);

function yamlErrors(text: string): string[] {
  const documents = parseAllDocuments(text);
  return Array.isArray(documents) ? documents.flatMap(({ errors }) => errors.map((error) => error.message)) : ['empty'];
}

test('manifests are told from what commands say, and broken ones are found', () => {
  expect(manifestsIn('error: resource mapping not found for name: "a"\nensure CRDs are installed first')).toEqual([]);
  expect(manifestsIn('$ kubectl describe pod web\nEvents:\n  Type  Reason\n  ----  ------')).toEqual([]);
  expect(manifestsIn('nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)')).toEqual([]);
  expect(manifestsIn('spec:\n  replicas: 2\n  ...\n')).toEqual(['spec:\n  replicas: 2\n']);
  expect(manifestsIn('# a\nports:\n  - port: 80\n# b\nports:\n  - port: 81')).toHaveLength(2);
  expect(manifestsIn('livenessProbe:\n  periodSeconds: 5\nError from server (BadRequest): no: such: field')).toEqual([
    'livenessProbe:\n  periodSeconds: 5',
  ]);
  const broken = [
    'spec:\n  containers:\n    - name: web\n     image: nginx:1.29',
    '$ cat web.yaml\nspec:\n  replicas: 2\n  replicas: 3',
    'metadata:\n\tname: web',
    'env:\n  - name: A\n    value: "b\n',
  ];
  expect(broken.filter((code) => manifestsIn(code).every((part) => yamlErrors(part).length === 0))).toEqual([]);
});

test('every manifest parses, but for those whose mistake of syntax is asked for', () => {
  const manifests = questions.flatMap((question) =>
    manifestsIn(question.code ?? '').map((yaml) => ({ question, errors: yamlErrors(yaml) })),
  );
  expect(manifests.length).toBeGreaterThan(180);
  const wrong = manifests.filter(({ question, errors }) => errors.length > 0 && !isSaidToBeBroken(question));
  expect(wrong.map(({ question, errors }) => named(question, errors.join('; ')))).toEqual([]);
});

test('every question is in both languages', () => {
  const halves = ({ ask, why }: Question): Localized[] => [ask, why];
  const oneSided = questions.filter((question) =>
    halves(question).some(({ ko, en }) => !hasHangul(ko) || hasHangul(en)),
  );
  expect(oneSided.map((question) => named(question, 'one language'))).toEqual([]);
});

test('no option stands twice in a question, and none is both right and wrong', () => {
  const optionsOf = (question: Question): Localized[] => {
    if (question.type === 'single') return [question.right, ...question.wrong];
    if (question.type === 'multiple') return [...question.right, ...question.wrong];
    return question.type === 'order' ? question.steps : [];
  };
  const twice = questions.filter((question) =>
    (['ko', 'en'] as const).some((locale) => {
      const labels = optionsOf(question).map((option) => option[locale].trim());
      return new Set(labels).size < labels.length;
    }),
  );
  expect(twice.map((question) => named(question, 'an option twice'))).toEqual([]);
});
