/** No configuration of a repository makes git run anything: every key that takes a command, with files whose times have changed. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { repo, sweep, type TestRepo } from './make.ts'

const bin = path.join(import.meta.dirname, '../../dist/bin.cjs')

/** From `git help config`: what names a program, as a value. `X` stands for the driver, tool or remote of that name. */
const keys = `
  alias.rev-parse alias.ls-files alias.diff alias.log alias.config browser.X.cmd core.alternateRefsCommand core.askPass core.editor
  core.fsmonitor core.gitProxy core.pager core.sshCommand credential.helper diff.external diff.X.command diff.X.textconv
  difftool.X.cmd filter.X.clean filter.X.process filter.X.smudge gpg.program gpg.openpgp.program gpg.ssh.defaultKeyCommand
  gpg.ssh.program gpg.x509.program guitool.X.cmd imap.tunnel instaweb.httpd interactive.diffFilter man.X.cmd merge.X.driver
  mergetool.X.cmd pager.config pager.diff pager.log pager.ls-files remote.origin.receivepack remote.origin.uploadpack
  remote.origin.vcs sendemail.sendmailCmd sendemail.toCmd sequence.editor ssh.variant submodule.X.update tar.X.command
  trailer.X.cmd trailer.X.command uploadpack.packObjectsHook web.browser`
  .trim()
  .split(/\s+/)

const plan = (tree: string) => `---
planlint: design-plan
---
# Plan

## Files Modified or Created

### Directory Tree

\`\`\`
${tree}
\`\`\`
`

let made: TestRepo
let program: string
let ran: string

beforeAll(() => {
  made = repo()
  program = path.join(made.top, '.git/evil.sh')
  ran = path.join(made.top, '.git/ran')
  made.write({
    '.gitattributes': '* filter=X diff=X merge=X\n',
    'src/a.ts': 'a\n',
    'PLAN.md': plan('src/a.ts <new>\nsrc/none.ts <modified>'),
    'sub.md': '# Not a plan\n'
  })
  made.commit('one')
  made.git('tag', 'base')
  made.commit('two', { 'src/b.ts': 'b\n' })
  fs.writeFileSync(program, `#!/bin/sh\necho "$@" >> '${ran}'\ncat\n`, { mode: 0o755 })
  for (const key of keys) made.git('config', key, key === 'submodule.X.update' ? `!${program}` : program)
  made.git('config', 'log.showSignature', 'true')
  made.git('config', 'core.hooksPath', '.git/evil-hooks')
  fs.mkdirSync(path.join(made.top, '.git/evil-hooks'))
  for (const hook of ['post-index-change', 'fsmonitor-watchman', 'pre-auto-gc', 'reference-transaction'])
    fs.copyFileSync(program, path.join(made.top, '.git/evil-hooks', hook))
})
afterAll(sweep)

/** As an editor leaves them that saves without a change: git has to look into the files. */
function touch(): void {
  const now = new Date()
  for (const file of ['PLAN.md', 'src/a.ts', 'src/b.ts', 'sub.md', '.gitattributes'])
    fs.utimesSync(path.join(made.top, file), now, now)
}

function planlint(...argv: string[]): number {
  try {
    execFileSync(process.execPath, [bin, ...argv], { cwd: made.top, env: made.env, stdio: 'ignore' })
    return 0
  } catch (error) {
    return (error as { status: number }).status
  }
}

test('the trap works: git itself runs what the configuration says', () => {
  touch()
  made.git('status', '--short')
  expect(fs.existsSync(ran)).toBe(true)
  fs.rmSync(ran)
})

describe.each([
  [['PLAN.md']],
  [['.']],
  [['--since', 'base', '.']],
  [['--staged']],
  [['--compare', 'base', 'PLAN.md']],
  [['--fix-dry-run', 'PLAN.md']],
  [['--cache', 'PLAN.md']],
  [['--print-config', 'PLAN.md']],
  [['status', '.']],
  [['diff', 'PLAN.md', '--base', 'base']]
])('planlint %j', argv => {
  test('starts nothing that the repository names', () => {
    touch()
    const code = planlint('--no-config-js', ...argv)
    expect([0, 1, 2]).toContain(code)
    expect(fs.existsSync(ran) ? fs.readFileSync(ran, 'utf8') : '').toBe('')
  })
})
