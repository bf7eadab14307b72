import { localized } from '../../core/locale.ts';
import { withParticle } from '../../language/with-particle.ts';

/** What a field takes, in words. */
export type Wanted = 'text' | 'number' | 'whole' | 'switch' | 'list' | 'map' | 'numberOrText' | 'quantity';

interface SchemaText {
  wanted: Readonly<Record<Wanted, string>>;
  /** What stands there instead. */
  given: Readonly<Record<'text' | 'number' | 'switch' | 'list' | 'map' | 'nothing', string>>;
  missingApiVersion(kind: string, version: string | undefined): string;
  missingKind: string;
  unknownKind(kind: string, right: string | undefined): string;
  wrongVersion(kind: string, version: string, right: string): string;
  removedVersion(kind: string, version: string, since: string, right: string | undefined): string;
  pickAnother(kind: string): string;
  misspelt(field: string, right: string): string;
  misplaced(field: string, here: string, right: string): string;
  lostIndentation(field: string, owner: string): string;
  unknown(field: string, here: string): string;
  removeIt(field: string): string;
  required(field: string, here: string): string;
  add(field: string): string;
  nameless: string;
  wrongType(field: string, wanted: string, given: string): string;
  looksLike(source: string, value: string): string;
  /** What a word such as `yes` is read as. */
  truth(source: string, value: boolean): string;
  quoted(field: string): string;
  missingSpace(key: string): string;
  notAllowed(field: string, value: string, allowed: readonly string[]): string;
  mapOfLabels(field: string): string;
  oldBackend: string;
  /** A field of an older version of its kind, and the one that is used instead. */
  replaced(field: string, version: string, now: string): string;
  /** A field that only another version has. */
  ofNewer(field: string, version: string): string;
  notBase64(key: string): string;
  /** `most`: the greatest number of the field's 32 bits says nothing to a reader. */
  outOfRange(field: string, value: number, least: number, most: number): string;
  within(least: number, most: number): string;
  modeTooLarge(source: string): string;
  decimalMode(source: string, octal: string): string;
  badQuantity(source: string, right: string | undefined): string;
}

const code = (value: string | number): string => `\`${value}\``;

