/** remark writes documents out, if only to the terminal: with planlint among its plugins it writes what it reads with those of remark itself. */
import { expect, test } from 'vitest'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified, type PluggableList } from 'unified'
import planlint from '../../src/index.ts'

const text = `---
owner: Kim
---

# Plan: Harbour

| Ship | Berth    |
| ---- | -------- |
| Erna | one \\| 2 |

* [ ] Dredge
* [x] Pile
`

test.each([
  ['alone', [planlint]],
  ['before them', [planlint, remarkGfm, remarkFrontmatter]],
  ['behind them', [remarkGfm, remarkFrontmatter, planlint]]
] as [string, PluggableList][])('%s', async (_, plugins) => {
  const file = await unified().use(remarkParse).use(remarkStringify).use(plugins).process(text)
  expect(String(file)).toBe(text)
})
