import { linesOf } from '../read/lines.ts';

/** What only Helm fills in; other templates have other names, such as `{{ $labels.pod }}` of an alert. */
const HELMS = /\.(?:Values|Release|Chart|Capabilities)\b|\b(?:toYaml|nindent)\b/;
/** An expression that stands alone on its line. */
const ALONE = /^\{\{-?\s{0,9}(?:if|range|with|end|else|define|template|include|block)\b.*\}\}$/;

/** A manifest whose values Helm fills in: no YAML before it is rendered, and right as it stands. */
export const isHelmTemplate = (text: string): boolean =>
  text.includes('{{') &&
  linesOf(text.split('\n'), false).some(
    ({ role, text: line }) =>
      role !== 'comment' &&
      line.includes('{{') &&
      (HELMS.test(line.slice(line.indexOf('{{'))) || (role === 'code' && ALONE.test(line.trim()))),
  );
