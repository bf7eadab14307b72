import { type Class, dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { Locale } from '../core/locale.ts';
import type { Block, Reply } from '../core/reply/blocks.ts';
import { button, fields } from '../core/reply/builders.ts';
import { HEAT, weakestFirst } from '../core/reply/heat.ts';
import type { Context } from '../course/context.ts';
import { termButtons } from '../course/term-blocks.ts';
import { type Concept, findEnds, groupConcepts, renderHeatMap } from './concepts.ts';
import { readInVain, renderInVain } from './in-vain.ts';
import { homeworkInShort } from './marks/homework.ts';
import { type Members, readMembers } from './members.ts';
import { readReported } from './questions/read-reported.ts';
import { renderReportedInShort, reportedButton } from './questions/reported.ts';
import { shareInWords } from './share.ts';
import { text } from './text.ts';
import { firstDay, meanOf, readDays, renderWeeks, sumWeeks } from './weeks.ts';

/** Weeks that are shown one by one. */
const WEEKS_SHOWN = 6;
/** The last cards, whose readers are averaged. */
const CARDS = 10;
/** The weakest concepts, which have a button each. */
const BUTTONS = 3;

function renderFigures(members: Members, readers: string | undefined, locale: Locale): Block {
  const words = text(locale);
  const active = [7, 30].map((days) => words.people(members.activeWithin(days)));
  return {
    type: 'fields',
    fields: [
      { name: words.students, value: words.people(members.count) },
      { name: words.active, value: active.join(' / ') },
      ...(readers === undefined ? [] : [{ name: words.readers, value: words.meanReaders(readers) }]),
    ],
  };
}

/** What the class knows best; what to teach again stands in the map. */
function renderStrongest(strongest: readonly Concept[], locale: Locale): Block[] {
  const value = strongest.map((one) => `${one.name} ${shareInWords(one, locale)}`).join(', ');
  return value === '' ? [] : [fields({ name: text(locale).strongest, value })];
}

/** A class over time, and what it knows. */
export async function renderOverview(one: Class, caller: Caller, context: Context): Promise<Reply> {
  const { locale } = caller;
  const words = text(locale);
  const course = context.course();
  const today = dayOf(one.timetable, context.now());
  const first = firstDay(one, context.now());
  const [members, days, answered, inVain, reported, homework] = await Promise.all([
    readMembers(one, context, locale),
    readDays(one, first, context),
    context.records.answered(one.id, first.toZonedDateTime('UTC').epochMilliseconds),
    readInVain(one, context),
    readReported(one, context),
    homeworkInShort(one, caller, context),
  ]);
  const readers = meanOf(days.cards.slice(-CARDS).map((card) => card.readers));
  const weeks = sumWeeks(days, today, WEEKS_SHOWN);
  const answers = groupConcepts(answered, course, locale);
  const concepts = answers.groups.flatMap(({ cells }) => cells);
  const ends = findEnds(concepts);
  const isTooEarly = weeks.length > 0 && weakestFirst(concepts).length === 0;
  const weakTerms = ends.weakest.flatMap(({ term }) => course.terms.get(term) ?? []).slice(0, BUTTONS);
  const foot = [words.onlyForYou, ...(members.hidden === 0 ? [] : [words.hiddenAreCounted(members.hidden)])];
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.title },
      renderFigures(members, readers, locale),
      { type: 'text', markdown: weeks.length === 0 ? words.nothingYet : renderWeeks(weeks, locale) },
      ...(concepts.length > 0 ? [renderHeatMap(answers, locale)] : []),
      ...(isTooEarly ? [{ type: 'text', markdown: words.tooFew(HEAT.few) } as const] : []),
      ...renderStrongest(ends.strongest, locale),
      ...homework,
      ...renderInVain(inVain, one, locale),
      ...renderReportedInShort(reported, locale),
      {
        type: 'buttons',
        buttons: [
          { ...button(words.byStudents, 'report students'), primary: true },
          button(words.asFile, 'report csv'),
          button(words.marks, 'report marks'),
          button(words.attendance, 'report attendance'),
          ...(homework.length === 0 ? [] : [button(words.homework, 'report homework')]),
          ...reportedButton(reported, locale),
          ...(inVain.length === 0 ? [] : [button(words.makeTerm, 'report term')]),
          ...termButtons(weakTerms, locale),
        ],
      },
      { type: 'footer', text: foot.join(' · ') },
    ],
  };
}
