import { localized } from '../core/locale.ts';
import { DIAGRAM } from '../core/reply/diagram.ts';
import { plural } from '../language/plural.ts';
import { withParticle } from '../language/with-particle.ts';
import type { ReadAs } from './misread.ts';
import type { YamlFault } from './yaml-faults.ts';

/** What is wrong with a content file and what its author can do; values stand as the author wrote them. */
interface ContentText {
  // The file as a whole.
  tooLargeFile: string;
  binaryFile: string;
  notUtf8: string;
  unreadableFile(why: string): string;
  unreadablePlace(why: string): string;
  unwritableFile(why: string): string;
  noMarkdown: string;
  noText: string;
  noHeading: string;
  /** Hints, of what could be better. */
  untaught(ids: readonly string[], all: number): string;
  fewOfAKind: string;
  noLevels(section: string, levels: string): string;
  unwantedWord(unwanted: string, wanted: string): string;
  miscast(part: string): string;
  noSuchHeading(key: string, id: string): string;
  noExplanation: string;
  tangled: string;
  /** For an image that says nothing of itself. */
  picture: string;
  // Its front matter.
  onlyYaml: string;
  /** What the front matter is called. */
  frontMatter: string;
  /** `fault`: one of `yaml`; `why`: the parser's own words. */
  unreadableYaml(fault: string, why: string): string;
  yaml: Readonly<Record<YamlFault, string>>;
  tooManyValues: string;
  notOnFirstLine: string;
  neverEnds: string;
  noMapping: string;
  // What it refers to, and what other files have, too.
  usedTwice(id: string, other: string): string;
  /** `what`: `title Pod`, `aliases Po`. */
  sharedName(what: string, other: string): string;
  noTerm(id: string): string;
  noOther(id: string): string;
  differsTwice(id: string): string;
  /** A line of asked/*.jsonl that is no question, and one that is about what does not exist. */
  noAskedQuestion: string;
  askedOfNothing(id: string): string;
  askedOfNoTask(title: string): string;
  noSection(id: string): string;
  noLinkedTerm(id: string): string;
  /** `what`: where a question of a set names its concept. */
  noChapter(id: string): string;
  noSectionOfWeek(id: string): string;
  /** Of course.yaml: the name of a command of ours. */
  takenCommand(name: string): string;
  /** Of course.yaml: words to try that find nothing. */
  nothingFound(words: string): string;
  // Words that mean the same.
  /** `place`: `file:line`. */
  knownWord(word: string, place: string): string;
  noWord(word: string): string;
  // Questions, `questions[2]`, and items of a set, `set[2]`.
  sameQuestion(what: string, other: string): string;
  sameQuestionId(what: string, other: string): string;
  /** `what`: `questions[2]`. */
  noTermOfQuestion(what: string, id: string): string;
  noRoomForIds: string;
  /** `why`: whyNotLive() of the question's type. */
  notPlayable(what: string, item: string, why: string): string;
  /** `example`: the id of a term that has questions. */
  noQuestion(what: string, item: string, example: string | undefined): string;
  values: ValueText;
}

/** What is wrong with one value of the front matter. */
export interface ValueText {
  /** A value by its path, and what is wrong with it. */
  of(path: string, why: string): string;
  missing: string;
  empty: string;
  /** A word without quotes, and what YAML takes it for: one of `readAs`. */
  misread(word: string, as: string): string;
  readAs: Readonly<Record<ReadAs, string>>;
  types: { string: string; number: string; boolean: string; array: string; object: string };
  wrongType(type: string): string;
  unknownKeys(keys: string): string;
  tooFew(least: string): string;
  tooMany(most: string): string;
  noneOf(values: string): string;
  noId: string;
  noBilingual: string;
  /** By the message of a schema's own refinement. */
  refined: Readonly<
    Record<
      | 'too-long'
      | 'same-options'
      | 'too-long-option'
      | 'too-long-listed'
      | 'vague-pattern'
      | 'mend-or-healthy'
      | 'too-long-unit'
      | 'untold-number'
      | 'negative'
      | 'no-tolerance'
      | 'mixed-blanks'
      | 'blank-count'
      | 'too-long-label'
      | 'too-long-alt'
      | 'no-figure'
      | 'one-way'
      | 'one-frame'
      | 'arrow-between'
      | 'too-much'
      | 'no-command'
      | 'reserved-command'
      | 'long-try',
      string
    >
  >;
}

