import type { CommandFlaw, FlawReport, Silence, Wait } from '../../src/shell/index.ts'

/** What is wrong with a command, in a clause. */
export function detailOf(report: FlawReport): string {
  switch (report.flaw) {
    case 'cannot-fail':
      return silence(report.why)
    case 'never-ends':
      return `\`${report.command}\` runs until it is stopped`
    case 'interactive':
      return `\`${report.command}\` ${waits[report.waits]}`
    case 'machine-bound':
      return `\`${report.path}\` exists on one machine only`
    case 'placeholder':
      return `\`${report.text}\` is to be filled in`
    case 'syntax':
      return report.problem.charAt(0).toLowerCase() + report.problem.slice(1)
  }
}

function silence(why: Silence): string {
  switch (why.how) {
    case 'hidden':
      return `\`${why.by}\` hides the failure of \`${why.of ?? (why.isCondition ? 'its condition' : 'what is before it')}\``
    case 'forgiven':
      return `\`${why.flag}\` lets \`${why.program}\` succeed whatever it finds`
    case 'idle':
      return `\`${why.flag}\` has \`${why.program}\` check nothing`
    case 'none-picked':
      return `\`${why.flag}\` selects no test of \`${why.program}\``
    case 'always':
      return `\`${why.command}\` always succeeds`
  }
}

const waits: Record<Wait, string> = {
  editor: 'opens an editor',
  keys: 'needs somebody at the keyboard',
  session: 'opens an interactive session',
  account: 'asks for an account',
  consent: 'asks before it goes on',
  fields: 'asks for each field',
  changes: 'asks for each change',
  window: 'opens a window'
}

/** What to write instead. */
export function helpOf(report: FlawReport): string {
  if (report.flaw === 'interactive' && report.takes) return given[report.takes]
  // What is looked at while it runs is started and stopped; a check ends by itself once nothing has it watch.
  if (report.flaw === 'never-ends' && report.reruns) return 'Run it once, without what has it watch'
  return helps[report.flaw]
}

const helps: Record<CommandFlaw, string> = {
  'cannot-fail': 'Use a command that fails when the step is not done, such as a test',
  'never-ends': 'Run it once, or start it with `&`, check it and stop it',
  interactive: 'Use a command that ends by itself and whose exit status says the result',
  'machine-bound': 'Use a path relative to the repository',
  placeholder: 'Write the real value, so that the command can be run as it stands',
  syntax: 'Write the command as the shell reads it: close quotes and brackets, complete operators'
}

const given = {
  query: 'Give the query on the command line, such as `psql -c "…"`',
  command: 'Give the command to run: `ssh host command`',
  code: 'Give the code on the command line (`-c` or `-e`) or in a file'
}
