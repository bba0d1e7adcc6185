/** A command without backticks: they are set where its end is sure; elsewhere a person sets them. */
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/fix/edits.ts'
import { lintText } from '../../src/lint/linter.ts'

const before = '# P\n\n## Implementation Steps\n\n### Step 1: Sort\n\n**Verify**: '

function told(value: string): { message: string; help?: string; text?: string } {
  const text = `${before}${value}\n`
  const finding = lintText(text, { forced: 'design-plan' }).findings.find(({ rule }) => rule === 'step-verification')!
  const [fix] = finding.fixes ?? []
  expect(fix?.safe ?? true).toBe(true)
  return {
    message: finding.message.replace(/^Expected backticks around the command in step "Step 1: Sort": /, ''),
    ...(fix
      ? { text: applyEdits(text, fix.edits).text.slice(before.length, -1) }
      : finding.help === undefined
        ? {}
        : { help: finding.help })
  }
}

describe('is set in backticks', () => {
  test.each([
    ['go test ./...', '`go test ./...`'],
    ['npm test.', '`npm test`.'],
    ['run npm test', 'run `npm test`'],
    ['npm test passes', '`npm test` passes'],
    ['$ pytest tests/unit', '`pytest tests/unit`'],
    ['❯ npm test exits 0', '`npm test` exits 0']
  ])('%j', (value, text) => {
    expect(told(value).text).toBe(text)
  })
})

describe('is told as it is written, and left alone', () => {
  test.each([
    'npm run build:prod; it exits 0',
    'pytest tests/unit and tests/integration',
    'npm run check in packages/ui',
    'python manage.py check --deploy ok',
    String.raw`pytest tests/\*.py`,
    'pytest tests/a.py --url=a&amp;b',
    'curl -s <http://localhost:3000/>'
  ])('%j', value => {
    expect(told(value)).toEqual({
      message: `"${value}"`,
      help: 'Put the command alone in backticks, and behind them what it shows'
    })
  })
})

test.each(['pytest tests/unit \\\n  --strict', 'npm test\nand once more'])(
  'what goes on in the next line is left alone: %j',
  value => {
    expect(told(value)).toEqual({
      message: `"${value.split('\n')[0]!}"`,
      help: 'Put the command alone in backticks, and behind them what it shows'
    })
  }
)
