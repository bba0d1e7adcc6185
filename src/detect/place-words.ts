/** The places of plans as people and other tools are told of them: made of the same list that a search goes by. */
import { endings, exceptions, folder, names } from './places.ts'

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
    `(${names.map(withoutEnding).join('|')})\\.md$`,
    `[^/]*(${endings.map(ending => quoted(withoutEnding(ending))).join('|')})\\.md$`,
    `${folder}/.*\\.md$`
  ]
}

/** The usual places as one glob, for tools that choose files by one and are asked in its own words (lint-staged): a folder with a dot is not looked into. */
export const usualGlob = `**/{${[...shown, ...endings.map(ending => `*${ending}`), `${folder}/**/*.md`].map(withoutEnding).join(',')}}.md`

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
