/** Comments and other HTML that nothing ends: all that follows is hidden. */
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../src/parse/parse.ts'
import { lintText } from '../../src/index.ts'
import { buildOutline } from '../../src/outline/outline.ts'

/** "line of the opener, what it is, what would end it, whether it hides all". */
function read(text: string): string[] {
  return buildOutline(parsePlan(text), text, new Set()).brokenFences.map(
    ({ place, html, hidesAll }) =>
      `${place.start.line} ${html?.of} ${html?.closer}${hidesAll ? '' : ' of its container'}`
  )
}

describe.each(['\n', '\r\n', '\r'])('where lines end in %j', newline => {
  it.each<[string[], string[]]>([
    [['# A', '', '<!-- note', '', '## B', 'b'], ['3 comment -->']],
    [['# A', '', '<!-- note ->', '', '- b', ''], ['3 comment -->']],
    [['# A', '', '<!-- note', '', '**Goal:** b'], ['3 comment -->']],
    [['<PRE class="x">', '', '## B'], ['1 element </PRE>']],
    [['<script>', '', '- [ ] b'], ['1 element </script>']],
    [['<?php', '', '## B'], ['1 processing instruction ?>']],
    [['<![CDATA[', '', '## B'], ['1 CDATA section ]]>']],
    [['<!DOCTYPE html', '', '## B'], ['1 declaration >']],
    [['- a', '', '  <!-- b', '', '  - c'], ['3 comment --> of its container']],
    // Ended, by its own end or by that of another of its kind.
    [['<!-- note', '', '## B', '-->'], []],
    [['<pre>', '', '## B', '</style>'], []],
    // Nothing of a plan is in it, or of a plan that is quoted.
    [['# A', '', '<!-- note', '', 'and so on'], []],
    [['# A', '', '<!-- ## B'], []],
    [['<script>', '# run', '- a'], []],
    [['> <!-- note', '>', '> ## B'], []],
    // A blank line ends these.
    [['<details>', '', '## B'], []],
    [['a <!-- note', '', '## B'], []],
    [['```', '<!-- note', '', '## B', '```'], []]
  ])('reads %j as %j', (lines, expected) => {
    expect(read(lines.join(newline))).toEqual(expected)
  })
})

describe('a comment that nothing ends', () => {
  it('is told of in a plan without a template', () => {
    const text = ['# Plan', '', '1. Run `npm test`', '', '<!-- note', '', '## Step 2: Later', '', 'TBD', ''].join('\n')
    const { findings } = lintText(text, { options: { profile: 'generic' } })
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'error: Unclosed comment: "<!-- note" hides what follows'
    ])
  })
})
