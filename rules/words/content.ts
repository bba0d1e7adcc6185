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