const ko: SchemaText = {
  wanted: {
    text: '글자(문자열)',
    number: '숫자',
    whole: '정수',
    switch: 'true나 false',
    list: '목록(`-`로 시작하는 항목들)',
    map: '키와 값의 묶음',
    numberOrText: '숫자나 글자',
    quantity: '양(`500m`, `128Mi` 같은 값)',
  },
  given: { text: '글자', number: '숫자', switch: 'true/false', list: '목록', map: '키와 값의 묶음', nothing: '빈 값' },
  missingApiVersion: (kind, version) =>
    `\`apiVersion\`이 없어요. ${version === undefined ? '어떤 버전의 API로 만들지 알아야 오브젝트를 만들 수 있어요.' : `${withParticle(kind, '은/는')} \`${version}\`에 있어요.`}`,
  missingKind: '`kind`가 없어요. 무엇을 만들지 적어야 해요.',
  unknownKind: (kind, right) =>
    right === undefined
      ? `${withParticle(code(kind), '이라는/라는')} 종류는 이 apiVersion에 없어요.`
      : `${withParticle(code(kind), '이라는/라는')} 종류는 없어요. 대소문자까지 똑같이 ${withParticle(code(right), '이라고/라고')} 적어야 해요.`,
  wrongVersion: (kind, version, right) =>
    `${withParticle(kind, '은/는')} \`${version}\`에 없어요. \`${right}\`에 있어요.`,
  removedVersion: (kind, version, since, right) =>
    right === undefined
      ? `\`${version}\`의 ${withParticle(kind, '은/는')} 쿠버네티스 ${since}에서 없어졌고, 대신할 버전도 없어요.`
      : `\`${version}\`의 ${withParticle(kind, '은/는')} 쿠버네티스 ${since}에서 없어졌어요. 지금은 ${withParticle(code(right), '이에요/예요')}.`,
  pickAnother: (kind) => `${withParticle(kind, '은/는')} 이제 만들 수 없어요. 이 오브젝트를 빼 주세요.`,
  misspelt: (field, right) =>
    `${withParticle(code(field), '이라는/라는')} 필드는 없어요. ${withParticle(code(right), '이라고/라고')} 적어야 해요.`,
  misplaced: (field, here, right) =>
    `\`${field}\`의 자리가 아니에요. ${here === '' ? '맨 위' : `\`${here}\` 바로 아래`}가 아니라 \`${right}\`에 적어야 해요.`,
  unknown: (field, here) =>
    `${withParticle(code(field), '이라는/라는')} 필드는 ${here === '' ? '맨 위' : `\`${here}\` 아래`}에 없어요.`,
  removeIt: (field) =>
    `${withParticle(code(field), '을/를')} 지우거나, 어디에 적어야 하는 필드인지 \`kubectl explain\`으로 찾아보세요.`,
  required: (field, here) =>
    `${here === '' ? '' : `\`${here}\`에 `}꼭 있어야 하는 ${withParticle(code(field), '이/가')} 없어요.`,
  add: (field) => `${withParticle(code(field), '을/를')} 더해 주세요.`,
  nameless: '오브젝트의 이름(`metadata.name`)이 없어요. 이름이 있어야 만들 수 있어요.',
  wrongType: (field, wanted, given) =>
    `\`${field}\`에는 ${withParticle(wanted, '이/가')} 와야 하는데, ${withParticle(given, '이/가')} 왔어요.`,
  looksLike: (source, value) =>
    `따옴표가 없으면 ${withParticle(code(source), '은/는')} ${withParticle(value, '으로/로')} 읽혀요. 글자로 쓰려면 따옴표로 감싸야 해요.`,
  quoted: (field) => `따옴표가 있으면 글자로 읽혀요. \`${field}\`의 따옴표를 빼 주세요.`,
  missingSpace: (key) => `\`${key}:\` 뒤에 빈칸이 없어서, 키와 값이 아니라 글자 한 덩어리로 읽혀요.`,
  notAllowed: (field, value, allowed) =>
    `\`${field}\`에 ${withParticle(code(value), '은/는')} 쓸 수 없어요. ${allowed.map(code).join(', ')}${allowed.length === 1 ? '만 쓸 수 있어요' : ' 중 하나여야 해요'}(대소문자까지).`,
  mapOfLabels: (field) =>
    `이 \`selector\`에는 레이블을 바로 적어요. ${withParticle(code(field), '을/를')} 빼고 한 단계 위로 올려 주세요.`,
  oldBackend:
    '`serviceName`과 `servicePort`는 없어진 버전의 필드예요. `networking.k8s.io/v1`에서는 `backend.service.name`과 `backend.service.port.number`예요.',
  replaced: (field, version, now) =>
    `${withParticle(code(field), '은/는')} 옛 버전의 필드예요. \`${version}\`에서는 ${code(now)}에 적어요.`,
  ofNewer: (field, version) =>
    `${withParticle(code(field), '은/는')} \`${version}\`의 필드예요. \`apiVersion\`을 ${withParticle(code(version), '으로/로')} 바꿔야 해요.`,
  truth: (source, value) => (source === String(value) ? '참/거짓 값' : `참/거짓 값(\`${value}\`)`),
  notBase64: (key) => `\`${key}\`의 값이 base64가 아니에요.`,
  badQuantity: (source, right) =>
    `${withParticle(code(source), '은/는')} 쿠버네티스가 읽을 수 있는 양이 아니에요. 숫자 바로 뒤에 \`m\`, \`k\`, \`M\`, \`G\`, \`Ki\`, \`Mi\`, \`Gi\` 같은 단위를 대소문자까지 맞춰 붙여야 해요.${right === undefined ? '' : ` ${withParticle(code(right), '이라고/라고')} 적으면 돼요.`}`,
  outOfRange: (field, value, least, most) =>
    most > 2_000_000_000
      ? `\`${field}\`에 ${withParticle(String(value), '은/는')} 쓸 수 없어요. ${least} 이상이어야 해요.`
      : `\`${field}\`에 ${withParticle(String(value), '은/는')} 쓸 수 없어요. ${least === most ? `${least}만 쓸 수 있어요` : `${least}에서 ${most} 사이여야 해요`}.`,
  modeTooLarge: (source) =>
    `앞에 0이 없는 ${withParticle(code(source), '은/는')} 십진수라서 파일 권한의 가장 큰 값(0777)을 넘어요. 팔진수로 ${withParticle(code(`0${source}`), '이라고/라고')} 적어야 해요.`,
  decimalMode: (source, octal) =>
    `앞에 0이 없는 ${withParticle(code(source), '은/는')} 십진수라서 권한이 ${withParticle(`0${octal}`, '으로/로')} 정해져요. 팔진수로 쓰려면 ${withParticle(code(`0${source}`), '이라고/라고')} 적어야 해요.`,
  lostIndentation: (field, owner) =>
    `\`${field}\`의 들여쓰기가 ${withParticle(code(`${owner}:`), '과/와')} 같아서 그 안에 들지 못해요. 그래서 ${withParticle(code(owner), '이/가')} 비어 있어요. 더 안쪽으로 들여 써야 해요.`,
  within: (least, most) =>
    most > 2_000_000_000
      ? `${least} 이상의 수를 적어 주세요.`
      : least === most
        ? `${withParticle(String(least), '을/를')} 적어 주세요.`
        : `${least}에서 ${most} 사이의 수를 적어 주세요.`,
};

