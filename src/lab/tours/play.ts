import type { Caller } from '../../core/command/command.ts';
import { UserError } from '../../core/errors.ts';
import { actorOf } from '../../core/learner-records.ts';
import type { Block, Reply } from '../../core/reply/blocks.ts';
import { buttons, markdown } from '../../core/reply/builders.ts';
import type { Context } from '../../course/context.ts';
import { quizButton } from '../../course/term-blocks.ts';
import { memoizePer } from '../../language/memoize.ts';
import { labsOf } from '../own-lab.ts';
import { readObjects } from '../picture/objects.ts';
import { view } from '../picture/view.ts';
import { pictureOf, stripOf } from '../picture/words.ts';
import { createHands, settle } from './hands.ts';
import type { SaidOfStep } from './lines.ts';
import { createMoments } from './moments.ts';
import { text } from './text.ts';
import type { Step, Tour } from './tour.ts';
import { findTour, tourOf } from './tours.ts';
import { renderDone, renderMissing, renderTask, renderTours, renderWait, tourButtons } from './views.ts';

type With = Pick<Context, 'labs' | 'records' | 'now' | 'course'>;

/** The same for all commands of a bot. */
const momentsOf = memoizePer((_: Context['records']) => createMoments());

/** A student who has seen it knows it: so its concepts come up for review, and count in progress. */
function record(tour: Tour, caller: Caller, { records, now, course }: With): void {
  const at = caller.at ?? now().epochMilliseconds;
  for (const term of tour.terms)
    if (course().terms.has(term))
      records.record({ kind: 'press', ...actorOf(caller), post: `lab:${tour.id}:${term}`, term, press: 'knew', at });
}

/** After the last step: how it went, and what may come next. */
function ending(tour: Tour, caller: Caller, context: With): Block[] {
  const { locale } = caller;
  const views = momentsOf(context.records).of(caller.id, tour.id);
  const term = tour.terms.flatMap((id) => context.course().terms.get(id) ?? [])[0];
  return [
    ...(views.length > 1 ? [stripOf(views, locale)] : []),
    markdown(`**${text(locale).others}**`),
    buttons(...(term ? quizButton(term, locale) : []), ...tourButtons(locale, tour)),
  ];
}

/** Shows a step of a tour, does what it asks for, or sets up what it lacks: all by the state of the caller's cluster. */
export async function playStep(said: SaidOfStep | undefined, caller: Caller, context: With): Promise<Reply> {
  const tour = said && tourOf(said.tour);
  const step = tour?.steps.find(({ id }) => id === said?.step);
  if (!said || !tour || !step) throw new UserError(text.both((words) => words.gone));
  const { client, speed } = await labsOf(context).open(caller.id);
  const hands = createHands(client);
  const since = said.since ?? (await client.now());
  const look = async () => ({ objects: await readObjects(client), since });
  let seen = await look();
  const lacking = (of: Step) => of.needs.filter((need) => !need.isThere(seen.objects));
  const shown = () => {
    const seenNow = view(seen.objects);
    momentsOf(context.records).note(caller.id, tour.id, seenNow);
    return { tour, step, since, speed, picture: pictureOf(seenNow, caller.locale), locale: caller.locale };
  };
  if (said.what === 'mend') {
    for (const need of step.needs)
      if (!need.isThere(seen.objects)) {
        await need.make(hands, seen.objects);
        seen = await look();
      }
    const still = lacking(step);
    const reply = still.length > 0 ? renderMissing(shown(), still) : renderTask(shown(), seen);
    return { ...reply, blocks: [...reply.blocks, { type: 'footer', text: text(caller.locale).mended }] };
  }
  const missing = lacking(step);
  if (missing.length > 0 && !step.done(seen)) return renderMissing(shown(), missing);
  let printed: string | undefined;
  if (said.what === 'do') {
    printed = await step.act?.(hands, seen);
    if (printed === undefined) await settle(client);
    seen = await look();
  }
  if (printed === undefined && !step.done(seen))
    return said.what === 'begin' ? renderTask(shown(), seen) : renderWait(shown());
  const isLast = tour.steps.at(-1) === step;
  const done = shown();
  if (isLast) record(tour, caller, context);
  return renderDone(done, printed, isLast ? ending(tour, caller, context) : []);
}

/** The tours to choose from, or the first step of the one that is named. */
export async function showTours(named: string | undefined, caller: Caller, context: With): Promise<Reply> {
  const tour = named === undefined ? undefined : findTour(named);
  const [first] = tour?.steps ?? [];
  if (!tour || !first) return renderTours(caller.locale, named);
  const { replaces: _, ...reply } = await playStep({ tour: tour.id, step: first.id, what: 'begin' }, caller, context);
  return reply;
}
