/** The places of plans as people and other tools are told of them: made of the same list that a search goes by. */
import { endings, exceptions, folder, planFileNames } from './places.ts'

/** As people write them. */
const shown = ['PLAN.md', 'PLANNING.md', 'IMPLEMENTATION_PLAN.md']

/** The usual places in words, for messages and help. */
export const placesInWords = `${shown.join(', ')}, ${endings.map(ending => `*${ending}`).join(', ')}, ${folder}/**/*.md, and what profiles name: specs/*/tasks.md, .kiro/specs/**, …`

/**
 * @param globs the places of all profiles
 * @returns the places as one pattern of paths, for tools that choose files by one (Python's `re`): case does not matter
 */
export function placesPattern(globs: readonly string[]): string {
  const alternatives = [...usualPatterns(), ...othersAmong(globs).map(patternOf)]
  const exempt = `(?!(.*/)?(${exceptions.map(withoutEnding).join('|')})\\.md$)`
  return `(?i)(^|/)${exempt}(${alternatives.join('|')})`
}

function usualPatterns(): string[] {
  return [
    `(${planFileNames.map(withoutEnding).join('|')})\\.md$`,
    `[^/]*(${endings.map(ending => quoted(withoutEnding(ending))).join('|')})\\.md$`,
    `${folder}/.*\\.md$`
  ]
}

/**
 * The same places as one glob, for tools that choose files by one and are asked in its own words (lint-staged).
 *
 * @param globs the places of all profiles
 */
export function placesGlob(globs: readonly string[]): string {
  const own = [...shown, ...endings.map(ending => `*${ending}`), `${folder}/**/*.md`]
  const usual = new RegExp(`(?:^|/)(?:${own.map(patternOf).join('|')})`)
  // Case counts in a glob: "plan.md" is not "PLAN.md".
  const isCovered = (glob: string): boolean =>
    !glob.includes('{') && usual.test(glob.replaceAll('**/', '').replaceAll('*', 'x'))
  const others = globs.map(glob => glob.replace(/^\*\*[/]/, ''))
  const more = [...new Set(others)].filter(glob => !glob.startsWith('!') && glob.endsWith('.md') && !isCovered(glob))
  return `**/{${[...own, ...more].map(withoutEnding).join(',')}}.md`
}

/** Without what lies at usual places anyhow, each once. */
function othersAmong(globs: readonly string[]): string[] {
  const named = globs.map(glob => glob.toLowerCase().replace(/^\*\*[/]/, ''))
  const usual = new RegExp(`(?:^|/)(?:${usualPatterns().join('|')})`)
  const isCovered = (glob: string): boolean =>
    !glob.includes('{') && usual.test(glob.replaceAll('**/', '').replaceAll('*', 'x'))
  return [...new Set(named)].filter(glob => !glob.startsWith('!') && !isCovered(glob))
}

const signs: Readonly<Record<string, string>> = {
  '**/': '(.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(',
  '}': ')',
  ',': '|'
}

/** A glob as a pattern of the end of a path. */
export function patternOf(glob: string): string {
  const pieces = glob.match(/\*\*[/]|\*\*|[*?{},]|[^*?{},]+/g) ?? []
  return `${pieces.map(piece => signs[piece] ?? quoted(piece)).join('')}$`
}

function withoutEnding(name: string): string {
  return name.slice(0, -'.md'.length)
}

function quoted(text: string): string {
  return text.replace(/[.()[\]+^$|\\]/g, '\\$&')
}
