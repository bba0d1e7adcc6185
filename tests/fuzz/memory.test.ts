/** Peak memory and processor time of the built command: some of what `memory.ts` measures, all of it where `PLANLINT_FUZZ` is given. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cases, slowness, use } from './memory.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-memory-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const isLong = process.env['PLANLINT_FUZZ'] !== undefined
const some = cases(isLong ? 7 : 300).filter((_, index) => isLong || index % 7 === 0)

test.each(some.map(each => [`${each.name} ${each.argv.join(' ')}`, each] as const))(
  '%s',
  { timeout: 300_000 },
  (_, each) => {
    const { megabytes, milliseconds, code, trouble } = use(each, folder)
    expect([0, 1, 2], trouble).toContain(code)
    expect(megabytes).toBeLessThan(1000)
    // Fixing judges several times; what has no limits but the time is stopped by the clock on the wall.
    if (!each.isLifted && !each.argv.includes('--fix-dry-run'))
      expect(milliseconds < 5000 ? milliseconds : milliseconds / slowness(folder)).toBeLessThan(5000)
  }
)