const en: SchemaText = {
  wanted: {
    text: 'text (a string)',
    number: 'a number',
    whole: 'a whole number',
    switch: 'true or false',
    list: 'a list (items that begin with `-`)',
    map: 'keys with values',
    numberOrText: 'a number or text',
    quantity: 'a quantity such as `500m` or `128Mi`',
  },
  given: {
    text: 'text',
    number: 'a number',
    switch: 'true/false',
    list: 'a list',
    map: 'keys with values',
    nothing: 'nothing',
  },
  missingApiVersion: (kind, version) =>
    `\`apiVersion\` is missing. ${version === undefined ? 'An object can only be made by an API of some version.' : `A ${kind} is of \`${version}\`.`}`,
  missingKind: '`kind` is missing: it says what is made.',
  unknownKind: (kind, right) =>
    right === undefined
      ? `There is no kind \`${kind}\` in this apiVersion.`
      : `There is no kind \`${kind}\`. It is \`${right}\`, in exactly this case.`,
  wrongVersion: (kind, version, right) => `${kind} is not in \`${version}\`; it is in \`${right}\`.`,
  removedVersion: (kind, version, since, right) =>
    right === undefined
      ? `${kind} of \`${version}\` was removed in Kubernetes ${since}, and nothing took its place.`
      : `${kind} of \`${version}\` was removed in Kubernetes ${since}. It is \`${right}\` now.`,
  pickAnother: (kind) => `A ${kind} cannot be made any more; leave this object out.`,
  misspelt: (field, right) => `There is no field \`${field}\`. It is \`${right}\`.`,
  misplaced: (field, here, right) =>
    `\`${field}\` does not belong ${here === '' ? 'at the top level' : `directly under \`${here}\``}; it belongs at \`${right}\`.`,
  unknown: (field, here) => `There is no field \`${field}\` ${here === '' ? 'at the top level' : `under \`${here}\``}.`,
  removeIt: (field) => `Remove \`${field}\`, or look with \`kubectl explain\` for where it belongs.`,
  required: (field, here) => `\`${field}\` is required${here === '' ? '' : ` in \`${here}\``} and missing.`,
  add: (field) => `Add \`${field}\`.`,
  nameless: 'The object has no name (`metadata.name`), and cannot be made without one.',
  wrongType: (field, wanted, given) => `\`${field}\` takes ${wanted}, and this is ${given}.`,
  looksLike: (source, value) => `Without quotes \`${source}\` is read as ${value}; text like this needs quotes.`,
  quoted: (field) => `In quotes it is read as text: take the quotes away from \`${field}\`.`,
  missingSpace: (key) =>
    `There is no space after \`${key}:\`, so this is one piece of text instead of a key with a value.`,
  notAllowed: (field, value, allowed) =>
    `\`${value}\` is not allowed for \`${field}\`. It has to be ${allowed.length === 1 ? '' : 'one of '}${allowed.map(code).join(', ')}, in exactly this case.`,
  mapOfLabels: (field) =>
    `This \`selector\` takes labels directly: leave \`${field}\` out and move what is under it up.`,
  oldBackend:
    '`serviceName` and `servicePort` are of a removed version. In `networking.k8s.io/v1` it is `backend.service.name` and `backend.service.port.number`.',
  replaced: (field, version, now) =>
    `\`${field}\` is a field of an older version; in \`${version}\` it is written in \`${now}\`.`,
  ofNewer: (field, version) => `\`${field}\` is a field of \`${version}\`: change \`apiVersion\` to it.`,
  truth: (source, value) => (source === String(value) ? 'true or false, no text' : `\`${value}\`, which is no text`),
  notBase64: (key) => `The value of \`${key}\` is not base64.`,
  badQuantity: (source, right) =>
    `\`${source}\` is no quantity. A unit such as \`m\`, \`k\`, \`M\`, \`G\`, \`Ki\`, \`Mi\` or \`Gi\` follows the number directly, in exactly this case.${right === undefined ? '' : ` Write \`${right}\`.`}`,
  outOfRange: (field, value, least, most) =>
    most > 2_000_000_000
      ? `${value} is not allowed for \`${field}\`: it has to be ${least} or more.`
      : `${value} is not allowed for \`${field}\`: it has to be ${least === most ? least : `between ${least} and ${most}`}.`,
  modeTooLarge: (source) =>
    `Without a leading 0, \`${source}\` is decimal and more than 0777. In octal it is \`0${source}\`.`,
  decimalMode: (source, octal) =>
    `Without a leading 0, \`${source}\` is decimal: the mode becomes 0${octal}. In octal it is \`0${source}\`.`,
  lostIndentation: (field, owner) =>
    `\`${field}\` begins at the same column as \`${owner}:\`, so it is not under it, and \`${owner}\` is empty. It has to be indented further.`,
  within: (least, most) =>
    most > 2_000_000_000
      ? `Write a number of ${least} or more.`
      : least === most
        ? `Write ${least}.`
        : `Write a number from ${least} to ${most}.`,
};

export const text = localized({ ko, en });
