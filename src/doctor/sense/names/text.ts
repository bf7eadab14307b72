import { localized } from '../../../core/locale.ts';
import { withParticle } from '../../../language/with-particle.ts';

/** What a name is of, in words. */
export type Named = 'object' | 'namespace' | 'container' | 'volume' | 'template';

interface NamesText {
  what: Readonly<Record<Named, string>>;
  subdomain(what: string, name: string): string;
  label(what: string, name: string): string;
  service(name: string): string;
  path(name: string): string;
  tooLong(what: string, most: number): string;
  labelKey(key: string): string;
  labelValue(key: string, value: string): string;
  dataKey(key: string): string;
  envName(name: string): string;
  twice(kind: string, name: string): string;
  containerTwice(name: string): string;
  crdName(name: string): string;
}

const code = (value: string | number): string => `\`${value}\``;

const ko: NamesText = {
  what: {
    object: '이름',
    namespace: '네임스페이스 이름',
    container: '컨테이너 이름',
    volume: '볼륨 이름',
    template: '템플릿 이름',
  },
  subdomain: (what, name) =>
    `${what} ${withParticle(code(name), '은/는')} 쓸 수 없어요. 영어 소문자와 숫자, \`-\`, \`.\`만 쓸 수 있고, 소문자나 숫자로 시작하고 끝나야 해요.`,
  label: (what, name) =>
    `${what} ${withParticle(code(name), '은/는')} 쓸 수 없어요. 영어 소문자와 숫자, \`-\`만 쓸 수 있고, 소문자나 숫자로 시작하고 끝나야 해요.`,
  service: (name) =>
    `서비스 이름 ${withParticle(code(name), '은/는')} 쓸 수 없어요. 영어 소문자로 시작해야 하고, 소문자와 숫자, \`-\`만 63자까지 쓸 수 있어요.`,
  path: (name) => `이름 \`${name}\`에는 \`/\`나 \`%\`를 쓸 수 없어요.`,
  tooLong: (what, most) => `${withParticle(what, '은/는')} ${most}자까지만 쓸 수 있어요.`,
  labelKey: (key) =>
    `키 ${withParticle(code(key), '은/는')} 쓸 수 없어요. 영어 글자와 숫자, \`-\`, \`_\`, \`.\`를 63자까지 쓸 수 있고, 앞에는 \`example.com/\`처럼 도메인만 붙일 수 있어요.`,
  labelValue: (key, value) =>
    `레이블 \`${key}\`의 값 ${withParticle(code(value), '은/는')} 쓸 수 없어요. 영어 글자와 숫자, \`-\`, \`_\`, \`.\`를 63자까지만 쓸 수 있고, 글자나 숫자로 시작하고 끝나야 해요.`,
  dataKey: (key) =>
    `\`data\`의 키 ${withParticle(code(key), '은/는')} 쓸 수 없어요. 영어 글자와 숫자, \`-\`, \`_\`, \`.\`만 쓸 수 있어요.`,
  envName: (name) =>
    `환경 변수 이름 ${withParticle(code(name), '은/는')} 쓸 수 없어요. \`=\`가 아닌 영어 글자, 숫자, 기호만 쓸 수 있어요.`,
  twice: (kind, name) =>
    `\`${kind}\` ${withParticle(code(name), '이/가')} 이 파일에 두 번 있어요. 나중 것이 앞의 것을 덮어써요.`,
  containerTwice: (name) =>
    `컨테이너 이름 ${withParticle(code(name), '이/가')} 한 파드 안에 두 번 있어요. 이름은 서로 달라야 해요.`,
  crdName: (name) =>
    `CustomResourceDefinition의 이름은 \`${name}\`처럼 복수형 이름과 그룹을 점으로 이은 것이어야 해요.`,
};

const en: NamesText = {
  what: {
    object: 'name',
    namespace: 'name of a namespace',
    container: 'name of a container',
    volume: 'name of a volume',
    template: 'name of a template',
  },
  subdomain: (what, name) =>
    `\`${name}\` is no ${what}: only lower-case letters, digits, \`-\` and \`.\` are allowed, with a letter or digit at both ends.`,
  label: (what, name) =>
    `\`${name}\` is no ${what}: only lower-case letters, digits and \`-\` are allowed, with a letter or digit at both ends.`,
  service: (name) =>
    `\`${name}\` is no name of a Service: it has to begin with a lower-case letter, and has at most 63 lower-case letters, digits and \`-\`.`,
  path: (name) => `The name \`${name}\` may not have \`/\` or \`%\` in it.`,
  tooLong: (what, most) => `A ${what} has at most ${most} characters.`,
  labelKey: (key) =>
    `\`${key}\` is no key for this: it has at most 63 letters, digits, \`-\`, \`_\` and \`.\`, and may have a domain before it, as in \`example.com/\`.`,
  labelValue: (key, value) =>
    `\`${value}\` is no value for the label \`${key}\`: it has at most 63 letters, digits, \`-\`, \`_\` and \`.\`, with a letter or digit at both ends.`,
  dataKey: (key) => `\`${key}\` is no key for data: only letters, digits, \`-\`, \`_\` and \`.\` are allowed.`,
  envName: (name) =>
    `\`${name}\` is no name of an environment variable: only ASCII letters, digits and signs other than \`=\` are allowed.`,
  twice: (kind, name) => `The ${kind} \`${name}\` stands twice in this file: the later one overwrites the first.`,
  containerTwice: (name) => `Two containers of this Pod are named \`${name}\`; their names have to differ.`,
  crdName: (name) => `A CustomResourceDefinition is named by its plural and its group: \`${name}\`.`,
};

export const text = localized({ ko, en });
