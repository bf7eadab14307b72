import { dayOf } from '../core/class.ts';
import type { Caller } from '../core/command/command.ts';
import type { PersonalData } from '../core/learner-records.ts';
import type { Reply } from '../core/reply/blocks.ts';
import type { Context } from '../course/context.ts';
import { questionIn } from '../course/courses.ts';
import { USUAL } from '../schedule/timetable.ts';
import { text } from './text.ts';

/** As JSON that people can read: times are instants (ISO 8601, UTC). */
const jsonOf = (person: string, data: PersonalData): string =>
  JSON.stringify(
    { person, ...data },
    (key, value: unknown) =>
      key === 'at' && typeof value === 'number' ? Temporal.Instant.fromEpochMilliseconds(value).toString() : value,
    2,
  );

/** All that is kept of the caller, as a file. */
export async function exportData(
  { id, locale }: Caller,
  { records, courses, now }: Pick<Context, 'records' | 'courses' | 'now'>,
): Promise<Reply> {
  const data = await records.personalData(id);
  const questionNamed = questionIn(courses());
  // A question may have been answered before its author gave it an id.
  const named = <T extends { question: string }>(one: T): T => ({
    ...one,
    question: questionNamed(one.question)?.id ?? one.question,
  });
  const known = {
    ...data,
    answers: data.answers.map(named),
    practice: data.practice.map(named),
    reported: data.reported.map(named),
    homework: data.homework.map((one) => ({ ...one, answers: one.answers.map(named) })),
  };
  const words = text(locale);
  const field = (name: string, { length }: readonly unknown[]) => ({ name, value: words.count(length) });
  const isLiveOn = data.live.some(({ right }) => right === undefined);
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: words.exported },
      {
        type: 'fields',
        fields: [
          field(words.lookups, data.lookups),
          field(words.answers, data.answers),
          field(words.liveAnswers, data.live),
          field(words.joined, data.joined),
          field(words.presses, data.presses),
          field(words.asked, data.asked),
          field(words.reported, data.reported),
          field(words.homework, data.homework),
          ...(data.written.length === 0 ? [] : [field(words.written, data.written)]),
          field(words.classes, data.classes),
          ...(data.lab === undefined ? [] : [field(words.lab, data.lab.objects)]),
          ...(data.browsers.length === 0 ? [] : [field(words.browsers, data.browsers)]),
        ],
      },
      ...(isLiveOn ? [{ type: 'footer', text: words.liveIsOn } as const] : []),
      { type: 'file', name: `dosirak-${dayOf(USUAL, now())}.json`, text: jsonOf(id, known) },
    ],
  };
}
