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
import { createHands, type Hands, settle } from './hands.ts';
import type { SaidOfStep } from './lines.ts';
import { createMoments } from './moments.ts';
import { text } from './text.ts';
import type { Seen, Step, Tour } from './tour.ts';
import { findTour, tourOf } from './tours.ts';
import {
  renderDone,
  renderMissing,
  renderTask,
  renderTidy,
  renderTours,
  renderWait,
  tidyLine,
  tourButtons,
} from './views.ts';
import { leftoversOf } from './web.ts';

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
  const moments = momentsOf(context.records).of(caller.id, tour);
  const term = tour.terms.flatMap((id) => context.course().terms.get(id) ?? [])[0];
  return [
    ...(moments.length > 1
      ? [
          stripOf(
            moments.map(({ step, view: seen }) => ({ title: step.text[locale].title, view: seen })),
            locale,
          ),
        ]
      : []),
    markdown(`**${text(locale).others}**`),
    buttons(...(term ? quizButton(term, locale) : []), ...tourButtons(locale, tour)),
  ];
}

/** Runs a step's lines, or does what no kubectl can; gives what there is to see of what was printed, if that is all. */
async function act(step: Step, seen: Seen, hands: Hands): Promise<string | undefined> {
  let printed = '';
  for (const line of step.lines?.(seen) ?? []) printed += await hands.kubectl(line);
  await step.act?.(hands, seen);
  return step.print?.(printed, seen.objects);
}

/** Is there something for the student to do, or only to wait for? */
const isToDo = ({ lines }: Step, seen: Seen): boolean => lines?.(seen).length !== 0;

/** Looks that are enough for what was deleted to be gone: a Pod has a second for that. */
const LOOKS = 8;

/** Shows a step of a tour, does what it asks for, or sets up what it lacks: all by the state of the caller's cluster. */
export async function playStep(said: SaidOfStep | undefined, caller: Caller, context: With): Promise<Reply> {
  const tour = said && tourOf(said.tour);
  const step = tour?.steps.find(({ id }) => id === said?.step);
  if (!said || !tour || !step) throw new UserError(text.both((words) => words.gone));
  const { client, speed } = await labsOf(context).open(caller.id);
  const hands = createHands(client);
  let since = said.since ?? (await client.now());
  const look = async (): Promise<Seen> => ({ objects: await readObjects(client), since });
  let seen = await look();
  const lacking = (of: Step) => of.needs.filter((need) => !need.isThere(seen.objects));
  const shown = () => {
    const picture = pictureOf(view(seen.objects), caller.locale);
    return { tour, step, since, speed, picture, locale: caller.locale };
  };
  /** What a step has brought about, for the strip at the end. */
  const changed = () => {
    momentsOf(context.records).note(caller.id, tour, step, view(seen.objects));
    return shown();
  };
  // A tour makes all of its objects itself: of an older one it could neither tell what it is, nor make it anew.
  const left = () => (tour.steps[0] === step ? leftoversOf(seen.objects, since) : []);
  if (said.what === 'tidy') {
    if (left().length > 0) await hands.kubectl(tidyLine(left()));
    for (let looks = 0; looks < LOOKS && left().length > 0; looks++) {
      await settle(client);
      seen = await look();
    }
    since = await client.now();
    seen = { ...seen, since };
  }
  if (left().length > 0) return renderTidy(shown(), left());
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
    printed = await act(step, seen, hands);
    if (printed === undefined) await settle(client);
    seen = await look();
  }
  // A student who has typed a line that prints has seen what it printed.
  const isSeen = step.print !== undefined && said.what === 'look';
  if (printed === undefined && !isSeen && !step.done(seen))
    return (said.what === 'begin' || said.what === 'tidy') && isToDo(step, seen)
      ? renderTask(shown(), seen)
      : renderWait(changed());
  const isLast = tour.steps.at(-1) === step;
  const done = changed();
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
