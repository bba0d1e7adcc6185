import type { ReportOptions } from '../../src/report/types.ts'
import type { RunReport } from '../../src/types.ts'
import { excludedFile, fileReport, finding, plain, run, unjudgedFile } from './sample.ts'

/** Every kind of text that has broken a report somewhere. */
export const poisons = [
  '::error file=a.md::owned',
  '  ::set-output name=x::owned',
  '\n::error::owned',
  '\r\n::add-mask::a',
  '\u2028::error::owned',
  '##[error]owned',
  'before ##[add-path]/tmp/x ##vso[task.setvariable variable=a]b',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007 \u009b31m',
  '<script>alert(1)</script><img src=x onerror=alert(1)> <!-- --> </details>',
  ']]> <![CDATA[ &amp; &lt; &#0; "quoted" \'single\'',
  'a | b || c \\| d \\',
  '`code` ``more` ``` ~~~ **bold** _it_ ~~gone~~ $x$ # Heading',
  '[click](https://evil.example) ![i](https://evil.example/i.png) <https://evil.example> https://evil.example www.evil.example me@evil.example [a]: b',
  '@everyone @org/team #1 GH-1 org/repo#2 !3',
  '\u202egpj.exe\u202c \u2066\u2069 \u200e\u200f\u061c',
  'zero\u200bwidth\u200d\u2060\ufeff\u00ad\u{e0041}\u{e0100}\u3164',
  'nul\0 bell\u0007 back\b del\u007f form\f \ufffe \uffff',
  'lone \ud800 and \udc00',
  '%0A::error::x %25 100%, a:b, c=d',
  '- 1. > | --- | --- |',
  'several\n  ::error::lines\n##[error]x',
  '',
  ' '
]

const all = poisons.join(' ')
const url = 'https://evil.example/\u001b\\"><script>)'

/** Poison in every slot of a report. */
export const poisoned: RunReport = run(
  [
    ...poisons.map((poison, index) =>
      fileReport({
        path: index % 2 === 0 ? `${poison}.md` : `docs/${poison}/${poison}`,
        profile: poison,
        status: poison,
        source: `${poison}\n${poison}\t${poison}\n${all}`,
        notes: [poison],
        findings: [1, 2, 3].map(line =>
          finding({
            rule: line === 3 ? poison : 'file-tree',
            severity: line === 2 ? 'warning' : 'error',
            message: poison,
            help: poison,
            url: line === 1 ? url : poison,
            fingerprint: poison,
            place: { start: { line, column: 1 + index, offset: 0 }, end: { line, column: 900, offset: 0 } },
            related: [
              {
                message: poison,
                place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 2, column: 1, offset: 0 } }
              }
            ],
            fixes: [{ title: poison, safe: true, edits: [{ start: 0, end: 1, text: poison }] }]
          })
        ),
        fatalErrors:
          index % 3 === 0
            ? [
                { code: poison, message: poison, line: 1, column: 1, rule: poison },
                { code: poison, message: poison }
              ]
            : []
      })
    ),
    fileReport({
      path: ':',
      findings: [
        finding({
          message: 'a::b',
          place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }
        })
      ]
    }),
    fileReport({ path: '', profile: '::error::x', notes: ['::error::x'] }),
    unjudgedFile({ path: all, reason: all, notes: [all] }),
    excludedFile({ path: all, reason: '::error::x', notes: [all], expected: true })
  ],
  { version: '0.1.0', fatalErrors: poisons.map(poison => ({ code: poison, message: poison })) }
)

/** Poison in the rules' own documentation. */
export const poisonedOptions: ReportOptions = {
  ...plain,
  rules: ['file-tree', ...poisons].map(id => ({ id, summary: all, why: all, url, markdown: all, severity: 'error' }))
}
