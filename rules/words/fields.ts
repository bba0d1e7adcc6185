import type { Lack, FieldShape } from '../../src/checks/expect.ts'
import type { FieldProblem } from '../../src/checks/fields.ts'
import type { Problem } from '../../src/lint/rule.ts'
import { alsoBy, labelsOfGroup } from '../../src/profiles/fields.ts'
import type { FieldSpec } from '../../src/profiles/schema.ts'
import { contentNames, lackWords } from './content.ts'

/**
 * What a rule yields for a defect of a field, but for the message's name.
 *
 * @param holder What the message says of whatever holds the field.
 */
export function fieldWords(problem: FieldProblem, holder: Record<string, string>): Omit<Problem, 'message'> {
  const { kind, at, severity } = problem
  return {
    data: {
      ...holder,
      ...(kind === 'missing' ? { label: wanted(problem.field).join('" or "') } : {}),
      ...(kind === 'misspelt' ? { found: problem.found } : {}),
      ...(kind === 'form' ? { expected: expectedOf(problem.lack) } : {})
    },
    at,
    help: helpOf(problem),
    ...(kind === 'misspelt' ? { fixes: problem.fixes } : {}),
    ...(severity ? { severity } : {})
  }
}

/** The labels that would do, two at most: of files that are created or changed one is enough. */
function wanted({ spec }: FieldProblem['field']): readonly string[] {
  return spec.kind === 'files' ? labelsOfGroup(spec).slice(0, 2) : [spec.label]
}

/** How a defect of a field is fixed. */
function helpOf(problem: FieldProblem): string {
  const { form, hint, label } = problem.field.spec
  if (problem.kind === 'missing' && form === 'tag') return `Add "${inTags(label, hint ?? '…')}"`
  if (problem.kind === 'missing' && form === 'attribute') return `Write ${label}="${hint ?? '…'}" in its tag`
  if (problem.kind === 'missing' && problem.isRow) return fillIn(problem.field.spec)
  switch (problem.kind) {
    case 'misspelt':
      return `Write **${problem.label}**`
    case 'missing':
      return `Add ${wanted(problem.field)
        .map(label => `**${label}**`)
        .join(' or ')}: ${hint ?? '…'}`
    case 'empty':
      return `Write ${hint ?? 'it out'}${alsoBy(problem.field.spec, 'none') ? ', or "None"' : ''}`
    case 'form':
      return lackHelp(problem.lack)
  }
}

/** How a cell of a row is filled in. */
export function fillIn({ label, hint }: FieldSpec): string {
  return `Write ${hint ?? 'it'} in the column "${label}"`
}

/** A value as it stands between its tags. */
export function inTags(name: string, value: string): string {
  return `<${name}>${value}</${name}>`
}

/** What stands in a message behind "Expected". */
function expectedOf(lack: Lack): string {
  switch (lack.what) {
    case 'shape':
      return shapes[lack.shape].name
    case 'content': {
      if (lack.found !== undefined) {
        const { data } = lackWords(lack.demand, lack.found)
        return `at least ${data['min']} ${data['want']}`
      }
      const name = contentNames[lack.demand.kind]
      return name === 'text' ? name : `a ${name}`
    }
    case 'description':
      return 'what changes'
    case 'tick':
      return 'a ticked box'
    case 'mark':
      return `"(new)" or "(modify)" beside ${lack.path}`
  }
}

function lackHelp(lack: Lack): string {
  switch (lack.what) {
    case 'shape':
      return shapes[lack.shape].help ?? `Write ${shapes[lack.shape].name} there`
    case 'content':
      return lack.demand.hint ?? `Write ${expectedOf(lack)} there`
    case 'description':
      return 'Say behind the path what changes in it, or what it is for: more than "new" or "modified"'
    case 'tick':
      return 'Tick the boxes that apply: "- [x] …"'
    case 'mark':
      return 'Write "(new)" or "(modify)" behind it'
  }
}

const shapes: Readonly<Record<FieldShape, { name: string; help?: string }>> = {
  list: { name: 'a list', help: 'Write it as a list: "- …"' },
  tasks: { name: 'a task list', help: 'Write each as a task: "- [ ] …"' },
  choice: { name: 'a task list' },
  table: { name: 'a table', help: 'Write it as a table' },
  files: { name: 'a file path', help: 'Name the file in backticks: "`src/a-file.ts`"' },
  code: { name: 'a code block', help: 'Write it in a fence' },
  command: {
    name: 'a command',
    help: 'Write the command in backticks or a fence, with what it shows: `npm test` passes'
  }
}
