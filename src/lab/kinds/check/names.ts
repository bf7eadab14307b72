import { percentIn } from '../../engine/share.ts';

/**
 * What names, keys and values may be, and what is said where they are not (apimachinery/pkg/util/validation). Each gives
 * what is wrong, nothing where all is right.
 */

type Rule = (value: string) => string[];

const formOf = (what: string, form: string, ...examples: string[]): string =>
  `${what} (e.g. ${examples.map((one) => `'${one}', `).join(' or ')}regex used for validation is '${form}')`;

export const rangeText = (least: number, most: number): string => `must be between ${least} and ${most}, inclusive`;

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const DNS_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const QUALIFIED = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const VALUE = '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?';
const CONFIG_KEY = '[-._a-zA-Z0-9]+';
const PERCENT = '[0-9]+%';
const HEADER = '[-A-Za-z0-9]+';

const LABEL_TEXT = formOf(
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
  LABEL,
  ...['my-name', '123-abc'],
);
const SUBDOMAIN_TEXT = formOf(
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
  SUBDOMAIN,
  'example.com',
);
const DNS_1035_TEXT = formOf(
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
  DNS_1035,
  ...['my-name', 'abc-123'],
);
const QUALIFIED_TEXT = formOf(
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  QUALIFIED,
  ...['MyName', 'my.name', '123-abc'],
);
const VALUE_TEXT = formOf(
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  VALUE,
  ...['MyValue', 'my_value', '12345'],
);
const CONFIG_KEY_TEXT = formOf(
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
  CONFIG_KEY,
  ...['key.name', 'KEY_NAME', 'key-name'],
);

const encoder = new TextEncoder();
export const bytesIn = (text: string): number => encoder.encode(text).length;

const tooLong = (value: string, most: number): string[] =>
  bytesIn(value) > most ? [`must be no more than ${most} characters`] : [];

// Of a long value a form is not asked for: each letter would be tried again and again.
const matches = (form: RegExp, value: string): boolean => value.length <= 1000 && form.test(value);

const isLabel = (value: string): boolean => matches(/^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/, value);
const isSubdomain = (value: string): boolean => value.length <= 1000 && value.split('.').every(isLabel);

export const dnsLabel: Rule = (value) => [
  ...tooLong(value, 63),
  ...(isLabel(value) ? [] : [isSubdomain(value) ? 'must not contain dots' : LABEL_TEXT]),
];

export const subdomain: Rule = (value) => [...tooLong(value, 253), ...(isSubdomain(value) ? [] : [SUBDOMAIN_TEXT])];

export const dns1035: Rule = (value) => [
  ...tooLong(value, 63),
  ...(matches(/^[a-z](?:[-a-z0-9]*[a-z0-9])?$/, value) ? [] : [DNS_1035_TEXT]),
];

/** The last part of a path: names of roles may have most letters (apimachinery/pkg/api/validation/path). */
export const pathSegment: Rule = (value) => [
  ...(value === '.' || value === '..' ? [`may not be '${value}'`] : []),
  ...['/', '%'].flatMap((letter) => (value.includes(letter) ? [`may not contain '${letter}'`] : [])),
];

const isWord = (value: string): boolean => matches(/^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/, value);

export const qualifiedName: Rule = (value) => {
  const parts = value.split('/');
  if (parts.length > 2)
    return [
      `a qualified name ${QUALIFIED_TEXT} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  const [name = '', prefix] = parts.toReversed();
  return [
    ...(prefix === '' ? ['prefix part must be non-empty'] : []),
    ...(prefix ? subdomain(prefix).map((one) => `prefix part ${one}`) : []),
    ...(name === '' ? ['name part must be non-empty'] : tooLong(name, 63).map((one) => `name part ${one}`)),
    ...(isWord(name) ? [] : [`name part ${QUALIFIED_TEXT}`]),
  ];
};

export const labelValue: Rule = (value) => [
  ...tooLong(value, 63),
  ...(value === '' || isWord(value) ? [] : [VALUE_TEXT]),
];

const upwards: Rule = (value) => {
  if (value === '.' || value === '..') return [`must not be '${value}'`];
  return value.startsWith('..') ? ["must not start with '..'"] : [];
};

export const configKey: Rule = (value) => [
  ...tooLong(value, 253),
  ...(matches(/^[-._a-zA-Z0-9]+$/, value) ? [] : [CONFIG_KEY_TEXT]),
  ...upwards(value),
];

export const envName: Rule = (value) => {
  if (value === '') return ['environment variable name must be non-empty'];
  return /^[ -<>-~]+$/.test(value)
    ? []
    : ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
};

export const portName: Rule = (value) => [
  ...tooLong(value, 15),
  ...(/^[-a-z0-9]+$/.test(value) ? [] : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
  ...(/[a-z]/.test(value) ? [] : ['must contain at least one letter (a-z)']),
  ...(value.includes('--') ? ['must not contain consecutive hyphens'] : []),
  ...(value.startsWith('-') || value.endsWith('-') ? ['must not begin or end with a hyphen'] : []),
];

export const percent: Rule = (value) =>
  percentIn(value) !== undefined
    ? []
    : [formOf("a valid percent string must be a numeric string followed by an ending '%'", PERCENT, '1%', '93%')];

export const headerName: Rule = (value) =>
  /^[-A-Za-z0-9]+$/.test(value)
    ? []
    : [formOf("a valid HTTP header must consist of alphanumeric characters or '-'", HEADER, 'X-Header-Name')];

export const wildcardSubdomain: Rule = (value) =>
  value.startsWith('*.') && isSubdomain(value.slice(2))
    ? tooLong(value, 253)
    : [
        formOf(
          "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character",
          `\\*\\.${SUBDOMAIN}`,
          '*.example.com',
        ),
      ];
