import fs from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitepress'

const root = path.join(import.meta.dirname, '../..')

/** The title of a page, as it says itself. */
function entry(file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  return { text: /^# (.+)$/m.exec(text)?.[1] ?? path.basename(file, '.md'), link: `/${file.replace(/\.md$/, '')}` }
}

function entries(folder) {
  return fs
    .readdirSync(path.join(root, folder))
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => entry(`${folder}/${name}`))
}

export default defineConfig({
  title: 'planlint',
  description: 'The linter for plan documents',
  // A page of a project lies below its name.
  base: process.env.SITE_BASE ?? '/planlint/',
  srcDir: '.pages',
  outDir: '../dist/site',
  cleanUrls: true,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  lastUpdated: false,
  // Comments and elements in prose are shown as they are written.
  markdown: { html: false, theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' } },
  ignoreDeadLinks: [/\/playground\//],
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Rules', link: '/docs/rules' },
      { text: 'Formats', link: '/docs/dialects' },
      { text: 'API', link: '/docs/api' },
      { text: 'Playground', link: '/playground/', target: '_self' },
      { text: 'Changes', link: '/CHANGELOG' }
    ],
    sidebar: [
      { text: 'Start', items: [{ text: 'planlint', link: '/' }, entry('docs/states.md'), entry('docs/agents.md')] },
      { text: 'Guides', items: entries('docs/guides') },
      { text: 'Formats', items: [entry('docs/dialects.md'), ...entries('docs/formats')] },
      { text: 'Rules', items: entries('rules') },
      { text: 'Reference', items: entries('docs').filter(({ link }) => !/states|agents|dialects/.test(link)) }
    ],
    socialLinks: [{ icon: 'github', link: 'https://github.com/planlint/planlint' }],
    outline: [2, 3]
  }
})
