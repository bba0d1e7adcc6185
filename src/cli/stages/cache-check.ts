/** Whether what a file says is a result on a plan can be used as one: it may have been cut short, or written by somebody else. */
import { isRecognised } from '../../types.ts'
import type { FileReport } from '../../types.ts'

type Loose = Record<string, unknown>

/** @param path whose result it must be */
export function isReport(value: unknown, path: string): value is FileReport {
  if (!isObject(value)) return false
  const { profileScore, status, examined, findings, fatalErrors, notes, skipped, beside } = value
  return (
    value.path === path &&
    hasState(value) &&
    typeof profileScore === 'number' &&
    isNameOrNull(status) &&
    isObject(examined) &&
    ['sections', 'steps', 'commands', 'files', 'checkboxes'].every(key => isCount(examined[key])) &&
    isListOf(findings, isFinding) &&
    isListOf(fatalErrors, () => false) &&
    isListOf(notes, isText) &&
    isListOf(skipped, isText) &&
    (beside === undefined || isListOf(beside, each => isObject(each) && isText(each.path) && isNameOrNull(each.hash)))
  )
}

function hasState({ state, profile, recognised, reason }: Loose): boolean {
  if (state === 'judged') return isText(profile) && isRecognised(recognised)
  return (state === 'excluded' || state === 'not-judged') && profile === null && isText(reason)
}

function isFinding(value: unknown): boolean {
  if (!isObject(value)) return false
  const { severity, help, place, related, fixes } = value
  return (
    [value.rule, value.messageId, value.message, value.url, value.fingerprint].every(isText) &&
    (severity === 'error' || severity === 'warning') &&
    (help === undefined || isText(help)) &&
    isPlace(place) &&
    (related === undefined ||
      isListOf(related, each => isObject(each) && isText(each.message) && isPlace(each.place))) &&
    (fixes === undefined || isListOf(fixes, isFix))
  )
}

function isFix(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value.title) &&
    typeof value.safe === 'boolean' &&
    isListOf(value.edits, edit => isObject(edit) && isCount(edit.start) && isCount(edit.end) && isText(edit.text))
  )
}

function isPlace(value: unknown): boolean {
  return (
    isObject(value) &&
    [value.start, value.end].every(point => isObject(point) && [point.line, point.column, point.offset].every(isCount))
  )
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function isNameOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}
