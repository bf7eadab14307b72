import type { Question, Term } from '../../content/model.ts';
import type { Locale } from '../../core/locale.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { button } from '../../core/reply/builders.ts';
import { byShare, percentInWords, type Tally } from '../../core/reply/percent.ts';
import type { Answer } from '../../core/session.ts';
import { termButtons } from '../../course/term-blocks.ts';
import { truncate } from '../../language/truncate.ts';
import { withParticle } from '../../language/with-particle.ts';
import { literalLine } from '../../markdown/escape.ts';
import { gave, solution } from '../../questions/types.ts';
import { type LiveState, sessionTitle } from '../state.ts';
import { countAnswers } from './distribution.ts';
import { countPlayed } from './scenes.ts';

/** What an instructor learns from: a session that is over, with all its answers. */
export interface PlayedSession {
  id: string;
  state: LiveState;
  /** By question; undefined for one that the content no longer has. */
  questions: readonly (Question | undefined)[];
  answers: readonly Answer[];
}

/** Concepts, and wrong answers, that are named. */
const NAMED = 5;
/** So many chose a wrong answer that it is no slip. */
const SEVERAL = 2;
/** Below this share of right answers a question is worth asking once more. */
const KNOWN = 0.8;
/** Letters of a question where it is only to be recognized. */
const BRIEF = 60;

const counted = (answers: readonly Answer[]): Tally => ({
  answered: answers.length,
  right: answers.filter(({ right }) => right).length,
});

const answersTo = ({ answers }: PlayedSession, at: number): Answer[] =>
  answers.filter(({ question }) => question === at);

/** How many played, and how many percent of their answers were right: `64%`. */
export function countPlayers({ answers }: Pick<PlayedSession, 'answers'>): { players: number; share: string } {
  return { players: new Set(answers.map(({ person }) => person)).size, share: percentInWords(counted(answers)) };
}

/**
 * Ids of the questions that are worth asking this class once more, worst first: those that fewer than four of five
 * knew; where there are none, those that anybody missed.
 */
export function findMissed(past: PlayedSession): string[] {
  const all = past.questions
    .flatMap((question, at) => {
      const own = answersTo(past, at);
      return question && own.length > 0 ? [{ id: question.id, ...counted(own) }] : [];
    })
    .sort(byShare);
  const hard = all.filter(({ answered, right }) => right / answered < KNOWN);
  return (hard.length > 0 ? hard : all.filter(({ answered, right }) => right < answered)).map(({ id }) => id);
}

/** Concepts by the share of right answers, worst first. */
function missedTerms(past: PlayedSession, terms: ReadonlyMap<string, Term>): (Tally & { term: Term })[] {
  const byTerm = Map.groupBy(past.answers, ({ question }) => past.questions[question]?.term);
  return Array.from(byTerm, ([id, own]) => ({ term: terms.get(id ?? ''), ...counted(own) }))
    .flatMap(({ term, answered, right }) => (term && right < answered ? [{ term, answered, right }] : []))
    .sort(byShare)
    .slice(0, NAMED);
}

/** What several got wrong about one thing that a question offers: they chose it, or, where it is right, left it out. */
interface Mistake {
  question: Question;
  label: string;
  count: number;
  leftOut: boolean;
}

function mistakesIn(question: Question, session: string, own: readonly Answer[], locale: Locale): Mistake[] {
  return countAnswers(question, session, own, locale).flatMap(({ label, count, right, leftOut, passed, rest }) => {
    // Of a single right one, whoever leaves it out chooses another.
    const many = right ? (leftOut ?? 0) : count;
    return passed || rest || many < SEVERAL ? [] : [{ question, label, count: many, leftOut: right }];
  });
}

/** The mistakes that several made, most often first: what the class believes. */
function misconceptions(past: PlayedSession, locale: Locale): string[] {
  return past.questions
    .flatMap((question, at) => (question ? mistakesIn(question, past.id, answersTo(past, at), locale) : []))
    .sort((a, b) => b.count - a.count)
    .slice(0, NAMED)
    .map(({ question, label, count, leftOut }) => {
      const ask = literalLine(truncate(question.ask[locale].replaceAll('`', ''), BRIEF));
      const right = literalLine(truncate(solution(question, locale).replaceAll('\n', ' '), BRIEF));
      const option = literalLine(truncate(label, BRIEF));
      const did = leftOut ? { ko: '빠뜨렸어요', en: 'left out' } : gave(question);
      if (locale === 'en') return `- **${count}** ${did.en} ‘${option}’ · ${ask} (right: ${right})`;
      return `- **${count}명**이 ${withParticle(`‘${option}’`, '을/를')} ${did.ko} · ${ask} (정답: ${right})`;
    });
}

const list = (title: string, lines: readonly string[]): Block[] =>
  lines.length === 0 ? [] : [{ type: 'text', markdown: `**${title}**\n\n${lines.join('\n')}` }];

/** What an instructor takes from a session: who took part, which concepts were missed, what was believed instead. */
export function recapReply(past: PlayedSession, terms: ReadonlyMap<string, Term>, locale: Locale): Reply {
  const ko = locale === 'ko';
  const { answers, questions, state, id } = past;
  const { players, share } = countPlayers(past);
  const head: Block = {
    type: 'heading',
    text: sessionTitle(state, locale),
    aside: ko ? '선생님용 요약' : 'For instructors',
  };
  const reply = (blocks: readonly Block[]): Reply => ({
    visibility: 'caller',
    accent: 'info',
    blocks: [head, ...blocks],
  });
  if (answers.length === 0)
    return reply([{ type: 'text', markdown: ko ? '이번에는 아무도 답하지 않았어요.' : 'Nobody answered this time.' }]);
  const asked = countPlayed(state, answers);
  const each = Math.round((10 * answers.length) / asked) / 10;
  const missed = missedTerms(past, terms);
  const again = findMissed(past).length;
  return reply([
    {
      type: 'fields',
      fields: [
        {
          name: ko ? '참여' : 'Players',
          value: ko ? `${players}명 · 문제마다 평균 ${each}명` : `${players} · ${each} a question`,
        },
        { name: ko ? '정답률' : 'Right', value: share },
        {
          name: ko ? '푼 문제' : 'Questions',
          value: ko ? `${questions.length}개 가운데 ${asked}개` : `${asked} of ${questions.length}`,
        },
      ],
    },
    ...list(
      ko ? '많이 틀린 개념' : 'Concepts missed most',
      missed.map(({ term, ...count }, i) =>
        ko
          ? `${i + 1}. ${literalLine(term.title.ko)} · 정답률 ${percentInWords(count)}`
          : `${i + 1}. ${literalLine(term.title.en)} · ${percentInWords(count)} right`,
      ),
    ),
    ...list(ko ? '많이 한 실수' : 'Mistakes made most', misconceptions(past, locale)),
    ...(again === 0
      ? [
          {
            type: 'text',
            markdown: ko ? '틀린 문제가 하나도 없어요. 정말 잘했어요!' : 'Nothing was missed. Well done!',
          } as const,
        ]
      : [
          {
            type: 'buttons',
            buttons: [
              {
                ...button(
                  ko ? `많이 틀린 문제 다시 (${again}개)` : `What was missed most (${again})`,
                  `recap ${id} again`,
                ),
                primary: true,
              },
              ...termButtons(missed.map(({ term }) => term).slice(0, 4), locale),
            ],
          } as const,
        ]),
  ]);
}
