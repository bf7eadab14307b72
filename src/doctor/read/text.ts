import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';

interface ReadText {
  duplicate(key: string): string;
  keepOne(key: string): string;
  badKey: string;
  keyReadAs(source: string, as: string): string;
  unknownAlias(name: string): string;
  tooDeep: string;
  tooManyAliases: string;
  syntax: string;
}

const ko: ReadText = {
  duplicate: (key) => `\`${key}\` 키가 같은 자리에 두 번 있어요. 뒤의 것만 남고 앞의 것은 사라져요.`,
  keepOne: (key) => `\`${key}\` 중 하나만 남겨 주세요.`,
  badKey: '키로 쓸 수 없는 값이에요. 키는 글자여야 해요.',
  keyReadAs: (source, as) =>
    `kubectl은 따옴표 없는 키 \`${source}\`${withParticle(source, '을/를').slice(source.length)} \`${as}\`로 읽어요. 따옴표로 감싸야 그대로 읽혀요.`,
  unknownAlias: (name) =>
    `\`*${name}\`이 가리키는 \`&${name}\`이 앞에 없어요. 별표를 글자로 쓰려면 따옴표로 감싸야 해요.`,
  tooDeep: '너무 깊이 겹쳐 있어서 읽을 수 없어요.',
  tooManyAliases: '별칭(`*`)을 거듭 펼치면 너무 커져서 kubectl이 읽지 않아요.',
  syntax:
    'YAML로 읽을 수 없는 줄이에요. 이 줄과 바로 윗줄의 들여쓰기, 콜론(`:`) 뒤의 빈칸, 따옴표와 괄호의 짝을 살펴보세요.',
};

const en: ReadText = {
  duplicate: (key) => `The key \`${key}\` stands twice in the same place: the last one counts, the first is lost.`,
  keepOne: (key) => `Keep one \`${key}\`.`,
  badKey: 'This cannot be a key: a key is text.',
  keyReadAs: (source, as) =>
    `Without quotes kubectl reads the key \`${source}\` as \`${as}\`; it needs quotes to stay as it is.`,
  unknownAlias: (name) => `No \`&${name}\` stands before \`*${name}\`. A star that is text needs quotes around it.`,
  tooDeep: 'This is nested too deeply to be read.',
  tooManyAliases: 'Its aliases (`*`) unfold into too much: kubectl does not read this.',
  syntax:
    'This line is no YAML. Look at its indentation and that of the line above, at the space after each colon, and at quotes and brackets that are not closed.',
};

export const text = localized({ ko, en });
