import { type Command, command, isTyped, usage } from '../src/core/command.ts';
import type { Locale } from '../src/core/locale.ts';
import type { Reply } from '../src/core/reply.ts';
import { button } from '../src/core/reply.ts';
import type { World } from '../src/world.ts';

const LICENCE = {
  code: { ko: '코드는 MIT', en: 'Code: MIT' },
  course: { ko: ', 수업 내용은 CC BY 4.0', en: '. Course content: CC BY 4.0' },
};

function about({ version, builtIn, content, questions }: World, locale: Locale): Reply {
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

/** What a command is for, whom it is for, lines to try; and what each of its actions is for. */
function told({ summary, usedBy, examples, actions = {} }: Command, locale: Locale): string {
  const ko = locale === 'ko';
  const lines = examples.map((example) => `/${example[locale]}`).join(', ');
  const aside = [
    ...(usedBy === 'instructors' ? [ko ? '선생님' : 'instructors'] : []),
    ...(lines === '' ? [] : [`${ko ? '예' : 'e.g.'} ${lines}`]),
  ].join(', ');
  return [
    aside === '' ? summary[locale] : `${summary[locale]} (${aside})`,
    ...Object.entries(actions).map(([name, action]) => `${name}: ${action.summary[locale]}`),
  ].join(' · ');
}

export default (world: World) =>
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
      if (page === 'about') return about(world, locale);
      const listed = world.commands().filter(isTyped);
      return {
        visibility: 'caller',
        accent: 'info',
        blocks: [
          { type: 'heading', text: ko ? '도시락과 함께 쿠버네티스 배우기' : 'Learn Kubernetes with Dosirak' },
          {
            type: 'fields',
            fields: listed.map((one) => ({ name: usage(one, locale), value: told(one, locale) })),
          },
          {
            type: 'text',
            markdown: ko
              ? '오타가 있어도, 초성만 쳐도(ㅋㅂㄴㅌㅅ), 한/영 키를 깜빡해도(ㅔㅐㅇ) 알아들어요.'
              : 'Typos, initial consonants (ㅋㅂㄴㅌㅅ) and the wrong keyboard layout (ㅔㅐㅇ) are fine.',
          },
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
