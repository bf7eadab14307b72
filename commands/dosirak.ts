import { type Command, command, isTyped, usage } from '../src/core/command/command.ts';
import type { Locale } from '../src/core/locale.ts';
import type { Reply } from '../src/core/reply/blocks.ts';
import { button } from '../src/core/reply/builders.ts';
import type { Context } from '../src/course/context.ts';

const LICENCE = {
  code: { ko: '코드는 MIT', en: 'Code: MIT' },
  course: { ko: ', 수업 내용은 CC BY 4.0', en: '. Course content: CC BY 4.0' },
};

function about({ version, course }: Context, locale: Locale): Reply {
  const { builtIn, content, questions } = course();
  const ko = locale === 'ko';
  const count = (n: number, unit: string): string => (ko ? `${n}${unit}` : String(n));
  return {
    visibility: 'caller',
    accent: 'info',
    blocks: [
      { type: 'heading', text: ko ? '도시락' : 'Dosirak' },
      {
        type: 'fields',
        fields: [
          { name: ko ? '버전' : 'Version', value: version },
          { name: ko ? '장' : 'Chapters', value: count(content.chapters.length, '개') },
          { name: ko ? '개념' : 'Concepts', value: count(content.terms.length, '개') },
          { name: ko ? '문제' : 'Questions', value: count(questions.size, '개') },
          { name: ko ? '라이선스' : 'Licence', value: LICENCE.code[locale] + (builtIn ? LICENCE.course[locale] : '') },
        ],
      },
    ],
  };
}

/** What students type most comes first; the rest follows by name. */
const FIRST = ['k8s', 'quiz', 'card', 'review', 'progress'];
const place = ({ name }: Command): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/** How a command is typed, what it is for, lines to try. What follows `/class` it says itself. */
function line(one: Command, locale: Locale): { name: string; value: string } {
  const { name, actions, summary, examples } = one;
  const lines = examples.map((example) => `/${example[locale]}`).join(', ');
  return {
    name: actions ? `/${name} …` : usage(one, locale),
    value: lines === '' ? summary[locale] : `${summary[locale]} (${locale === 'ko' ? '예' : 'e.g.'} ${lines})`,
  };
}

export default (context: Context) =>
  command({
    name: 'dosirak',
    summary: { ko: '도시락이 할 수 있는 일을 알려 줘요', en: 'Tells what Dosirak can do' },
    usedBy: 'everyone',
    spoken: [
      '도움말',
      '도움',
      '도와줘',
      '헬프',
      'help',
      '명령어',
      '안녕',
      '안녕하세요',
      '하이',
      'hi',
      'hello',
      '도시락',
    ],
    examples: [
      { ko: 'dosirak', en: 'dosirak' },
      { ko: 'dosirak about', en: 'dosirak about' },
    ],
    options: {
      page: {
        type: 'choice',
        korean: '쪽',
        summary: { ko: '소개를 보려면 about', en: 'about for version and licence' },
        choices: { about: { ko: '소개', en: 'about' } },
      },
    },
    run({ page }, { locale }) {
      const ko = locale === 'ko';
      if (page === 'about') return about(context, locale);
      const listed = context
        .commands()
        .filter(isTyped)
        .toSorted((a, b) => place(a) - place(b));
      const by = Map.groupBy(listed, ({ usedBy }) => usedBy);
      const fieldsOf = (commands: readonly Command[] = []) =>
        ({ type: 'fields', fields: commands.map((one) => line(one, locale)) }) as const;
      const forInstructors = by.get('instructors') ?? [];
      return {
        visibility: 'caller',
        accent: 'info',
        blocks: [
          { type: 'heading', text: ko ? '도시락과 함께 쿠버네티스 배우기' : 'Learn Kubernetes with Dosirak' },
          fieldsOf(by.get('everyone')),
          {
            type: 'text',
            markdown: ko
              ? '오타가 있어도, 초성만 쳐도(ㅋㅂㄴㅌㅅ), 한/영 키를 깜빡해도(ㅔㅐㅇ) 알아들어요.'
              : 'Typos, initial consonants (ㅋㅂㄴㅌㅅ) and the wrong keyboard layout (ㅔㅐㅇ) are fine.',
          },
          ...(forInstructors.length > 0
            ? ([
                {
                  type: 'text',
                  markdown: ko ? '**선생님은** 이것도 할 수 있어요.' : '**Instructors** can do this, too.',
                },
                fieldsOf(forInstructors),
              ] as const)
            : []),
          {
            type: 'buttons',
            buttons: listed
              .filter(({ usedBy }) => usedBy === 'everyone')
              .filter((one) => !Object.values(one.options).some((option) => option.required) && one.name !== 'dosirak')
              .map((one) => button(`/${one.name}`, one.name)),
          },
        ],
      };
    },
  });
