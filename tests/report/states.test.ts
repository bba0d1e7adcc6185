/** No format forgets a file that was not judged, one that is excluded, or a note: whoever reads one format alone is not misled. */
import { describe, expect, test } from 'vitest'
import { formatNames, formats } from '../../src/report/index.ts'
import { excludedFile, fileReport, plain, run, unjudgedFile } from './sample.ts'

const judged = fileReport({
  path: 'docs/a-plan.md',
  notes: ['Shallow clone: history is cut off'],
  skipped: ['file-tree']
})
const unjudged = unjudgedFile({ path: 'named.md', reason: 'nothing like a plan', expected: true })
const excluded = excludedFile({ path: 'template.md', reason: 'a template', expected: true })
const others = ['README.md', 'docs/b.md'].map(path => unjudgedFile({ path, reason: 'no plan at all' }))
const report = run([judged, ...others, unjudged, excluded])

describe.each(formatNames)('%s', name => {
  test('says why a file was not judged, or is excluded, and which', async () => {
    const text = (await formats[name]()).render(report, plain)
    for (const word of ['nothing like a plan', 'named.md', 'a template', 'template.md']) expect(text).toContain(word)
  })

  test('says which checks could not run, and why', async () => {
    expect((await formats[name]()).render(report, plain)).toContain('Shallow clone: history is cut off')
  })

  test('says what else a folder holds, in one line', async () => {
    const text = (await formats[name]()).render(report, plain)
    expect(text).toContain('no plan at all')
    if (!['json', 'sarif'].includes(name)) expect(text.match(/no plan at all/g)).toHaveLength(1)
  })

  test('calls nothing that was not judged clean', async () => {
    const text = (await formats[name]()).render(run([unjudged]), plain)
    expect(text).toContain('nothing like a plan')
    expect(text).not.toMatch(/passed|no problems|✔|✅/)
  })
})

test('json counts the states', async () => {
  const { summary } = JSON.parse((await formats.json()).render(report, plain))
  expect(summary).toMatchObject({ files: 5, judged: 1, excluded: 1, notJudged: 3 })
})

test('junit skips rules that could not run, and says why', async () => {
  expect((await formats.junit()).render(report, plain)).toContain(
    '<testcase name="file-tree" classname="docs/a-plan.md" time="0"><skipped message="Shallow clone: history is cut off"/>'
  )
})

test('agent does not say passed beside a file that was named and not judged', async () => {
  expect((await formats.agent()).render(run([judged]), plain)).toMatch(/^passed$/m)
  expect((await formats.agent()).render(report, plain)).not.toContain('passed')
})

test('how sure a profile is stands beside it', async () => {
  const likely = run([fileReport({ recognised: 'likely' })])
  for (const name of ['stylish', 'markdown', 'agent', 'github', 'junit'] as const)
    expect((await formats[name]()).render(likely, plain)).toContain('design-plan (likely)')
})
