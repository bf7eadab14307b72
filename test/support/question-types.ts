/** A concept with a question of each type that is answered in parts or by an estimate. */
import { termFile } from './content.ts';

const GAP = `  - type: gap
    id: gap-picked
    ask: { ko: 매니페스트의 빈칸을 골라 채워 보세요., en: Choose what goes in the manifest. }
    code: |
      apiVersion: ___
      kind: ___
    blanks:
      - { right: apps/v1, wrong: [v1, batch/v1] }
      - { right: Deployment, wrong: [Deploy, Pod] }
    why: { ko: 디플로이먼트는 apps 그룹에 있어요., en: A Deployment is in the group apps. }
`;

const TYPED = `  - type: gap
    id: gap-typed
    ask: { ko: '오래된 것부터: (1)___, 그다음은 (2)___.', en: 'Oldest first: (1)___, then (2)___.' }
    blanks:
      - { accept: [물리 서버, server] }
      - { accept: [가상 머신, VM] }
    why: { ko: 컨테이너는 그 뒤에 나왔어요., en: Containers came after both. }
`;

const MATCH = `  - type: match
    id: match
    ask: { ko: 명령과 하는 일을 짝지어 보세요., en: Match the commands. }
    pairs:
      - { left: "\`get\`", right: { ko: 목록을 봐요, en: lists things } }
      - { left: "\`logs\`", right: { ko: 찍은 글을 봐요, en: shows output } }
      - { left: "\`exec\`", right: { ko: 안에서 실행해요, en: runs inside } }
    wrong: [{ ko: 설치해요, en: installs }]
    why: { ko: 이름 그대로예요., en: As the names say. }
`;

const ESTIMATE = `  - type: estimate
    id: estimate
    ask: { ko: 노드 한 대에 몇 개까지일까요?, en: How many on one node? }
    answer: 110
    tolerance: 10
    unit: { ko: 개, en: Pods }
    why: { ko: 기본값이 110이에요., en: The default is 110. }
`;

export const NEW_TYPES = ['match', 'gap-picked', 'gap-typed', 'estimate'] as const;

const BY_ID: Readonly<Record<(typeof NEW_TYPES)[number], string>> = {
  match: MATCH,
  'gap-picked': GAP,
  'gap-typed': TYPED,
  estimate: ESTIMATE,
};

/** The files of a course of one concept, `a`, with these questions. */
export const courseOf = (ids: readonly (typeof NEW_TYPES)[number][] = NEW_TYPES): Record<string, string> => ({
  'glossary/a.md': termFile('a', `questions:\n${ids.map((id) => BY_ID[id]).join('')}`),
});
