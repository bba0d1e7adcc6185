/** The playground in a real browser, from a file: no server, no network. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, launch, open, skipped } from './browser.ts'

const root = path.join(import.meta.dirname, '../..')
const valid = fs.readFileSync(path.join(root, 'examples/valid-design-plan.md'), 'utf8')

describe.skipIf(skipped !== undefined)('playground', () => {
  let browser: Browser
  let address: string
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planlint-playground-'))
  const desk = { viewport: { width: 1280, height: 800 } }

  beforeAll(async () => {
    const { buildPlayground } = (await import(
      pathToFileURL(path.join(root, 'src/apps/playground/build.mjs')).href
    )) as { buildPlayground(outdir: string): Promise<void> }
    await buildPlayground(folder)
    address = pathToFileURL(path.join(folder, 'index.html')).href
    browser = await launch()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  /** The state line once the text has been judged. */
  async function judged(page: Page, pattern: RegExp): Promise<string> {
    await page.waitForFunction(
      source => new RegExp(source).test(document.querySelector('#state')!.textContent!),
      pattern.source,
      { timeout: 15_000 }
    )
    return (await page.locator('#state').textContent())!
  }

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390]
  ] as const)(
    'accessible, within its width, and alone: %s, %i pixels',
    async (colorScheme, width) => {
      const { page, context, wrong, requests } = await open(browser, address, {
        colorScheme,
        viewport: { width, height: 800 }
      })
      await judged(page, /error/)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      await expectAccessible(page)
      expect(wrong).toEqual([])
      expect(requests.filter(each => !each.startsWith('blob:'))).toEqual([address])
      await context.close()
    },
    30_000
  )

  test('typing a defect shows it at its place, mending it takes it away', async () => {
    const { page, context, wrong } = await open(browser, address, desk)
    await judged(page, /error/)
    await page.getByRole('textbox', { name: 'Plan' }).fill(valid)
    await judged(page, /No problems/)
    await page
      .locator('#text')
      .evaluate((area: HTMLTextAreaElement) =>
        area.setSelectionRange(
          area.value.indexOf('## Non-Goals'),
          area.value.indexOf('## Non-Goals') + '## Non-Goals'.length
        )
      )
    await page.keyboard.type('## Non-Gaols')
    await judged(page, /error|warning/)
    expect(await page.locator('#copy mark').first().textContent()).toContain('Non-Gaols')
    await page.locator('button.message').first().click()
    expect(
      await page
        .locator('#text')
        .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))
    ).toContain('Non-Gaols')
    await page.locator('button.fix').first().click()
    await judged(page, /No problems/)
    expect(await page.locator('#text').inputValue()).toBe(valid)
    expect(await page.locator('#copy mark').count()).toBe(0)
    await page.keyboard.press('Control+z')
    await judged(page, /error|warning/)
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)

  test('lines of editor and copy stay side by side, long ones too', async () => {
    const { page, context } = await open(browser, address, desk)
    await judged(page, /error/)
    await page
      .locator('#text')
      .fill(`# Plan\n\n${'word '.repeat(200)}\n\n${'x'.repeat(500)}\n\ttab\n${'漢字🧭'.repeat(80)}\nlast`)
    const [area, copy] = await page.evaluate(() => {
      const text = document.querySelector<HTMLTextAreaElement>('#text')!
      return [text.scrollHeight, document.querySelector('#copy')!.getBoundingClientRect().height]
    })
    expect(area).toBeLessThanOrEqual(Math.ceil(copy))
    expect(await page.locator('.line').count()).toBe(8)
    await context.close()
  }, 30_000)

  test('a link brings back text and profile', async () => {
    const { page, context } = await open(browser, address, desk)
    await judged(page, /error/)
    await page.locator('#text').fill('# Mine 🧭\n\n## Goal\n\nShip it.\n')
    await page.getByLabel('Profile').selectOption('design-plan')
    await judged(page, /· design-plan ·/)
    await page.getByRole('button', { name: 'Share as a link' }).click()
    await page.waitForFunction(() => location.hash.length > 10)
    const link = page.url()
    await context.close()
    const other = await open(browser, link, desk)
    await judged(other.page, /· design-plan ·/)
    expect(await other.page.locator('#text').inputValue()).toBe('# Mine 🧭\n\n## Goal\n\nShip it.\n')
    expect(await other.page.getByLabel('Profile').inputValue()).toBe('design-plan')
    await other.context.close()
    const broken = await open(browser, `${address}#1.AAAA.`, desk)
    expect(await broken.page.getByText('This link is broken').isVisible()).toBe(true)
    await judged(broken.page, /error/)
    await broken.context.close()
  }, 60_000)

  test('every sample and every empty plan can be opened', async () => {
    const { page, context, wrong } = await open(browser, address, desk)
    await judged(page, /error/)
    const names = await page
      .locator('#samples option')
      .evaluateAll(options => options.map(option => (option as HTMLOptionElement).value).filter(value => value !== ''))
    expect(names.length).toBeGreaterThanOrEqual(4)
    for (const name of names) {
      const before = await page.locator('#text').inputValue()
      await page.getByLabel('Start from').selectOption(name)
      if ((await page.locator('#text').inputValue()) === before) continue
      await page.waitForTimeout(300)
      await judged(page, /(?:error|warning|No problems)/)
    }
    expect(wrong).toEqual([])
    await context.close()
  }, 60_000)

  test('a poisoned plan runs nothing', async () => {
    const { page, context, wrong } = await open(browser, address, desk)
    await judged(page, /error/)
    const poison = '"><script>boom()</script><img src=x onerror=boom()>\' onmouseover="boom()" \u202e'
    await page
      .locator('#text')
      .fill(`# ${poison}\n\n## Goal\n\nTBD ${poison}\n\n## Implementation Steps\n\n### Step 1: ${poison}\n`)
    await page.getByLabel('Profile').selectOption('design-plan')
    await judged(page, /errors · design-plan ·/)
    for (const item of await page.locator('.finding').all()) await item.hover()
    expect(await page.locator('#findings').textContent()).toMatch(/^(?!.*\u202e).*\\u\{202e\}/s)
    expect(await page.locator('main script, main img').count()).toBe(0)
    expect(wrong).toEqual([])
    await context.close()
  }, 30_000)

  test('a text that takes too long is given up, and the next one is judged', async () => {
    const context = await browser.newContext(desk)
    const page = await context.newPage()
    // A worker that is kept busy by a text with a certain word, as a pathological text would keep it.
    await page.addInitScript(() => {
      const Real = Worker
      window.Worker = class extends Real {
        override postMessage(message: { text?: string }): void {
          if (!message.text?.includes('TOO-SLOW')) super.postMessage(message)
        }
      } as typeof Worker
    })
    await page.goto(address)
    await judged(page, /error/)
    await page.locator('#text').fill('# TOO-SLOW\n')
    await judged(page, /Not judged/)
    expect(await page.locator('#findings').textContent()).toContain('took too long')
    await page.locator('#text').fill(valid)
    await judged(page, /No problems/)
    await context.close()
  }, 60_000)
})
