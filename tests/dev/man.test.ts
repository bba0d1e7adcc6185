import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintOptions } from '../../src/cli/args/lint-options.ts'
import { loadCommands } from '../../src/cli/commands.ts'
import { renderMan } from '../../src/dev/gen-man.ts'

const file = path.join(import.meta.dirname, '../../man/planlint.1')
const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0

test('the page is that of the tables', async () => {
  expect(fs.readFileSync(file, 'utf8')).toBe(await renderMan())
})

/** As a reader sees it, in one line each. */
function shown(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '200', MAN_KEEP_FORMATTING: '' }
  })
  expect([status, stderr]).toEqual([0, ''])
  return stdout.replace(/.\u0008/g, '')
}

describe.each([
  ['mandoc', ['-T', 'utf8', '-W', 'error', '-O', 'width=200', file]],
  ['groff', ['-man', '-Tutf8', '-ww', '-P-c', '-rLL=200n', file]]
])('%s', (program, args) => {
  test.runIf(
    has(program, program === 'groff' ? '-v' : '-T', ...(program === 'groff' ? [] : ['lint', '-W', 'unsupp', file]))
  )('shows every command and option, no markup', async () => {
    const page = shown(program, args)
    for (const option of lintOptions)
      expect(page).toContain(option.kind === 'negative' ? `--no-${option.name}` : `--${option.name}`)
    for (const command of await loadCommands()) expect(page).toContain(command.description)
    expect(page).not.toMatch(/\\f|\\\[|\\-/)
  })
})
