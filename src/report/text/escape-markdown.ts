import { clean } from './clean.ts'

const active = /[\\`*_[\]<>&#|~$@"'{}!^=]/g

/**
 * One line of hostile text as inert Markdown, for table cells, headings and HTML elements alike: active
 * characters become character references. Mentions, issue references and bare addresses, which hosts
 * look for in the rendered text, are broken by a zero-width space.
 */
export function escapeMarkdown(text: string): string {
  return clean(text)
    .replace(
      active,
      character => `&#${character.charCodeAt(0)};${character === '@' || character === '#' ? '&#8203;' : ''}`
    )
    .replaceAll('://', ':&#8203;//')
    .replace(/\bwww\./gi, match => `${match.slice(0, 3)}&#8203;.`)
    .replace(/\bGH-/gi, match => `${match}&#8203;`)
}
