import type { Demand } from '../../src/profiles/schema.ts'

/** What messages call the kinds of content. */
export const contentNames: Readonly<Record<Demand['kind'], string>> = {
  text: 'text',
  prose: 'text',
  list: 'list',
  tasks: 'task list',
  table: 'table',
  command: 'command',
  path: 'file path',
  code: 'code block',
  tree: 'file tree',
  date: 'date',
  stamp: 'date',
  diagram: 'diagram',
  title: 'title',
  normative: 'requirement',
  scenario: 'scenario',
  question: 'question',
  gate: 'gate',
  sections: 'section'
}

/** What there are several of, where there is to be more than one. */
const several: Readonly<Partial<Record<Demand['kind'], string>>> = {
  text: 'paragraphs',
  prose: 'paragraphs',
  list: 'items',
  tasks: 'tasks',
  table: 'rows',
  command: 'commands',
  path: 'file paths',
  code: 'code blocks',
  tree: 'file trees',
  diagram: 'diagrams'
}

/**
 * What content there is none of, or too little, and how it is written.
 *
 * @param found How many there are of what several are demanded of.
 * @param where Behind what is to be written: ' under "Goal"'.
 */
export function lackWords(
  { kind, min = 1, hint }: Demand,
  found: number | undefined,
  where = ''
): { data: Record<string, string | number>; help: string } {
  const many = `at least ${min} ${several[kind]}`
  return found === undefined
    ? {
        data: { want: contentNames[kind] },
        help: hint ?? `Write a ${contentNames[kind]}${where}${min > 1 ? `: ${many}` : ''}`
      }
    : { data: { want: several[kind]!, found, min }, help: hint ?? `Write ${many}` }
}

/** What is there of what is too little, behind a message. */
export function foundWords({ found, min }: Record<string, string | number>): string {
  return found === undefined ? '' : `: found ${found}, expected at least ${min}`
}
