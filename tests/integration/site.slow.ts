/** The site as it is built: every link leads somewhere, the search finds, and pages can be read in a real browser. */
import fs from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, launch, open, skipped } from '../browser/browser.ts'
import { can, root, run } from './place.ts'

const isOnline = can('the registry', 'npm', 'view', 'vitepress', 'version')
const site = path.join(root, 'dist/site')
const base = '/planlint'
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

let server: Server
let browser: Browser | undefined
let address = ''

/** The file that a host of static pages answers with. */
function fileOf(url: string): string | undefined {
  const name = decodeURIComponent(url.replace(/[?#].*$/, '').slice(base.length))
  const candidates = [name, `${name}.html`, path.posix.join(name, 'index.html')].map(each => path.join(site, each))
  return candidates.find(each => fs.statSync(each, { throwIfNoEntry: false })?.isFile())
}

beforeAll(async () => {
  if (!isOnline) return
  const built = await run('npm', ['run', '-s', 'site'], { cwd: root, timeout: 280_000 })
  expect(built.code, built.stdout + built.stderr).toBe(0)
  server = createServer((request, response) => {
    const file = request.url?.startsWith(base) ? fileOf(request.url) : undefined
    response.writeHead(file ? 200 : 404, { 'content-type': types[path.extname(file ?? '')] ?? 'text/plain' })
    response.end(file ? fs.readFileSync(file) : '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`
  if (skipped === undefined) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

function pages(): string[] {
  return fs
    .readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.html') && name !== '404.html' && !name.startsWith('playground'))
}

test.skipIf(!isOnline)(
  'every page of the repository is there, and every link between them leads to its heading',
  () => {
    const rules = fs.readdirSync(path.join(root, 'rules')).filter(name => name.endsWith('.md'))
    const names = pages()
    for (const rule of rules) expect(names).toContain(`rules/${rule.replace('.md', '.html')}`)
    const idsOf = (file: string): Set<string> =>
      new Set([...fs.readFileSync(file, 'utf8').matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id!))
    const dead: string[] = []
    for (const name of names) {
      const text = fs.readFileSync(path.join(site, name), 'utf8')
      for (const [, link] of text.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
        if (/^(?:https?|mailto):/.test(link!)) continue
        const url = new URL(link!, `http://x${base}/${name.replace(/(?:index)?\.html$/, '')}`)
        const file = fileOf(url.pathname)
        const hash = decodeURIComponent(url.hash.slice(1))
        if (!file || (hash !== '' && hash !== 'VPContent' && !idsOf(file).has(hash))) dead.push(`${name}: ${link}`)
      }
    }
    expect([...new Set(dead)]).toEqual([])
  }
)

test.skipIf(!isOnline || skipped !== undefined).each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390]
] as const)('accessible and within its width: %s, %i pixels', async (colorScheme, width) => {
  for (const name of ['', 'rules/step-verification', 'docs/guides/github', 'docs/profile-language']) {
    const { page, context, wrong } = await open(browser!, `${address}/${name}`, {
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce'
    })
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), name).toBe(true)
    await expectAccessible(page)
    expect(wrong).toEqual([])
    await context.close()
  }
})

test.skipIf(!isOnline || skipped !== undefined)('the search finds a rule, and the playground judges', async () => {
  const { page, context } = await open(browser!, `${address}/`)
  await page.keyboard.press('Control+k')
  await page.locator('.VPLocalSearchBox input').fill('step-verification')
  await page.locator('.VPLocalSearchBox .result').first().waitFor()
  expect(await page.locator('.VPLocalSearchBox .result').first().textContent()).toContain('step-verification')
  await page.goto(`${address}/playground/`)
  await page.locator('textarea').first().fill('# Plan\n')
  await context.close()
})
