/** The same bytes in any locale and time zone, and whatever was judged before. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

async function said(env: Record<string, string>, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'say.ts'), ...words],
    { env: { ...process.env, NO_COLOR: '1', ...env }, maxBuffer: 1 << 28 }
  )
  return stdout
}

test('other locales, time zones and orders give the same bytes', async () => {
  const usual = await said({ LANG: 'C', LC_ALL: 'C', TZ: 'UTC' })
  expect(usual.length).toBeGreaterThan(30_000)
  for (const [env, ...words] of [
    [{ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' }],
    [{ LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', TZ: 'Asia/Kathmandu' }, 'backwards']
  ] as const) {
    expect((await said(env, ...words)) === usual, JSON.stringify([env, words])).toBe(true)
  }
}, 240_000)
