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
  tab: string;
  oddIndent: string;
  oddSpace: string;
  hidden: string;
  smartQuotes: string;
  template: string;
  renderFirst: string;
  spaceAfterDash: string;
  colonInValue: string;
  textAfterQuote: string;
  blockOutdented: string;
  fence: string;
  shell: string;
  conflict: string;
  diffMark: string;
  chooseSide: string;
  removeLine: string;
  separator: string;
  behindSeparator: string;
  missingSeparator: string;
  missingComma: string;
  strayQuote: string;
  cut(rest: string): string;
  spaceAfterColon(key: string): string;
  missingColon(key: string): string;
  fullWidth(wide: string, right: string): string;
  reserved(sign: string): string;
  unclosedQuote(quote: string): string;
  unclosedBracket(open: string, close: string): string;
  listOnKeyLine(key: string): string;
  overIndented(key: string | undefined): string;
  underIndented(key: string | undefined): string;
}

const code = (value: string | number): string => `\`${value}\``;

const ko: ReadText = {
  duplicate: (key) => `\`${key}\` 키가 같은 자리에 두 번 있어요. 뒤의 것만 남고 앞의 것은 사라져요.`,
  keepOne: (key) => `\`${key}\` 중 하나만 남겨 주세요.`,
  badKey: '키로 쓸 수 없는 값이에요. 키는 글자여야 해요.',
  keyReadAs: (source, as) =>
    `kubectl은 따옴표 없는 키 ${withParticle(code(source), '을/를')} ${withParticle(code(as), '으로/로')} 읽어요. 따옴표로 감싸야 그대로 읽혀요.`,
  unknownAlias: (name) =>
    `${withParticle(code(`*${name}`), '이/가')} 가리키는 ${withParticle(code(`&${name}`), '이/가')} 앞에 없어요. 별표를 글자로 쓰려면 따옴표로 감싸야 해요.`,
  tooDeep: '너무 깊이 겹쳐 있어서 읽을 수 없어요.',
  tooManyAliases: '별칭(`*`)을 거듭 펼치면 너무 커져서 kubectl이 읽지 않아요.',
  syntax:
    'YAML로 읽을 수 없는 줄이에요. 이 줄과 바로 윗줄의 들여쓰기, 콜론(`:`) 뒤의 빈칸, 따옴표와 괄호의 짝을 살펴보세요.',
  tab: '들여쓰기에 탭이 있어요. YAML의 들여쓰기는 빈칸으로만 해야 해요.',
  oddIndent: '들여쓰기에 보통 빈칸이 아닌 글자(웹 문서나 전각의 빈칸)가 섞여 있어요. 지우고 빈칸으로 다시 넣어야 해요.',
  oddSpace: '보통 빈칸이 아닌 글자(웹 문서나 전각의 빈칸)가 있어요. 눈에는 빈칸이지만 YAML은 글자로 읽어요.',
  hidden: '눈에 보이지 않는 글자가 섞여 있어요. 이 줄을 손으로 다시 적어 주세요.',
  smartQuotes: '굽은 따옴표(“ ”, ‘ ’)예요. YAML은 이것을 따옴표가 아니라 값에 든 글자로 읽어요.',
  template: '채우지 않은 템플릿(`{{ }}`)이 남아 있어요. kubectl은 템플릿을 읽지 못해요.',
  renderFirst: '`helm template`이나 `helm install`로 쓰거나, 실제 값을 적어 주세요.',
  spaceAfterDash: '`-` 뒤에 빈칸이 없어서 목록의 항목이 되지 않아요.',
  colonInValue: '값 안에 콜론과 빈칸(`: `)이 있으면 YAML이 또 하나의 키로 읽어요. 값을 따옴표로 감싸야 해요.',
  textAfterQuote: '닫는 따옴표 뒤에 글자가 더 있어요. 값 전체를 한 번만 감싸야 해요.',
  blockOutdented: '`|`나 `>` 아래의 글이 이 줄에서 왼쪽으로 빠져나와서, 글이 여기서 끊겨요.',
  fence: '마크다운의 코드 울타리(```)가 남아 있어요. YAML이 아니라서 지워야 해요.',
  shell: '터미널에 입력한 명령이나 그 결과가 함께 들어 있어요. YAML이 아니라서 지워야 해요.',
  conflict: 'Git의 충돌 표시(`<<<<<<<`)가 남아 있어요.',
  diffMark: 'diff에서 더한 줄이라는 표시(`+`)가 줄 앞에 남아 있어요. YAML이 아니라서 지워야 해요.',
  chooseSide: '둘 중 하나만 남기고 `<<<<<<<`, `=======`, `>>>>>>>` 줄을 지워 주세요.',
  removeLine: '이 줄을 지워 주세요.',
  separator: '문서를 나누는 줄은 줄 맨 앞의 하이픈 세 개(`---`)여야 해요.',
  behindSeparator: '`---` 뒤에는 아무것도 적을 수 없어요. 다음 줄에 적어야 해요.',
  missingSeparator:
    '앞 오브젝트와 사이에 `---`가 없어서 한 문서로 읽혀요. 그러면 같은 키가 두 번 있게 되어 뒤의 것만 만들어져요.',
  missingComma: '줄 끝에 쉼표(`,`)가 빠졌어요.',
  spaceAfterColon: (key) => `\`${key}:\` 뒤에 빈칸이 없어서 키와 값으로 읽히지 않아요.`,
  missingColon: (key) => `\`${key}\` 뒤에 콜론(\`:\`)이 없어요.`,
  fullWidth: (wide, right) =>
    `전각 문자 ${withParticle(code(wide), '이/가')} 있어요. YAML은 반각 \`${right}\`만 알아요. 한글 입력 상태에서 들어가기 쉬워요.`,
  reserved: (sign) =>
    `값은 ${withParticle(code(sign), '으로/로')} 시작할 수 없어요. YAML이 따로 쓰는 글자라서, 값을 따옴표로 감싸야 해요.`,
  unclosedQuote: (quote) => `따옴표(${quote})를 열고 닫지 않았어요.`,
  unclosedBracket: (open, close) => `괄호(\`${open}\`)를 열고 ${withParticle(code(close), '으로/로')} 닫지 않았어요.`,
  listOnKeyLine: (key) =>
    `목록은 ${withParticle(code(`${key}:`), '과/와')} 같은 줄에서 시작할 수 없어요. 다음 줄로 내려야 해요.`,
  overIndented: (key) =>
    `${key === undefined ? '이 항목이' : withParticle(code(key), '이/가')} 같은 단계의 줄보다 더 안쪽에 있어요. 위의 줄과 시작하는 칸을 맞춰야 해요.`,
  underIndented: (key) =>
    `${key === undefined ? '이 항목의' : `\`${key}\`의`} 들여쓰기가 위의 어느 줄과도 맞지 않아요. 같은 단계의 줄은 같은 칸에서 시작해야 해요.`,
  cut: (rest) => `빈칸 뒤의 \`#\`부터는 주석이라서 \`${rest}\` 부분이 값에서 잘려요. 값 전체를 따옴표로 감싸야 해요.`,
  strayQuote: '값의 끝에만 따옴표가 있어서, 따옴표까지 값이 돼요. 앞에도 붙이거나 끝의 것을 지워야 해요.',
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
  tab: 'It is indented with a tab; YAML takes spaces alone.',
  oddIndent:
    'It is indented with spaces of another kind, as a web page or a full-width keyboard makes them. They have to be plain spaces.',
  oddSpace:
    'There is a space of another kind, as a web page or a full-width keyboard makes it. YAML reads it as a letter.',
  hidden: 'There is a character in it that nobody sees. Type this line anew.',
  smartQuotes: 'These are curly quotes: to YAML they are no quotes, but part of the value.',
  template: 'A template expression (`{{ }}`) is left in the file; kubectl knows no templates.',
  renderFirst: 'Use `helm template` or `helm install`, or write the value itself.',
  spaceAfterDash: 'There is no space after `-`, so this is no item of a list.',
  colonInValue: 'A colon with a space (`: `) within a value is read as another key: the value needs quotes.',
  textAfterQuote: 'There is more text behind the closing quote. The quotes have to go around the whole value.',
  blockOutdented: 'The text under `|` or `>` ends here, since this line stands further left than the text.',
  fence: 'A Markdown fence (```) is left in the file; it is no YAML.',
  shell: 'A command of the terminal, or what it printed, came along; it is no YAML.',
  conflict: 'The marks of a conflict in Git (`<<<<<<<`) are left in the file.',
  diffMark: 'The `+` by which a diff marks an added line is left before this one; it is no YAML.',
  chooseSide: 'Keep one of the two, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`.',
  removeLine: 'Remove this line.',
  separator: 'Documents are kept apart by three hyphens (`---`) at the left edge.',
  behindSeparator: 'Nothing may stand behind `---`; it belongs on the next line.',
  missingSeparator:
    'There is no `---` between this object and the one before, so they are read as one in which every key stands twice, and only the last is made.',
  missingComma: 'A comma (`,`) is missing at the end of this line.',
  spaceAfterColon: (key) => `There is no space after \`${key}:\`, so this is no key with a value.`,
  missingColon: (key) => `There is no colon (\`:\`) after \`${key}\`.`,
  fullWidth: (wide, right) => `\`${wide}\` is of full width; YAML knows only \`${right}\`.`,
  reserved: (sign) => `A value may not begin with \`${sign}\`, which YAML uses itself: the value needs quotes.`,
  unclosedQuote: (quote) => `The quote (${quote}) is never closed.`,
  unclosedBracket: (open, close) => `The bracket \`${open}\` is never closed with \`${close}\`.`,
  listOnKeyLine: (key) => `A list cannot begin on the line of \`${key}:\`; it belongs on the next line.`,
  overIndented: (key) =>
    `${key === undefined ? 'This item' : `\`${key}\``} stands further in than the lines it belongs with: they have to begin at the same column.`,
  underIndented: (key) =>
    `The indentation of ${key === undefined ? 'this item' : `\`${key}\``} fits no line above it: lines of one level have to begin at the same column.`,
  cut: (rest) =>
    `A \`#\` behind a space begins a comment, so \`${rest}\` is cut off the value. The whole value needs quotes.`,
  strayQuote:
    'There is a quote at the end of the value alone, so it is part of the value. Add one before it, or take it away.',
};

export const text = localized({ ko, en });
