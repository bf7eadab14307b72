/** ` topic:"파드"`, as it stands in a command line, with a space before it; nothing where no topic was typed. */
export const typedTopic = (topic: string | undefined): string =>
  topic === undefined ? '' : ` topic:"${topic.replaceAll('"', '')}"`;

/** What else was typed beside a topic, likewise: ` count:5 seconds:20`. */
export const restOfLine = (options: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(options)
    .flatMap(([name, value]) => (name === 'topic' || value === undefined ? [] : [` ${name}:${value}`]))
    .join('');
