const PASS = /^(?:모르겠\S*|몰라\S*|모름|패스|pass|skip|\?+|i don'?t know)[.!~]*$/i;

/** Do the words say that somebody does not know? Whoever does not is shown the answer, as for a wrong one. */
export const saysPass = (text: string): boolean => PASS.test(text.trim());
