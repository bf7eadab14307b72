import { localized } from '../../core/locale.ts';
import { plural } from '../../language/plural.ts';

/** What an instructor is about to do with questions. */
export type Use = 'start' | 'preview' | 'plan';

/** All that an instructor reads of questions that the bot makes of definitions, before it does. */
interface SourceText {
  /** Who wrote the questions, as it is chosen and typed, in one word each. */
  sources: Readonly<Record<'written' | 'made', string>>;
  /** `written`: questions of authors; `all`: as many as there would be with those that the bot makes. */
  ask(written: number, all: number): string;
  /** Buttons. */
  withMade(written: number, all: number, use: Use): string;
  onlyWritten(written: number, use: Use): string;
}

const koUse: Readonly<Record<Use, string>> = { start: '열기', preview: '미리 보기', plan: '예약하기' };
const MADE = '봇문제도';

const ko: SourceText = {
  sources: { written: '쓴문제만', made: MADE },
  ask: (written, all) =>
    `${
      written === 0
        ? `직접 쓴 문제가 아직 없어요. 대신 봇이 용어의 정의로 문제 **${all}개**를 만들 수 있어요.`
        : `직접 쓴 문제는 **${written}개**뿐이에요. 봇이 용어의 정의로 만든 문제를 더하면 **${all}개**가 돼요.`
    } 아래 버튼을 누르거나, 입력한 명령 끝에 \`${MADE}\`를 덧붙여 주세요.`,
  withMade: (written, all, use) =>
    written === 0 ? `정의로 만든 문제로 ${koUse[use]}` : `만든 문제까지 ${all}문제로 ${koUse[use]}`,
  onlyWritten: (written, use) => `직접 쓴 ${written}문제로만 ${koUse[use]}`,
};

const enUse: Readonly<Record<Use, string>> = { start: 'Begin', preview: 'Preview', plan: 'Plan it' };

const en: SourceText = {
  sources: { written: 'written', made: 'made' },
  ask: (written, all) =>
    `${
      written === 0
        ? `Nobody has written questions on this yet. I can make **${plural(all, 'question')}** of the definitions of its terms.`
        : `There ${written === 1 ? 'is' : 'are'} only **${plural(written, 'written question')}** on this; with those that I can make of definitions there are **${all}**.`
    } Press a button below, or add \`made\` to what you typed.`,
  withMade: (written, all, use) =>
    written === 0 ? `${enUse[use]} with made questions` : `${enUse[use]} with all ${all}, made ones too`,
  onlyWritten: (written, use) => `${enUse[use]} with the ${written} written`,
};

export const text = localized({ ko, en });
