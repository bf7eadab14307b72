import { z } from 'zod';
import { distance, slips } from '../text/distance.ts';
import { compact, fold } from '../text/fold.ts';
import { hasHangul, jamo } from '../text/hangul.ts';
import { nouns, singulars } from '../text/particles.ts';
import { common, type QuestionType } from './fields.ts';

const schema = z.strictObject({
  type: z.literal('typed'),
  ...common,
  /** Every answer that is right, in either language; the first (in English, the first without Hangul) is the solution. */
  accept: z.array(z.union([z.string().trim().min(1), z.number().transform(String)])).min(1),
});

type Typed = z.infer<typeof schema>;

const digits = (text: string): string => text.replace(/\D+/g, '');

const sorted = (text: string): string => Array.from(text).sort().join('');

/**
 * Is `answer` a slip of `name`, of `most` keystrokes? Another number never is (8081 for 8080), nor a word that lacks a
 * whole piece or has one more in front (cordon for uncordon, 컨테이너 for 컨테이너드).
 */
function near(answer: string, name: string, most = 3): boolean {
  if (digits(answer) !== digits(name)) return false;
  const given = jamo(answer);
  const wanted = jamo(name);
  if (wanted.length - given.length > 1 && (wanted.startsWith(given) || wanted.endsWith(given))) return false;
  if (given.length - wanted.length > 1 && given.endsWith(wanted)) return false;
  // Of four keystrokes another one makes another word (node, none; 노드, 코드); two that changed places do not.
  if (wanted.length === 4 && given.length === 4 && sorted(given) !== sorted(wanted)) return false;
  const allowed = Math.min(most, slips(wanted.length));
  return distance(given, wanted, allowed) <= allowed;
}

const parts = (text: string): string[] => text.split(' ').map(compact).filter(Boolean);

/** `kubectl get pods -A` -> `-a`: one letter, and another command. */
const flags = (text: string): string => (text.match(/(?<=^| )-\S+/g) ?? []).join(' ');

/** Word by word, so that the slips forgiven in a long command cannot turn one word of it into another. */
function sameWords(given: readonly string[], wanted: readonly string[]): boolean {
  return given.length === wanted.length && wanted.every((word, index) => near(given[index] ?? '', word));
}

function accepts(given: string, wanted: string): boolean {
  if (compact(given) === '') return given === wanted;
  if (sameWords(parts(given), parts(wanted))) return true;
  const whole = compact(given);
  const key = compact(wanted);
  if (whole === key) return true;
  return parts(given).length !== parts(wanted).length && flags(given) === flags(wanted) && near(whole, key, 1);
}

/** What people put around an answer, which has single spaces: `정답은 파드`, `답: 파드`, `파드라고 생각해요`, `it is a Pod`. */
const AROUND = [
  /^(?:제 |내 )?(?:정답|답)은?(?: ?: ?| )/,
  /^(?:it is|it['’]s|the answer is) (?:an? )?/,
  / ?(?:이?라고 (?:생각|봐|알)|인 것 같)\S*$/,
];

/** The answer without the particles or the plural of its last word, all the ways it may be meant. */
function readings(answer: string): string[] {
  const text = fold(answer)
    .slice(0, 200)
    .toLowerCase()
    .replace(/(?<![ .!?~])[ .!?~]+$/, '');
  const bare = AROUND.reduce((rest, around) => rest.replace(around, ''), text);
  const at = bare.lastIndexOf(' ') + 1;
  const last = bare.slice(at);
  return nouns(last)
    .flatMap(singulars)
    .map((word) => bare.slice(0, at) + word);
}

/** A short answer in the student's own keys: case, spacing, particles and small slips do not count. */
export const typed: QuestionType<Typed> = {
  schema,
  form: (_question, locale) => ({ type: 'input', label: locale === 'ko' ? '답을 입력하세요' : 'Type your answer' }),
  isRight: (question, answer) => {
    // What the question itself says is no slip of its answer: `container` for containerd.
    const said = new Set(`${question.ask.ko} ${question.ask.en} ${question.code ?? ''}`.split(/\s+/).map(compact));
    return readings(answer).some((reading) =>
      question.accept.some((wanted) => {
        const name = fold(wanted).toLowerCase();
        return compact(reading) !== '' && said.has(compact(reading))
          ? compact(reading) === compact(name)
          : accepts(reading, name);
      }),
    );
  },
  solution: ({ accept }, locale) =>
    (locale === 'en' ? accept.find((answer) => !hasHangul(answer)) : undefined) ?? accept[0] ?? '',
};
