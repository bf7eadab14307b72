import { showClass } from '../src/classes/show.ts';
import { command } from '../src/core/command/command.ts';
import type { Context } from '../src/course/context.ts';
import { samplesOf } from '../src/course/samples.ts';
import { cardActions } from './class/cards.ts';
import { daysActions } from './class/days.ts';
import { homeworkActions } from './class/homework.ts';
import { peopleActions } from './class/people.ts';
import { questionActions } from './class/questions.ts';
import { setActions } from './class/sets.ts';
import { settingsActions } from './class/settings.ts';

/** Its actions stand in the folder of its name. */
export default (context: Context) =>
  command({
    name: 'class',
    summary: { ko: '수업과 매일 올릴 카드를 정해요', en: 'Sets up a class and its daily card' },
    usedBy: 'instructors',
    spoken: ['수업'],
    get examples() {
      const course = context.course();
      const { concept } = samplesOf(course);
      const lesson = course.content.chapters.length > 0 ? { ko: '1장', en: 'chapter 1' } : concept;
      return [
        { ko: 'class 설정 9시 평일', en: 'class setup 9am weekdays' },
        { ko: 'class 휴강 12월 14일~18일', en: 'class skip 12/14-12/18' },
        { ko: `class 카드 ${concept.ko} 다음`, en: `class cards ${concept.en} next` },
        { ko: `class 숙제 ${lesson.ko} 12월 3일까지`, en: `class homework ${lesson.en} until 3 December` },
        { ko: `class 문제 ${concept.ko}`, en: `class question ${concept.en}` },
        { ko: 'class 종강', en: 'class close' },
      ];
    },
    options: {},
    run: (_, caller) => showClass(caller, context),
    actions: {
      ...settingsActions(context),
      ...daysActions(context),
      ...cardActions(context),
      ...homeworkActions(context),
      ...setActions(context),
      ...peopleActions(context),
      ...questionActions(context),
    },
  });
