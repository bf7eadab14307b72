class ArithmeticError extends Error {}

interface Variables {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** How deep brackets and variables that name variables may go. */
const DEEPEST = 40;
const LONGEST_TOKEN = 128;
const TOKEN =
  /^(?:0[xX][0-9a-fA-F]+|\d+|[A-Za-z_]\w*|\*\*|<<=|>>=|<<|>>|<=|>=|==|!=|&&|\|\||\+\+|--|[-+*/%&|^]=|[-+*/%()<>=!~?:,&|^])/;
const LEVELS = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];
const ASSIGNS = ['=', '+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>='];

/** Whole numbers of 64 bits, as the shell counts. */
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);
const truth = (value: boolean): bigint => (value ? 1n : 0n);

function apply(operator: string, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return wrap(left + right);
    case '-':
      return wrap(left - right);
    case '*':
      return wrap(left * right);
    case '/':
    case '%':
      if (right === 0n) throw new ArithmeticError('divide by zero');
      return wrap(operator === '/' ? left / right : left % right);
    case '<<':
      return wrap(left << (right & 63n));
    case '>>':
      return left >> (right & 63n);
    case '<':
      return truth(left < right);
    case '>':
      return truth(left > right);
    case '<=':
      return truth(left <= right);
    case '>=':
      return truth(left >= right);
    case '==':
      return truth(left === right);
    case '!=':
      return truth(left !== right);
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '^':
      return left ^ right;
    case '&&':
      return truth(left !== 0n && right !== 0n);
    case '||':
      return truth(left !== 0n || right !== 0n);
    default:
      throw new ArithmeticError('arithmetic syntax error');
  }
}

/** What stands within `$((…))`: POSIX 2.6.4, with the assignments of C. Its cost is linear in its length. */
export function calculate(text: string, variables: Variables, depth = 0): bigint {
  const wrong = (): ArithmeticError => new ArithmeticError('arithmetic syntax error');
  if (depth > DEEPEST || text.length > 4096) throw wrong();
  const tokens: string[] = [];
  const bare = text.trim();
  for (let from = 0; from < bare.length; ) {
    const c = bare[from] ?? '';
    if (c.trim() === '') {
      from++;
      continue;
    }
    const token = TOKEN.exec(bare.slice(from, from + LONGEST_TOKEN))?.[0];
    if (token === undefined) throw wrong();
    tokens.push(token);
    from += token.length;
  }
  let at = 0;
  let level = 0;
  const take = (...signs: string[]): string | undefined => {
    const token = tokens[at];
    if (token === undefined || !signs.includes(token)) return undefined;
    at++;
    return token;
  };
  const numberOf = (name: string): bigint => {
    const value = variables.get(name)?.trim() ?? '';
    if (value === '') return 0n;
    return /^-?(?:0[xX][0-9a-fA-F]+|\d+)$/.test(value) ? number(value) : calculate(value, variables, depth + 1);
  };
  const number = (digits: string): bigint => {
    const sign = digits.startsWith('-') ? -1n : 1n;
    const plain = digits.replace(/^-/, '');
    if (plain.length > 20) throw wrong();
    if (/^0\d/.test(plain) && /[89]/.test(plain)) throw wrong();
    return wrap(sign * BigInt(/^0\d/.test(plain) ? `0o${plain.slice(1)}` : plain));
  };
  const isName = (token: string | undefined): token is string => token !== undefined && /^[A-Za-z_]/.test(token);
  const store = (name: string, value: bigint): bigint => {
    variables.set(name, String(value));
    return value;
  };
  function primary(): bigint {
    if (++level > DEEPEST) throw wrong();
    try {
      const sign = take('+', '-', '!', '~', '++', '--');
      if (sign === '++' || sign === '--') {
        const name = tokens[at++];
        if (!isName(name)) throw wrong();
        return store(name, wrap(numberOf(name) + (sign === '++' ? 1n : -1n)));
      }
      if (sign) {
        const value = primary();
        return sign === '-' ? wrap(-value) : sign === '!' ? truth(value === 0n) : sign === '~' ? ~value : value;
      }
      if (take('(')) {
        const value = list();
        if (!take(')')) throw wrong();
        return value;
      }
      const token = tokens[at++];
      if (token === undefined) throw wrong();
      if (/^\d/.test(token)) return number(token);
      if (!isName(token)) throw wrong();
      const value = numberOf(token);
      const step = take('++', '--');
      if (step) store(token, wrap(value + (step === '++' ? 1n : -1n)));
      return value;
    } finally {
      level--;
    }
  }
  function power(): bigint {
    const value = primary();
    if (!take('**')) return value;
    const exponent = power();
    if (exponent < 0n) throw new ArithmeticError('exponent less than 0');
    return exponent > 63n && value !== 0n && value !== 1n && value !== -1n ? 0n : wrap(value ** (exponent & 63n));
  }
  function binary(nth: number): bigint {
    const signs = LEVELS[nth];
    if (!signs) return power();
    let value = binary(nth + 1);
    for (let sign = take(...signs); sign; sign = take(...signs)) value = apply(sign, value, binary(nth + 1));
    return value;
  }
  function assignment(): bigint {
    if (++level > DEEPEST) throw wrong();
    const value = assigned();
    level--;
    return value;
  }
  function assigned(): bigint {
    const [name, sign] = [tokens[at], tokens[at + 1]];
    if (isName(name) && sign !== undefined && ASSIGNS.includes(sign)) {
      at += 2;
      const value = assignment();
      return store(name, sign === '=' ? value : apply(sign.slice(0, -1), numberOf(name), value));
    }
    const value = binary(0);
    if (!take('?')) return value;
    const yes = assignment();
    if (!take(':')) throw wrong();
    const no = assignment();
    return value === 0n ? no : yes;
  }
  function list(): bigint {
    let value = assignment();
    while (take(',')) value = assignment();
    return value;
  }
  if (tokens.length === 0) return 0n;
  const value = list();
  if (at < tokens.length) throw wrong();
  return value;
}
