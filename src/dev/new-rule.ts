/** `npm run new-rule -- my-rule`: writes the rule and its first two fixtures, in the current folder. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const [id] = process.argv.slice(2)
if (id === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
  fail('Expected a name in kebab-case: npm run new-rule -- my-rule')
const file = `rules/${id}/index.ts`
if (existsSync(file)) fail(`${file} exists already`)

const rule = `import { defineRule } from '../../src/lint/rule.ts'

export default defineRule<'found'>({
  id: '${id}',
  summary: 'Steps are named in fewer than ten words.',
  why: 'Say in a sentence what goes wrong where the rule is broken.',
  whenOff: 'Say in a sentence which projects do well without it.',
  severity: 'warning',
  messages: { found: d => \`Expected a name of fewer than ten words, found \${d.words}\` },
  *check({ plan }) {
    for (const step of plan.units('step')) {
      const words = step.name.split(' ').length
      if (words >= 10) yield { message: 'found', data: { words }, at: step.part.place, help: 'Say the rest under Actions' }
    }
  }
})
`
const valid = `---
planlint: design-plan
---
## Implementation Steps

### Step 1: Read the tokens
`
const invalid = `---
planlint: design-plan
---
## Implementation Steps

### Step 1: Read all of the tokens and then store each one of them in the table
`
save(file, rule)
save(`fixtures/rules/${id}/valid-1.md`, valid)
save(`fixtures/rules/${id}/invalid-1.md`, invalid)
process.stdout.write(`Next: write the check in ${file} and the fixtures, then\n  npm run accept\n`)

function save(name: string, text: string): void {
  mkdirSync(path.dirname(name), { recursive: true })
  writeFileSync(name, text)
  process.stdout.write(`${name}\n`)
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
