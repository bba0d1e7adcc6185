/**
 * Lays out what the site is built from, below `.pages/`: README, docs, rule pages and the playground, as they are in the repository. Links to anything else
 * lead to the repository.
 */
import fs from 'node:fs'
import path from 'node:path'
import { buildPlayground } from '../src/apps/playground/build.mjs'

const here = import.meta.dirname
const root = path.join(here, '..')
const out = path.join(here, '.pages')
const repository = 'https://github.com/planlint/planlint'

/** What becomes pages, and where they lie. README is the first page. */
const pages = new Map([
  ['README.md', 'index.md'],
  ...['CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'].map(each => [each, each])
])
for (const folder of ['docs', 'docs/guides', 'docs/formats', 'rules'])
  for (const name of fs.readdirSync(path.join(root, folder)))
    if (name.endsWith('.md')) pages.set(`${folder}/${name}`, `${folder}/${name}`)

fs.rmSync(out, { recursive: true, force: true })
for (const [from, to] of pages) {
  const target = path.join(out, to)
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.writeFileSync(target, pageOf(fs.readFileSync(path.join(root, from), 'utf8'), from, to))
}
await buildPlayground(path.join(out, 'public/playground'))

/** Comments speak to maintainers; what is code stays as it is. */
function pageOf(text, from, to) {
  return outsideOfCode(text, part =>
    part
      .replace(/<!--[^]*?-->\n?/g, '')
      .replace(/^<details>\n<summary>(.*)<\/summary>$/gm, '::: details $1')
      .replace(/^<\/details>$/gm, ':::')
      .replace(/(\]\()([^)\s#]+)(#[^)\s]*)?(\))/g, (all, open, link, hash = '', close) => {
        if (/^[a-z]+:/i.test(link)) return all
        const file = path.posix.normalize(path.posix.join(path.posix.dirname(from), link))
        const page = pages.get(file)
        if (page === undefined) return `${open}${repository}/blob/main/${file}${hash}${close}`
        const own = path.posix.relative(path.posix.dirname(to), page)
        return `${open}${own.startsWith('.') ? own : `./${own}`}${hash}${close}`
      })
  )
}

function outsideOfCode(text, change) {
  return text
    .split(/(^(`{3,}|~{3,})[^\n]*\n[^]*?^\2[^\n]*$)/m)
    .map((part, index) => (index % 3 === 0 ? change(part) : index % 3 === 1 ? part : ''))
    .join('')
}
