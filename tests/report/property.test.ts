import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNames, formats } from '../../src/report/index.ts'
import type { FileReport, Finding } from '../../src/types.ts'
import { hasOldCommand, parseCommand } from './runner.ts'
import { excludedFile, fileReport, plain, run, unjudgedFile } from './sample.ts'
import { firstForbidden, withoutStyle } from './terminal.ts'
import { validateGitlab, validateRdjson, validateReport, validateSarif } from './validators.ts'

/** Words that break things more often than random units do. */
const words = fc.constantFrom(
  '::',
  '::error::x',
  '##[',
  '##vso[',
  '\n',
  '\r\n',
  '\t',
  '|',
  '](',
  '`',
  '<b>',
  '@a',
  '\u001b[',
  '\u202e',
  '\ud800',
  '日',
  '🫖',
  ']]>',
  '%0A',
  'word '
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.array(words, { maxLength: 8 }).map(parts => parts.join(''))
)
const point = fc.record({
  line: fc.integer({ min: 1, max: 6 }),
  column: fc.integer({ min: 1, max: 200 }),
  offset: fc.nat(200)
})
const place = fc.record({ start: point, end: point })

const findings: fc.Arbitrary<Finding> = fc.record(
  {
    rule: text,
    messageId: text,
    severity: fc.constantFrom('error' as const, 'warning' as const),
    message: text,
    help: text,
    place,
    related: fc.array(fc.record({ place, message: text }), { maxLength: 2 }),
    fixes: fc.array(
      fc.record({
        title: text,
        safe: fc.boolean(),
        edits: fc.array(fc.record({ start: fc.nat(9), end: fc.integer({ min: 9, max: 20 }), text }), { maxLength: 2 })
      }),
      { maxLength: 2 }
    ),
    url: text,
    fingerprint: text
  },
  { requiredKeys: ['rule', 'messageId', 'severity', 'message', 'place', 'url', 'fingerprint'] }
)
const fatalErrors = fc.array(
  fc.record(
    {
      code: text,
      message: text,
      line: fc.integer({ min: 1, max: 9 }),
      column: fc.integer({ min: 1, max: 9 }),
      rule: text
    },
    { requiredKeys: ['code', 'message'] }
  ),
  { maxLength: 2 }
)
const files: fc.Arbitrary<FileReport> = fc
  .record(
    {
      path: text,
      status: fc.option(text),
      source: text,
      notes: fc.array(text, { maxLength: 2 }),
      findings: fc.array(findings, { maxLength: 4 }),
      fatalErrors
    },
    { requiredKeys: ['path', 'status', 'findings', 'fatalErrors'] }
  )
  .chain(facts =>
    fc.oneof(
      text.map(profile => fileReport({ ...facts, profile })),
      text.map(reason => unjudgedFile({ ...facts, reason })),
      text.map(reason => excludedFile({ ...facts, reason }))
    )
  )
const reports = fc
  .tuple(fc.array(files, { maxLength: 3 }), fatalErrors)
  .map(([all, own]) => run(all, { fatalErrors: own }))
const options = fc.record({
  color: fc.boolean(),
  hyperlinks: fc.boolean(),
  quiet: fc.boolean(),
  width: fc.constantFrom(0, 20, 80, Infinity, Number.NaN),
  maxWarnings: fc.constantFrom(0, 3, Infinity)
})

const validators = {
  json: validateReport,
  sarif: validateSarif,
  gitlab: validateGitlab,
  validateRdjson,
  rdjson: validateRdjson
}

test.each(formatNames)(
  '%s takes any report',
  async name => {
    const { render: reporter } = await formats[name]()
    fc.assert(
      fc.property(reports, options, (report, some) => {
        const output = reporter(report, { ...plain, ...some })
        expect(output === '' || output.endsWith('\n')).toBe(true)
        const bare = withoutStyle(output)
        expect(firstForbidden(bare)).toBeUndefined()
        if (name !== 'github') {
          for (const line of bare.split(/[\n\u2028\u2029]/)) {
            expect(/^\s*::/.test(line) || hasOldCommand(line) || parseCommand(line) !== null).toBe(false)
          }
        }
        if (name in validators) {
          const validate = validators[name as keyof typeof validators]
          expect(validate(JSON.parse(output)), JSON.stringify(validate.errors?.[0])).toBe(true)
        }
      }),
      { numRuns: 100 }
    )
  },
  60_000
)
