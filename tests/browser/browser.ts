/** A real Chromium, where there is one: `apt-get install chromium`, or CHROMIUM_PATH. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { expect } from 'vitest'

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = places.find(file => file !== undefined && fs.existsSync(file))

/** Why browser tests are skipped; undefined where they run. */
export const skipped =
  executablePath === undefined ? 'no Chromium: apt-get install chromium, or set CHROMIUM_PATH' : undefined
if (skipped !== undefined) process.stderr.write(`browser tests are skipped: ${skipped}\n`)

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync'
    ]
  })
}

/** A page with all that went wrong on it and all that it asked for. */
export interface Watched {
  page: Page
  context: BrowserContext
  wrong: string[]
  requests: string[]
}

export async function open(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {}
): Promise<Watched> {
  const context = await browser.newContext({ bypassCSP: false, ...options })
  const page = await context.newPage()
  const wrong: string[] = []
  const requests: string[] = []
  page.on('pageerror', error => wrong.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  page.on('dialog', dialog => {
    wrong.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => requests.push(request.url()))
  await page.goto(address)
  return { page, context, wrong, requests }
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Fails on what axe finds, whatever its weight. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(fs.readFileSync(axeFile, 'utf8'))
  const found = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run(): Promise<{
            violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
          }>
        }
      }
    ).axe.run()
    return violations.map(
      ({ id, impact, nodes }) =>
        `${impact} ${id}: ${nodes
          .map(node => `${node.html.slice(0, 120)} – ${node.failureSummary}`)
          .slice(0, 3)
          .join('\n')}`
    )
  })
  expect(found).toEqual([])
}
