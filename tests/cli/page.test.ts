/** Pages of rules and help, as a terminal shows them. */
import { expect, test } from 'vitest'
import { pageForTerminal } from '../../src/cli/output/page.ts'
import { createStyle } from '../../src/report/text/style.ts'
import { ruleIds, runIn, folderOf } from './harness.ts'

const plain = createStyle({ color: false, hyperlinks: false })
const page = `# some-rule

Every step says what it **is** for, see [the guide](../docs/guide.md), and \`npx x\` shows it.

- \`Missing "<name>" in a message that is far longer than a line of a narrow terminal is\`

| Profile | Severity |
| --- | --- |
| \`a\` | error |
| \`a-long-one\` | warning |

\`\`\`text
| no table |
# no heading
\`\`\`
`

test('headings, code, links and tables are shown, not their marks, within the width', () => {
  const shown = pageForTerminal(page, 44, plain)
  expect(shown).toBe(`some-rule

Every step says what it is for, see the
guide, and npx x shows it.

- Missing "<name>" in a message that is far
  longer than a line of a narrow terminal
  is

  Profile     Severity
  a           error
  a-long-one  warning

    | no table |
    # no heading
`)
})

test('in colour at a terminal, and Markdown elsewhere', async () => {
  const cwd = folderOf({})
  const piped = (await runIn({ cwd }, 'explain', ruleIds[0]!)).stdout
  expect(piped).toMatch(/^# /)
  const coloured = (await runIn({ cwd }, 'explain', ruleIds[0]!, '--color')).stdout
  expect(coloured).toContain(`\u001b[1m${ruleIds[0]}\u001b[0m`)
  expect(coloured).not.toMatch(/^#|^\| ---|```/m)
})

test('help shows its groups in one order, and calls to begin with', async () => {
  const order = ['Which plans:', 'What is judged:', 'Fixing:', 'Report:', 'Exit code:', 'Configuration:', 'Other:']
  for (const command of [[], ['status'], ['diff']]) {
    const { stdout } = await runIn({ cwd: folderOf({}) }, ...command, '--help')
    const at = order.map(title => stdout.indexOf(`\n${title}\n`)).filter(each => each >= 0)
    expect([command, at]).toEqual([command, at.toSorted((a, b) => a - b)])
    expect(stdout).toContain('\nExamples:\n  planlint')
    expect(stdout).not.toContain('\n\n\n')
  }
}, 60_000)
