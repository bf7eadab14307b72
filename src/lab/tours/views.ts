import type { Locale } from '../../core/locale.ts';
import type { Block, Button, Reply } from '../../core/reply/blocks.ts';
import { button, buttons, footer, heading, markdown } from '../../core/reply/builders.ts';
import type { ClusterPicture } from '../../core/reply/cluster.ts';
import { showLine } from '../picture/lines.ts';
import { stateOf } from '../picture/words.ts';
import { type SaidOfStep, stepLine } from './lines.ts';
import type { Need } from './needs.ts';
import { text } from './text.ts';
import type { Seen, Step, Tour } from './tour.ts';
import { tours } from './tours.ts';

/** A step of a tour, as it is shown to its reader. */
export interface Shown {
  tour: Tour;
  step: Step;
  since: number;
  /** How many times faster than the world the lab's time runs. */
  speed: number;
  picture: ClusterPicture;
  locale: Locale;
}

/** Seconds from which on a person may want time to run faster. */
const LONG = 60;

const code = (text: string): string => `\`\`\`\n${text.replaceAll('```', "'''").trimEnd()}\n\`\`\``;

const lineOf = ({ tour, step, since }: Pick<Shown, 'tour' | 'step' | 'since'>, what: SaidOfStep['what']): string =>
  stepLine.write({ tour: tour.id, step: step.id, what, since });

const beginLine = (tour: Tour, step: Step | undefined): string =>
  stepLine.write({ tour: tour.id, step: step?.id ?? '', what: 'begin' });

const nextOf = ({ tour, step }: Pick<Shown, 'tour' | 'step'>): Step | undefined =>
  tour.steps[tour.steps.indexOf(step) + 1];

const toLab = (locale: Locale): Button => button(text(locale).toLab, showLine.write({ what: 'again' }));

function reply({ tour, step, locale }: Shown, accent: Reply['accent'], blocks: readonly Block[]): Reply {
  const place = text(locale).place(tour.title[locale], tour.steps.indexOf(step) + 1, tour.steps.length);
  return {
    ...{ visibility: 'caller', accent, replaces: true },
    blocks: [heading(step.text[locale].title, place), ...blocks],
  };
}

/** What is shown until a step is done, which it may become by itself, or by the reader's own kubectl. */
const followed = (shown: Shown, what: 'begin' | 'look'): Pick<Reply, 'follow'> => ({
  follow: { line: lineOf(shown, what), state: `${what} ${stateOf(shown.picture)}` },
});

/** What is to be done. */
export function renderTask(shown: Shown, seen: Seen): Reply {
  const { step, locale, picture } = shown;
  const words = text(locale);
  const said = step.text[locale];
  const lines = step.lines?.(seen) ?? [];
  const acts = step.act !== undefined || step.lines !== undefined;
  const blocks: Block[] = [
    markdown(`**${words.doIt}** · ${said.do}`),
    // Each line for itself, as it can be copied and typed.
    ...(lines.length > 0 ? [markdown([words.byKubectl(lines.length), ...lines.map(code)].join('\n'))] : []),
    ...(step.act ? [footer(words.byButton)] : []),
    picture,
    buttons(
      button(acts ? words.act : words.wait, lineOf(shown, acts ? 'do' : 'look'), 'primary'),
      ...(lines.length > 0 ? [button(words.didIt, lineOf(shown, 'look'))] : []),
      toLab(locale),
    ),
  ];
  return { ...reply(shown, 'info', blocks), ...followed(shown, 'begin') };
}

/** The line that deletes what is left of an earlier tour, or of a student's own. */
export const tidyLine = (left: readonly string[]): string => `kubectl delete ${left.join(' ')} --now`;

/** What a tour would find of its names, and has to be deleted before it begins. */
export function renderTidy(shown: Shown, left: readonly string[]): Reply {
  const { locale, picture } = shown;
  const words = text(locale);
  const blocks: Block[] = [
    markdown(`${words.left(left)}\n\n${words.tidies}`),
    markdown(code(tidyLine(left))),
    picture,
    buttons({ ...button(words.tidy, lineOf(shown, 'tidy')), danger: true }, toLab(locale)),
  ];
  return { ...reply(shown, 'warning', blocks), ...followed(shown, 'begin') };
}

/** What is to be seen while it comes about. */
export function renderWait(shown: Shown): Reply {
  const { step, locale, picture, tour, speed } = shown;
  const words = text(locale);
  const next = nextOf(shown);
  const seconds = Math.ceil(step.takes / speed);
  const blocks: Block[] = [
    markdown(`**${words.seeIt}** · ${step.text[locale].see}`),
    picture,
    footer(`${words.notYet} ${words.takes(seconds)}`),
    buttons(
      button(words.lookAgain, lineOf(shown, 'look'), 'primary'),
      ...(step.act || step.lines ? [button(words.again, lineOf(shown, 'do'))] : []),
      ...(speed === 1 && seconds >= LONG ? [button(words.faster, 'lab fast')] : []),
      ...(step.mayLeave && next ? [button(words.leave, beginLine(tour, next))] : []),
      toLab(locale),
    ),
  ];
  return { ...reply(shown, 'info', blocks), ...followed(shown, 'look') };
}

/** What has come about, and why; after the last step, how it all went. */
export function renderDone(shown: Shown, printed: string | undefined, more: readonly Block[]): Reply {
  const { step, locale, picture, tour } = shown;
  const words = text(locale);
  const said = step.text[locale];
  const next = nextOf(shown);
  return reply(shown, 'success', [
    ...(printed === undefined ? [] : [markdown(`${words.printed}\n${code(printed === '' ? '…' : printed)}`)]),
    markdown(`**${words.seeIt}** · ${said.see}`),
    picture,
    markdown(`**${words.why}** ${said.why}`),
    ...(next
      ? [buttons(button(words.next, beginLine(tour, next), 'primary'), toLab(locale))]
      : [markdown(`${words.finished(tour.title[locale])} ${words.counted}`), ...more]),
  ]);
}

/** What a step needs and is not there. */
export function renderMissing(shown: Shown, missing: readonly Need[]): Reply {
  const { locale, picture } = shown;
  const words = text(locale);
  return reply(shown, 'warning', [
    markdown(words.missing(missing.map(({ name }) => name[locale]))),
    picture,
    buttons(button(words.mend, lineOf(shown, 'mend'), 'primary'), toLab(locale)),
  ]);
}

/** Buttons that begin each tour but one. */
export const tourButtons = (locale: Locale, but?: Tour): Button[] =>
  tours.filter((one) => one !== but).map((one) => button(one.title[locale], beginLine(one, one.steps[0])));

/** Which tour to take; `unknown`: what was typed for one that there is not. */
export function renderTours(locale: Locale, unknown?: string): Reply {
  const words = text(locale);
  const list = tours.map(({ title, about }) => `- **${title[locale]}**: ${about[locale]}`);
  return {
    ...{ visibility: 'caller', accent: unknown === undefined ? 'info' : 'warning' },
    blocks: [
      markdown(unknown === undefined ? words.choose : words.noSuchTour(unknown)),
      markdown(list.join('\n')),
      footer(words.minutes),
      buttons(...tourButtons(locale)),
    ],
  };
}
