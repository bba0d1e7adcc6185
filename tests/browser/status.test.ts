/** The status page in a real browser: what a reader sees, does by keyboard, and what a poisoned plan can't do. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusHtml } from '../../src/apps/status/html.ts'
import { daysAgo, judged, plan, statusOf } from '../apps/status/reports.ts'
import { expectAccessible, launch, open, skipped } from './browser.ts'

const poison = '"><script>boom()</script><img src=//example.org/x onerror=boom()>\u202e\' onmouseover="boom()" `'
const quiet = (path: string, text: string) => ({ ...judged(path, text), findings: [] })
const report = statusOf(
  [
    quiet(
      'docs/cache.md',
      plan({
        title: 'Cache',
        files: [['src/cache.ts', 'new']],
        steps: [
          [true, true],
          [true, false]
        ]
      })
    ),
    judged('docs/queue.md', plan({ title: 'Queue', question: 'Which disk?' })),
    quiet('docs/export.md', plan({ title: 'Export', files: [['src/export.ts', 'new']], steps: [[true, true]] })),
    judged(
      `docs/${poison}.md`,
      plan({
        title: poison,
        goal: `TBD ${poison}`,
        files: [
          [poison, 'new'],
          ['src/queue.ts', 'modified']
        ]
      })
    )
  ],
  { 'docs/cache.md': daysAgo(2), 'docs/queue.md': daysAgo(40), 'docs/export.md': daysAgo(90) }
)

describe.skipIf(skipped !== undefined)('status page', () => {
  let browser: Browser
  let address: string
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-page-'))
  const size = { width: 1280, height: 900 }

  beforeAll(async () => {
    const file = path.join(folder, 'status.html')
    fs.writeFileSync(file, statusHtml(report))
    address = pathToFileURL(file).href
    browser = await launch()
  }, 30_000)
  afterAll(async () => {
    await browser?.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390]
  ] as const)(
    'accessible and within its width: %s, %i pixels',
    async (colorScheme, width) => {
      const { page, context, wrong, requests } = await open(browser, address, {
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce'
      })
      for (const summary of await page.locator('summary').all()) await summary.click()
      await page.evaluate('window.boom = () => { document.title = "boom" }')
      for (const name of await page.locator('.name, .finding').all()) await name.hover()
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      expect(await page.title()).toMatch(/^Plans/)
      expect(wrong).toEqual([])
      expect(requests).toEqual([address])
      await expectAccessible(page)
      await context.close()
    },
    30_000
  )

  test('filters, alone and together, say how many they leave', async () => {
    const { page, context, wrong } = await open(browser, address, { viewport: size })
    const names = () => page.locator('.plan:visible .name').allTextContents()
    await page.getByLabel('Search').fill('cach')
    expect(await names()).toEqual(['Cache'])
    expect(await page.locator('#shown').textContent()).toBe('Showing 1 of 4 plans')
    await page.getByLabel('Has errors').check()
    expect(await names()).toEqual([])
    expect(await page.locator('#shown').textContent()).toBe('No plan fits the filters')
    await page.getByRole('button', { name: 'Clear filters' }).click()
    expect(await names()).toHaveLength(4)
    await page.getByLabel('Status').selectOption('Done')
    expect(await names()).toEqual(['Export'])
    await page.getByLabel('Profile').selectOption('design-plan')
    expect(await names()).toEqual(['Export'])
    expect(wrong).toEqual([])
    await context.close()
  }, 30_000)

  test('sorts by keyboard, and says so', async () => {
    const { page, context } = await open(browser, address, { viewport: size })
    const names = async () => (await page.locator('.plan .name').allTextContents()).map(name => name.slice(0, 6))
    expect((await names()).slice(-1)).toEqual(['Export'])
    await page.getByRole('button', { name: 'Last change' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
    expect((await names()).slice(1)).toEqual(['Export', 'Queue', 'Cache'])
    await page.keyboard.press('Space')
    expect(await page.locator('[aria-sort]').getAttribute('aria-sort')).toBe('descending')
    expect((await names()).slice(0, 3)).toEqual(['Cache', 'Queue', 'Export'])
    await page.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.finding mark').first().isVisible()).toBe(true)
    await context.close()
  }, 30_000)

  test('colours are chosen and remembered', async () => {
    const { page, context } = await open(browser, address, { viewport: size, colorScheme: 'light' })
    const back = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const light = await back()
    const button = page.getByRole('button', { name: /^Colours/ })
    await button.click()
    expect(await back()).toBe(light)
    await button.click()
    expect(await button.textContent()).toBe('Colours: dark')
    expect(await back()).not.toBe(light)
    await page.reload()
    expect(await button.textContent()).toBe('Colours: dark')
    await context.close()
  }, 30_000)

  test('reads without its script', async () => {
    const { page, context } = await open(browser, address, { viewport: size, javaScriptEnabled: false })
    expect(await page.locator('.plan').count()).toBe(4)
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0)
    await page.locator('summary').first().click()
    expect(await page.locator('.finding').first().isVisible()).toBe(true)
    await context.close()
  }, 30_000)
})
