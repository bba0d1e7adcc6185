import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOf, ruleIds, runIn } from './harness.ts'

async function scriptFor(shell: string): Promise<string> {
  const { code, stdout, stderr } = await runIn({ cwd: '/' }, 'completion', shell)
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0

describe.runIf(has('bash'))('bash', () => {
  /** What real bash offers for these words, the last of which is being typed. */
  async function offers(...words: string[]): Promise<string[]> {
    const cwd = folderOf({
      'my plan.md': '',
      'rules.md': '',
      'docs/a.md': '',
      'completion.bash': await scriptFor('bash')
    })
    const driver =
      'source ./completion.bash; COMP_WORDS=(planlint "$@"); COMP_CWORD=$#; _planlint 2>/dev/null; printf "%s\\n" "${COMPREPLY[@]}"'
    const out = execFileSync('bash', ['--norc', '-c', driver, 'bash', ...words], { cwd, encoding: 'utf8' })
    return out.split('\n').filter(line => line !== '')
  }

  test('commands and files first, files after', async () => {
    expect(await offers('')).toEqual(
      expect.arrayContaining(['explain', 'rules', 'profiles', 'completion', 'docs', 'my plan.md', 'rules.md'])
    )
    expect(await offers('ru')).toEqual(['rules', 'rules.md'])
    expect(await offers('docs/a.md', 'ru')).toEqual(['rules.md'])
    expect(await offers('docs/')).toEqual(['docs/a.md'])
    expect(await offers('--', 'my')).toEqual(['my plan.md'])
  })

  test('options, and the values of those that have known ones', async () => {
    expect(await offers('--no-c')).toEqual(['--no-config', '--no-config-js', '--no-color'])
    expect(await offers('--format', 'js')).toEqual(['json'])
    expect(await offers('--format', '=', 's')).toEqual(['stylish', 'sarif'])
    expect(await offers('-p', '')).toEqual(['design-plan', 'planning-md'])
    expect(await offers('--max-warnings', '')).toEqual([])
    expect(await offers('--config', 'my')).toEqual(['my plan.md'])
  })

  test('within a command', async () => {
    expect(await offers('explain', '')).toEqual(ruleIds)
    expect(await offers('profiles', '--f')).toEqual(['--format', '--from'])
    expect(await offers('rules', '--format', '')).toEqual(['text', 'json'])
    expect(await offers('completion', 'f')).toEqual(['fish'])
  })
})

describe.each(['zsh', 'fish'])('%s', shell => {
  test('knows every option and command', async () => {
    const text = await scriptFor(shell)
    for (const word of [
      'explain',
      'completion',
      'no-config-js',
      'max-warnings',
      'design-plan',
      'step-verification',
      'sarif'
    ])
      expect(text).toContain(word)
    expect(text).not.toContain('undefined')
  })

  test.runIf(has(shell))('is valid', async () => {
    const cwd = folderOf({})
    fs.writeFileSync(path.join(cwd, 'script'), await scriptFor(shell))
    expect(spawnSync(shell, ['-n', 'script'], { cwd, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })
})
