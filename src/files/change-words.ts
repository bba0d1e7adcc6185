/** The words that plans use for "this file is new, modified, deleted, renamed, or only there". */
import { distance } from '../util/distance.ts'

export type MarkKind = 'new' | 'modified' | 'deleted' | 'renamed' | 'existing'

const spellings: Record<MarkKind, string> = {
  new: 'new add added adds create created creates creating 新增 新建 创建 新規 追加 新 новый nuevo neu nouveau',
  modified: `modified modify modifies mod changed change edit edited update updated updates updating extend extended rewrite rewritten
    refactor refactored replace replaced adapt adapted revise revised patched 修改 更新 变更 変更 修正 改 изменён geändert modifié`,
  deleted:
    'deleted delete deletes del removed remove removes drop dropped retire retired 删除 移除 削除 удалён gelöscht supprimé',
  renamed: 'renamed rename renames moved move moves mv 重命名 移动 改名 移動 リネーム umbenannt',
  existing:
    'existing unchanged exists untouched unmodified kept keep retained read-only readonly 保留 现有 不变 既存 変更なし'
}

const byWord = new Map<string, MarkKind>()
for (const [kind, list] of Object.entries(spellings))
  for (const word of list.split(/\s+/)) byWord.set(word, kind as MarkKind)

/** Things a file can be called: "new file", "new module" are marks, "new endpoints" are not. */
const nouns = /^(?:file|module|directory|dir|folder|package|component|script|class|crate|project|文件|ファイル)$/

export interface Phrase {
  kind: MarkKind
  /** Length of the phrase in the text. */
  length: number
  /** All of it. */
  said: string
  /** Its first word. */
  word: string
  /** What follows the phrase, trimmed. */
  rest: string
  from?: string
}

/** The mark that one word means. */
export function kindOfWord(word: string): MarkKind | undefined {
  return byWord.get(word.toLowerCase())
}

/**
 * Reads a change phrase at the start of the text: "NEW", "new file", "ADD to existing", "existing/unchanged", "renamed from x".
 * Says nothing of what follows it: see `rest`.
 */
export function readPhrase(text: string): Phrase | undefined {
  const word = wordAt(text)
  const kind = word && kindOfWord(word)
  if (!word || !kind) return undefined
  let length = word.length
  const next = text[length]
  if (kind !== 'renamed' && next !== ' ' && next !== '/' && next !== '|') return phraseOf(text, kind, length, word)
  const to = /^ to existing\b(?: (?:file|module|directory))?/i.exec(text.slice(length, length + 40))
  if (kind === 'new' && to) return phraseOf(text, 'modified', length + to[0].length, word)
  const twin = /^ ?[/|] ?([\p{L}-]{1,30})/u.exec(text.slice(length, length + 40))
  if (twin) {
    // "new/modified" says two things: no mark
    if (kindOfWord(twin[1] ?? '') !== kind) return undefined
    length += twin[0].length
  }
  if (kind === 'renamed') return renaming(text, length, word)
  const noun = /^ ([\p{L}]{1,12})/u.exec(text.slice(length, length + 14))
  if (noun && nouns.test((noun[1] ?? '').toLowerCase())) length += noun[0].length
  return phraseOf(text, kind, length, word)
}

/** The word that a text starts with. Classes of Unicode are dear to compile: most texts need none. */
function wordAt(text: string): string | undefined {
  const plain = /^[A-Za-z][A-Za-z-]{0,30}/.exec(text)?.[0] ?? ''
  if (plain.length > 30 || !(text.charCodeAt(plain.length) >= 128)) return plain || undefined
  return /^[\p{L}\p{M}][\p{L}\p{M}-]{0,30}/u.exec(text)?.[0]
}

function phraseOf(text: string, kind: MarkKind, length: number, word: string, from?: string): Phrase {
  const phrase: Phrase = { kind, length, said: text.slice(0, length), word, rest: text.slice(length).trimStart() }
  if (from) phrase.from = from
  return phrase
}

/** "renamed: old.py", "renamed from `old.py`", "moved from x". "Rename to x" names the new path, and is a mark without `from`. */
function renaming(text: string, start: number, word: string): Phrase {
  const found =
    /^(?:: {0,4}(?:from |was )?| (?:from|of)[: ] {0,4}| to ) {0,4}[`"']?([^\s`"'<>()[\],;]{1,300})[`"']?/i.exec(
      text.slice(start, start + 320)
    )
  if (!found) return phraseOf(text, 'renamed', start, word)
  const target = /^ to /i.test(found[0])
  return phraseOf(text, 'renamed', start + found[0].length, word, target ? undefined : found[1])
}

/** Does a phrase end where it must: at the end, or at punctuation that leads to an explanation? */
export function isClosed(phrase: Phrase): boolean {
  if (/ file$/i.test(phrase.said) && /^(?:that|which|for|with|to|in) /i.test(phrase.rest)) return true
  return /^(?:$|[:;,.(（)\]–—·|!]|-{1,2} |\+ )/.test(phrase.rest)
}

/** The canonical word nearest to a misspelt one, within two edits. */
export function nearestWord(word: string): 'new' | 'modified' | 'deleted' | 'renamed' | undefined {
  const lower = word.toLowerCase()
  if (lower.length < 3 || lower.length > 12) return undefined
  const ranked = (['new', 'modified', 'deleted', 'renamed'] as const)
    .map(candidate => ({ candidate, cost: distance(lower, candidate, 3) }))
    .sort((a, b) => a.cost - b.cost)
  const [best] = ranked
  return best && best.cost <= (best.candidate === 'new' ? 1 : 2) ? best.candidate : undefined
}
