/** From `init` to a clean report by planlint's words alone: the brackets are filled in, and what is said then is obeyed, once. */
import { describe, expect, test } from 'vitest'
import { planSkeleton } from '../../src/fix/skeletons/skeleton.ts'
import { lintText } from '../../src/lint/linter.ts'
import { signaturesOf } from '../../src/detect/signature.ts'
import { builtinProfiles } from '../../src/profiles/builtin.ts'
import type { Profile } from '../../src/profiles/schema.ts'
import type { JudgedFile } from '../../src/types.ts'
import { answers, remedies } from './written-in.ts'

const now = new Date('2026-05-31T12:00:00Z')
const blank = /\[TODO: (.*?)\](?!\])/g

/** How far planning-md says to be decides how much of it is asked for. */
const stages: Readonly<Record<string, readonly ((text: string) => string)[]>> = {
  'planning-md': [
    text => text,
    text => text.replace('Section 1', 'Section 5'),
    text => text.replace('Section 1', 'Implementation').replace('DRAFT', 'DESIGN_APPROVED')
  ]
}

/** What is known by its place alone is written there. */
function lint(text: string, { detect, paths }: Profile): JudgedFile {
  const path = signaturesOf({ detect }).some(signature => signature.paths)
    ? paths![0]!.replace('**', 'fuzzy')
    : 'docs/document.md'
  return lintText(text, { path, now: now.getTime() }) as unknown as JudgedFile
}

function messages(file: JudgedFile): string[] {
  return file.findings.map(({ place, message, help }) => `${place.start.line}: ${message} → ${help}`)
}

/** The one that demands nothing has nothing to fill in. */
const begun = builtinProfiles.filter(({ name }) => name !== 'generic')

describe.each(begun.map(profile => [profile.name, profile] as const))('%s', (name, profile) => {
  const fresh = planSkeleton(profile, now)

  test('a new one is recognised for certain, or says what it is, and is told of nothing but its placeholders', () => {
    const file = lint(fresh, profile)
    const recognised = fresh.startsWith(`---\nplanlint: ${name}\n`) ? 'named' : 'certain'
    expect(file).toMatchObject({ profile: name, recognised })
    expect([...new Set(file.findings.map(({ rule }) => rule))]).toEqual(['no-placeholder'])
  })

  test('every bracket has its answer, and every answer its bracket', () => {
    const asked = new Set([...fresh.matchAll(blank)].map(match => match[1]!))
    expect([...asked].filter(words => answers[name]![words] === undefined)).toEqual([])
    expect(Object.keys(answers[name]!).filter(words => !asked.has(words))).toEqual([])
  })

  test.each([...(stages[name] ?? [(text: string) => text]).entries()])('is clean in two rounds (stage %i)', (_, at) => {
    const written = at(fresh.replace(blank, (_whole, words: string) => answers[name]![words]!))
    const first = lint(written, profile)
    const mended = remedies[name]!.reduce(
      (text, [said, obey]) => (first.findings.some(({ message }) => message.startsWith(said)) ? obey(text) : text),
      written
    )
    expect(messages(lint(mended, profile)), messages(first).join('\n')).toEqual([])
  })
})