const ko: ContentText = {
  tooLargeFile: '파일이 512 KiB보다 커요. 장을 여러 파일로 나눠 주세요.',
  binaryFile: '텍스트 파일이 아니에요. 폴더에서 빼 주세요.',
  notUtf8: '파일이 UTF-8이 아니에요. UTF-8로 저장해 주세요.',
  unreadableFile: (why) => `파일을 읽을 수 없어요: ${why}`,
  unreadablePlace: (why) => `이곳을 읽을 수 없어요: ${why}`,
  unwritableFile: (why) => `파일에 쓸 수 없어요: ${why}`,
  noMarkdown: '마크다운(.md) 파일이 없어요. 파일 이름이 .md로 끝나는지 확인해 주세요.',
  noText: '글이 비어 있어요. 내용을 적거나 파일을 지워 주세요.',
  untaught: (ids, all) =>
    `어느 절에서 배우는지 적히지 않은 용어가 ${all}개 있어요(${ids.join(', ')}${ids.length < all ? ' …' : ''}). section을 적으면 수업 순서대로 연습에 나와요.`,
  fewOfAKind: '모두 고르는 문제인데 맞는 것이나 틀린 것이 하나뿐이에요. 둘 이상이면 찍어서 맞히기 어려워요.',
  noLevels: (section, levels) => `${section} 절의 문제에 난이도 ${withParticle(levels, '이/가')} 없어요.`,
  unwantedWord: (unwanted, wanted) =>
    `‘${unwanted}’ 대신 ${withParticle(`‘${wanted}’`, '이라고/라고')} 쓰기로 했어요(STYLE.md).`,
  miscast: (part) => `비유에 배역 ${withParticle(`‘${part}’`, '이/가')} 없어요(CAST.md).`,
  noSuchHeading: (key, id) =>
    `${key}: ${withParticle(`"${id}"`, '이라는/라는')} 제목이 이 파일에 없어요. 제목 뒤에 적은 {#id}와 똑같이 적어 주세요.`,
  noHeading: '제목(#, ##, ###)이 없어서 찾을 수 있는 절이 없어요. 제목을 넣어 주세요.',
  noExplanation: '설명이 없어요. 머리말 아래에 설명을 적어 주세요.',
  tangled: '한 문단에 별표, 괄호, 인용이 너무 많거나 깊이 겹쳤어요. 문단을 나누거나 단순하게 고쳐 주세요.',
  picture: '그림',
  onlyYaml: '머리말(front matter)은 YAML만 쓸 수 있어요. 첫 줄을 ---로 바꿔 주세요.',
  frontMatter: '머리말',
  unreadableYaml: (fault, why) => `YAML을 읽을 수 없어요. ${fault} (${why})`,
  yaml: {
    openQuote: '따옴표가 닫히지 않았어요. 연 따옴표와 같은 것으로 닫아 주세요.',
    openBracket: '[나 {로 연 괄호가 닫히지 않았어요. 괄호를 닫아 주세요.',
    noComma: '괄호 안의 값 사이에 쉼표가 빠졌거나 괄호가 닫히지 않았어요. 쉼표나 콜론이 든 글은 따옴표로 감싸 주세요.',
    twice: '같은 항목이 두 번 있어요. 하나만 남겨 주세요.',
    mark: '따옴표 없는 글은 *, &, !, %, @, ` 같은 기호로 시작할 수 없어요. 글을 따옴표로 감싸 주세요.',
    colon: '따옴표 없는 글에 콜론(: )이 들어 있어요. 글을 따옴표로 감싸 주세요.',
    afterEnd: '따옴표나 괄호가 닫힌 다음에 글이 더 있어요. 글 전체를 따옴표로 감싸 주세요.',
    noSpace: '콜론 뒤에 빈칸이 없어요. ‘항목: 값’처럼 한 칸 띄어 주세요.',
    indentation: '줄 앞의 빈칸이 위아래 줄과 맞지 않아요. 나란한 항목은 같은 칸에서 시작해 주세요.',
    escape: '큰따옴표 안의 \\ 뒤에 쓸 수 없는 글자가 있어요. 작은따옴표로 감싸 주세요.',
    invisible: '보이지 않는 글자가 들어 있어요. 그 자리를 지우고 다시 적어 주세요.',
    line: '이 줄을 ‘항목: 값’이나 ‘- 값’으로 읽을 수 없어요. 콜론 뒤를 띄었는지 보고, 기호가 든 글은 따옴표로 감싸 주세요.',
  },
  tooManyValues: '값이 너무 많아요. 별칭(*)을 줄이거나 파일을 나눠 주세요.',
  notOnFirstLine: '머리말이 첫 줄의 ---로 시작하지 않아요. 파일 맨 위에 ---만 있는 줄을 넣어 주세요.',
  neverEnds: '머리말이 끝나지 않았어요. 머리말 아래에 ---만 있는 줄을 넣어 주세요.',
  noMapping: '‘항목: 값’ 형식으로 적어 주세요.',
  usedTwice: (id, other) =>
    `id: ${withParticle(`"${id}"`, '을/를')} ${other} 파일에서도 쓰고 있어요. 둘 중 하나의 id를 바꿔 주세요.`,
  sharedName: (what, other) => `${what}: ${other} 파일에도 있어요. 둘 중 하나에서 바꾸거나 지워 주세요.`,
  knownWord: (word, place) => `${withParticle(`"${word}"`, '은/는')} ${place}에 이미 있어요. 여기서는 지워 주세요.`,
  noWord: (word) => `"${word}"에는 소문자, 한글, 숫자만 쓸 수 있어요.`,
  noAskedQuestion: '물음이 아니에요. {"asked": "물음", "about": ["용어의 id"]}처럼 한 줄에 하나씩 적어 주세요.',
  askedOfNothing: (id) => `about: ${withParticle(`"${id}"`, '이라는/라는')} 용어나 절이 없어요. id를 확인해 주세요.`,
  askedOfNoTask: (title) => `task: ${withParticle(`"${title}"`, '이라는/라는')} 할 일이 없어요. 제목을 확인해 주세요.`,
  noOther: (id) => `differs: ${withParticle(`"${id}"`, '이라는/라는')} 다른 용어가 없어요. from의 id를 확인해 주세요.`,
  differsTwice: (id) =>
    `differs: ${withParticle(`"${id}"`, '과/와')} 어떻게 다른지는 이미 적혀 있어요. 한 곳에만 적어 주세요.`,
  noTerm: (id) => `related: ${withParticle(`"${id}"`, '이라는/라는')} 용어가 없어요. id를 확인해 주세요.`,
  noSection: (id) => `section: ${withParticle(`"${id}"`, '이라는/라는')} 절이 없어요. ‘장의 id#절의 id’로 적어 주세요.`,
  noLinkedTerm: (id) => `term:${id} 링크가 가리키는 용어가 없어요. id를 확인해 주세요.`,
  noChapter: (id) => `chapters: ${withParticle(`"${id}"`, '이라는/라는')} 장이 없어요. 장의 id를 확인해 주세요.`,
  noSectionOfWeek: (id) =>
    `sections: ${withParticle(`"${id}"`, '이라는/라는')} 절이 없어요. ‘장의 id#절의 id’로 적어 주세요.`,
  takenCommand: (name) =>
    `command: ${withParticle(`/${name}`, '은/는')} 도시락의 다른 명령이에요. 다른 이름으로 바꿔 주세요.`,
  nothingFound: (words) => `try: ‘${words}’에 맞는 답을 수업 내용에서 찾지 못했어요. 다른 말로 바꾸거나 지워 주세요.`,
  sameQuestion: (what, other) => `${what}: 같은 문제가 ${other}에도 있어요. 하나를 바꾸거나 지워 주세요.`,
  sameQuestionId: (what, other) => `${what}: ${other}에도 있어요. 둘 중 하나의 id를 바꿔 주세요.`,
  noTermOfQuestion: (what, id) =>
    `${what}.term: ${withParticle(`"${id}"`, '이라는/라는')} 용어가 없어요. 용어의 id를 확인해 주세요.`,
  noRoomForIds: '문제의 id를 어디에 적을지 알 수 없어요. 문제마다 id를 직접 적어 주세요.',
  notPlayable: (what, item, why) =>
    `${what}: ${withParticle(`"${item}"`, '은/는')} ${withParticle(why, '이라서/라서')} 라이브 퀴즈에서 함께 풀 수 없어요. 다른 문제로 바꿔 주세요.`,
  noQuestion: (what, item, example) =>
    `${what}: ${withParticle(`"${item}"`, '이라는/라는')} 문제가 없어요. 문제가 있는 용어의 id${example === undefined ? '' : `(${example})`}나 그 용어의 몇 번째 문제${example === undefined ? '' : `(${example}#1)`}, 문제의 id로 적어 주세요.`,
  values: {
    of: (path, why) => `${path}: ${why}`,
    missing: '빠졌어요. 이 항목을 적어 주세요.',
    empty: '비어 있어요. 값을 적거나 이 항목을 지워 주세요.',
    misread: (word, as) =>
      `YAML은 따옴표 없는 ${withParticle(word, '을/를')} ${as} 읽어요. "${word}"처럼 따옴표로 감싸 주세요.`,
    readAs: { nothing: '빈 값으로', boolean: '참이나 거짓으로', number: '숫자로', date: '날짜로' },
    types: {
      string: '텍스트',
      number: '따옴표 없는 숫자',
      boolean: 'true 또는 false',
      array: '목록(- 로 시작하는 줄들)',
      object: '‘항목: 값’ 형식',
    },
    wrongType: (type) => `${type}만 쓸 수 있어요.`,
    unknownKeys: (keys) => `모르는 항목이 있어요(${keys}). 철자를 확인하거나 지워 주세요.`,
    tooFew: (least) => `비었거나 모자라요. ${least}개(자) 이상 적어 주세요.`,
    tooMany: (most) => `너무 많아요. ${most}개(자)까지만 적어 주세요.`,
    noneOf: (values) => `다음 중 하나를 적어 주세요: ${values}`,
    noId: '소문자와 숫자, 단어 사이의 하이픈(-)만 써 주세요. 소문자가 하나는 있어야 해요.',
    noBilingual: '텍스트 하나 또는 { ko: …, en: … } 형식으로 적어 주세요. 비워 두거나 1,000자를 넘기면 안 돼요.',
    refined: {
      'too-long': '카드에 담기에는 너무 길어요. 한국어는 100자, 영어는 180자까지로 줄여 주세요.',
      'same-options': '선택지 두 개가 똑같아요. 하나를 바꿔 주세요.',
      'mend-or-healthy':
        '고치는 법(mend)을 적어 주세요. 별문제가 없다는 뜻의 출력이라면 mend 없이 healthy: true를 적으면 돼요.',
      'vague-pattern': '어디에서나 찾아질 말이에요. *와 #를 빼고 네 글자 이상 적고, *나 #로 시작하거나 끝내지 마세요.',
      'too-long-option': '버튼에 담기에는 너무 길어요. 75자까지로 줄여 주세요.',
      'too-long-listed': '선택지로는 너무 길어요. 120자까지로 줄여 주세요.',
      'too-long-unit': '숫자 뒤에 붙이기에는 너무 길어요. 20자까지로 줄여 주세요.',
      'untold-number':
        '답으로 적기에는 너무 크거나 자릿수가 많아요. 소수점 아래 10자리까지로 줄이거나 tolerance(허용 오차)를 넓혀 주세요.',
      negative: '0보다 작을 수 없어요.',
      'no-tolerance': '0보다 커야 해요. 이만큼 벗어나도 맞은 것으로 해 줘요.',
      'mixed-blanks': '한 문제의 빈칸은 모두 고르게(right, wrong) 하거나 모두 입력하게(accept) 해 주세요.',
      'blank-count':
        '빈칸(___)의 수가 blanks와 맞지 않아요. code나 ask 한쪽에만 blanks와 같은 수로 적고, 번호를 붙인다면 (1)___처럼 모두 한 번씩 붙여 주세요.',
      'too-long-label': `그림에 담기에는 너무 길어요. ${DIAGRAM.label}자까지로 줄여 주세요.`,
      'too-long-alt': `그림을 설명하는 글로는 너무 길어요. ${DIAGRAM.alt}자까지로 줄여 주세요.`,
      'no-figure':
        '텍스트, box(상자), group(묶음), panel(비교할 그림), row나 column(늘어놓기), arrow(화살표) 중 하나로 적어 주세요.',
      'one-way': 'row(가로)와 column(세로) 중 하나만 적어 주세요.',
      'one-frame': 'group(묶음)과 panel(비교할 그림) 중 하나만 적어 주세요.',
      'arrow-between': '화살표는 두 가지 사이에만 놓을 수 있어요. 앞뒤에 상자나 묶음을 하나씩 적어 주세요.',
      'too-much': `한눈에 보기에는 너무 많아요. 상자와 화살표는 ${DIAGRAM.figures}개까지, 묶음은 ${DIAGRAM.depth}겹까지로 줄여 주세요.`,
      'no-command': '명령 이름은 영어 소문자, 숫자, 하이픈으로 32자까지만 쓸 수 있어요.',
      'reserved-command': '디스코드나 Slack이 이미 쓰는 명령이에요. 다른 이름으로 바꿔 주세요.',
      'long-try': '버튼과 도움말에 담기에는 너무 길어요. 60자까지로 줄여 주세요.',
    },
  },
};

const en: ContentText = {
  tooLargeFile: 'The file is over 512 KiB. Split it into several.',
  binaryFile: 'This is a binary file, not text. Remove it.',
  notUtf8: 'The file is not UTF-8. Save it as UTF-8.',
  unreadableFile: (why) => `The file cannot be read: ${why}`,
  unreadablePlace: (why) => `This cannot be read: ${why}`,
  unwritableFile: (why) => `The file cannot be written: ${why}`,
  noMarkdown: 'There is no Markdown here. Do the names end in .md?',
  noText: 'The file is empty. Write some text or remove it.',
  untaught: (ids, all) =>
    `No section teaches ${plural(all, 'term')} (${ids.join(', ')}${ids.length < all ? ' …' : ''}). With section: they come up in practice in the order of the lessons.`,
  fewOfAKind:
    'Only one option is right, or only one is wrong, where all right ones are to be chosen. Two or more are harder to guess.',
  noLevels: (section, levels) => `The questions of section ${section} have none of level ${levels}.`,
  unwantedWord: (unwanted, wanted) => `"${unwanted}" is written "${wanted}" here (STYLE.md).`,
  miscast: (part) => `The analogy leaves out its part, "${part}" (CAST.md).`,
  noSuchHeading: (key, id) => `${key}: this file has no heading "${id}". Write it as the {#id} behind the heading.`,
  noHeading: 'There is no heading (#, ##, ###), so no section can be found. Add one.',
  noExplanation: 'There is no explanation. Write it below the front matter.',
  tangled:
    'One paragraph has too many asterisks, brackets or quotes, or they are nested too deeply. Split or simplify it.',
  picture: 'picture',
  onlyYaml: 'Only YAML front matter is read. Make the first line ---.',
  frontMatter: 'front matter',
  unreadableYaml: (fault, why) => `The YAML cannot be read: ${fault} (${why})`,
  yaml: {
    openQuote: 'a quote is never closed. Close it with the same one.',
    openBracket: 'a [ or { is never closed. Close it.',
    noComma:
      'a comma is missing between values in brackets, or the bracket is never closed. Quote text with commas or colons.',
    twice: 'a key is given twice. Keep one of the two.',
    mark: 'text without quotes cannot begin with a mark such as *, &, !, %, @ or `. Put quotes around it.',
    colon: 'text without quotes has a colon (: ) in it. Put quotes around it.',
    afterEnd: 'something follows a quote or bracket that has been closed. Put quotes around all of it.',
    noSpace: 'a colon has no space behind it. Write key: value.',
    indentation:
      'the blanks in front of this line do not match those of its neighbours. Line up what belongs together.',
    escape: 'a \\ in double quotes is followed by what it cannot be. Use single quotes.',
    invisible: 'there is an invisible character. Delete it and type the place again.',
    line: 'this line is neither key: value nor - value. Look for a colon without a space, and quote text that has marks in it.',
  },
  tooManyValues: 'There are too many values. Use fewer aliases (*) or split the file.',
  notOnFirstLine: 'The front matter does not begin with --- on the first line. Put it there.',
  neverEnds: 'The front matter never ends. Add a line of --- below it.',
  noMapping: 'This must be key: value lines.',
  usedTwice: (id, other) => `id: "${id}" is also used by ${other}. Change one of the two.`,
  sharedName: (what, other) => `${what} is also in ${other}. Change or remove it in one of the two.`,
  knownWord: (word, place) => `"${word}" stands in ${place} already. Remove it here.`,
  noWord: (word) => `"${word}" may only have lower-case letters, Hangul and digits.`,
  noAskedQuestion: 'This is no question. Write one a line, as {"asked": "question", "about": ["id of a term"]}.',
  askedOfNothing: (id) => `about: there is no term or section "${id}". Check the id.`,
  askedOfNoTask: (title) => `task: there is no task called "${title}". Check its title.`,
  noOther: (id) => `differs: there is no other term "${id}". Check the id in from.`,
  differsTwice: (id) => `differs: how it differs from "${id}" is said already. Keep one of the two.`,
  noTerm: (id) => `related: there is no term "${id}". Check the id.`,
  noSection: (id) => `section: there is no section "${id}". Write chapter-id#section-id.`,
  noLinkedTerm: (id) => `The link term:${id} names no term. Check the id.`,
  noChapter: (id) => `chapters: there is no chapter "${id}". Check the id.`,
  noSectionOfWeek: (id) => `sections: there is no section "${id}". Write chapter-id#section-id.`,
  takenCommand: (name) => `command: /${name} is another command of Dosirak's. Choose another name.`,
  nothingFound: (words) => `try: the course has no answer to "${words}". Change or remove it.`,
  sameQuestion: (what, other) => `${what} is also in ${other}. Change or remove it in one of the two.`,
  sameQuestionId: (what, other) => `${what} is also in ${other}. Change one of the two.`,
  noTermOfQuestion: (what, id) => `${what}.term: there is no term "${id}". Check the id.`,
  noRoomForIds: 'I cannot tell where the ids of its questions go. Write them by hand.',
  notPlayable: (what, item, why) =>
    `${what}: "${item}" ${why}, which a class cannot answer together in a live quiz. Name another question.`,
  noQuestion: (what, item, example) =>
    `${what}: there is no question "${item}". Write the id of a term that has questions${example === undefined ? '' : ` (${example})`}, which of them${example === undefined ? '' : ` (${example}#1)`}, or a question's id.`,
  values: {
    of: (path, why) => `${path} ${why}`,
    missing: 'is missing; write it.',
    empty: 'is empty; write a value or remove it.',
    misread: (word, as) => `is ${word} without quotes, which YAML reads as ${as}. Write it in quotes: "${word}".`,
    readAs: { nothing: 'nothing', boolean: 'true or false', number: 'a number', date: 'a date' },
    types: {
      string: 'text',
      number: 'a number without quotes',
      boolean: 'true or false',
      array: 'a list (lines that begin with -)',
      object: 'a mapping (key: value)',
    },
    wrongType: (type) => `must be ${type}.`,
    unknownKeys: (keys) => `has unknown keys (${keys}). Check their spelling or remove them.`,
    tooFew: (least) => `is empty or too few; write at least ${least}.`,
    tooMany: (most) => `is too many; write at most ${most}.`,
    noneOf: (values) => `must be one of: ${values}`,
    noId: 'may only have lower-case letters, digits and single hyphens between words, and needs a letter.',
    noBilingual: 'must be text or { ko: …, en: … }, not empty and at most 1,000 characters.',
    refined: {
      'too-long': 'is too long for a card; at most 100 characters in Korean, 180 in English.',
      'same-options': 'has two options alike. Change one of them.',
      'mend-or-healthy': 'say how to mend it; of what shows that all is well, write healthy: true and no mend.',
      'vague-pattern': 'would be found anywhere; give four letters or more beside * and #, and neither at an end.',
      'too-long-option': 'is too long for a button; at most 75 characters.',
      'too-long-listed': 'is too long for an option; at most 120 characters.',
      'too-long-unit': 'is too long to stand behind a number; at most 20 characters.',
      'untold-number':
        'is too large, or has too many digits, to be typed as an answer. Use at most 10 decimals, or a wider tolerance.',
      negative: 'cannot be less than 0.',
      'no-tolerance': 'must be above 0: so much more or less is right as well.',
      'mixed-blanks': 'must all be picked (right, wrong) or all be typed (accept) in one question.',
      'blank-count':
        'does not have as many blanks (___) as there are in blanks. Write them in code or in ask, not in both; where they are numbered, as (1)___, each number comes once.',
      'too-long-label': `is too long for a diagram; at most ${DIAGRAM.label} characters.`,
      'too-long-alt': `is too long to describe a diagram; at most ${DIAGRAM.alt} characters.`,
      'no-figure': 'must be text, a box, a group, a panel, a row, a column or an arrow.',
      'one-way': 'needs either a row or a column.',
      'one-frame': 'may be a group or a panel, not both.',
      'arrow-between': 'is an arrow that does not stand between two things.',
      'too-much': `is too much for a glance; at most ${DIAGRAM.figures} boxes and arrows, and ${DIAGRAM.depth} groups within one another.`,
      'no-command': 'must be lower-case letters, digits and hyphens, at most 32.',
      'reserved-command': "is a command of Discord's or Slack's own. Choose another name.",
      'long-try': 'is too long for help; at most 60 characters.',
    },
  },
};

export const text = localized({ ko, en });
