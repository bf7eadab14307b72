/**
 * Reviews towards an exam beside plain FSRS at the same number of reviews: what made-up students remember on the day.
 * All is drawn by seeds, so that it is the same on any machine. Prints tables and writes them to bench/EXAM.md.
 * Run: npm run bench:exam
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mind, planned, study, whatIsDue, whatIsDueNext } from '../test/support/exam-student.ts';
import { ROOT } from './load.ts';

const STUDENTS = 30;
const HORIZONS = [7, 21, 60];
const CONCEPTS = [40, 150];
const DAILY = [5, 15, 40];

const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
/** The standard error of a mean. */
const errorOf = (all: readonly number[]): number =>
  Math.sqrt(mean(all.map((one) => (one - mean(all)) ** 2)) / Math.max(1, all.length - 1));
const percent = (share: number): string => (100 * share).toFixed(2);
const points = (all: readonly number[]): string =>
  `${mean(all) >= 0 ? '+' : '−'}${percent(Math.abs(mean(all)))} ± ${percent(errorOf(all))}`;

/** One row: with the plan and by plain FSRS at as many reviews each evening, then by plain FSRS with what was due alone. */
function row(horizon: number, concepts: number, daily: number, mind: Mind): string {
  const runs = Array.from({ length: STUDENTS }, (_, seed) => {
    const how = { horizon, concepts, daily, mind, seed };
    const plan = study(planned, how);
    const plain = study(whatIsDueNext, how, plan.evenings);
    const due = study(whatIsDue, how);
    return {
      plan: plan.recall,
      plain: plain.recall,
      due: due.recall,
      asked: mean(plan.evenings),
      wasDue: mean(due.evenings),
    };
  });
  const of = (say: (run: (typeof runs)[number]) => number): number[] => runs.map(say);
  return `| ${[
    horizon,
    concepts,
    daily,
    mean(of(({ asked }) => asked)).toFixed(1),
    percent(mean(of(({ plain }) => plain))),
    percent(mean(of(({ plan }) => plan))),
    points(of(({ plan, plain }) => plan - plain)),
    mean(of(({ wasDue }) => wasDue)).toFixed(1),
    percent(mean(of(({ due }) => due))),
  ].join(' | ')} |`;
}

const table = (mind: Mind): string =>
  [
    '| days | concepts | at most a day | asked a day | plain FSRS | plan | gain | due a day | plain FSRS, what is due alone |',
    '| --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...HORIZONS.flatMap((horizon) =>
      CONCEPTS.flatMap((concepts) => DAILY.map((daily) => row(horizon, concepts, daily, mind))),
    ),
  ].join('\n');

const report = `# Reviews towards an exam

\`npm run bench:exam\`: mean recall on the day of an exam, in percent, of ${STUDENTS} made-up students a row. They meet the concepts in 30 days, with reviews by plain FSRS, and then review each evening until the eve of the exam, which is at noon. The gain is in points, with the standard error of its mean over the students.

The plan asks at most so many a day, and fewer where more would add next to nothing. Plain FSRS asks exactly as many on every evening: what has been due longest and, where less is due, what is due next. The last two columns are plain FSRS as it is without a plan, which asks what is due and then says that all is reviewed.

All is drawn by seeds, so that the figures are the same on any machine.

## Students who forget just as FSRS expects

${table('as expected')}

## Students who forget otherwise

Every weight of the student's own FSRS is off by some 20 % (a logarithm that is normal with deviation 0.2), and how long a concept lasts by some 50 %. The bot knows nothing of it: it replays the answers with FSRS's published weights.

${table('otherwise')}
`;
process.stdout.write(report);
writeFileSync(join(ROOT, 'bench/EXAM.md'), report);
