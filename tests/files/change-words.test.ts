import { describe, expect, it } from 'vitest'
import { isClosed, kindOfWord, nearestWord, readPhrase } from '../../src/files/change-words.ts'

describe('kindOfWord', () => {
  it.each([
    ['new', 'new add added ADDS create Created creates creating 新增 新建 创建 新規 追加 新 новый nuevo neu nouveau'],
    [
      'modified',
      `modified Modify modifies mod changed change edit edited update updated updates updating extend extended rewrite rewritten refactor refactored
      replace replaced adapt adapted revise revised patched 修改 更新 变更 変更 修正 改 изменён geändert modifié`
    ],
    [
      'deleted',
      'deleted delete deletes del removed Remove removes drop dropped retire retired 删除 移除 削除 удалён gelöscht supprimé'
    ],
    ['renamed', 'renamed rename renames moved move moves MV 重命名 移动 改名 移動 リネーム umbenannt'],
    ['existing', 'existing exists kept keep retained read-only readonly 保留 现有 既存'],
    ['unchanged', 'unchanged untouched unmodified unaffected 不变 変更なし'],
    [undefined, 'news test tests create-file todo 文件 constructor']
  ])('%s', (kind, words) => {
    for (const word of words.split(/\s+/)) expect(kindOfWord(word), word).toBe(kind)
    expect(kindOfWord('')).toBeUndefined()
  })
})

describe('readPhrase', () => {
  /** `kind|what is said|what follows|old name` */
  const read = (text: string): string => {
    const phrase = readPhrase(text)
    if (!phrase) return 'none'
    expect(text.slice(0, phrase.length)).toBe(phrase.said)
    expect(phrase.said.startsWith(phrase.word)).toBe(true)
    return [phrase.kind, phrase.said, phrase.rest, ...(phrase.from === undefined ? [] : [phrase.from])].join('|')
  }

  it.each([
    ['NEW', 'new|NEW|'],
    ['new: the parser', 'new|new|: the parser'],
    ['new profile', 'new|new|profile'],
    ['new filename', 'new|new|filename'],
    ['new   spaced', 'new|new|spaced'],
    ['new endpoints for billing', 'new|new|endpoints for billing'],
    ['new 1 file', 'new|new|1 file'],
    ['新增', 'new|新增|'],
    ['geändert, klein', 'modified|geändert|, klein'],
    ['read-only', 'existing|read-only|']
  ])('reads the word that %s starts with', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    'file',
    'module',
    'directory',
    'dir',
    'folder',
    'package',
    'component',
    'script',
    'class',
    'crate',
    'project',
    'FILE',
    '文件',
    'ファイル'
  ])('takes "%s" for what the file is called', noun => {
    expect(read(`new ${noun}`)).toBe(`new|new ${noun}|`)
    expect(read(`removed ${noun} of old`)).toBe(`deleted|removed ${noun}|of old`)
    expect(read(`new ${noun}s`)).toBe(`new|new|${noun}s`)
  })

  it.each([
    ['ADD to existing', 'modified|ADD to existing|'],
    ['add to existing file, at its end', 'modified|add to existing file|, at its end'],
    ['add to existing module', 'modified|add to existing module|'],
    ['added to existing directory', 'modified|added to existing directory|'],
    ['add to existingly', 'new|add|to existingly'],
    ['add it to existing', 'new|add|it to existing'],
    ['modified to existing', 'modified|modified|to existing']
  ])('reads what is added to a file as a change of it: %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['existing/unchanged', 'unchanged|existing/unchanged|'],
    ['new / added rest', 'new|new / added|rest'],
    ['updated | edited file', 'modified|updated | edited file|'],
    ['updated|edited', 'modified|updated|edited|'],
    ['moved/renamed from a.ts', 'renamed|moved/renamed from a.ts||a.ts'],
    ['new/modified', 'none'],
    ['renamed/new', 'none'],
    ['new | whatever', 'none'],
    ['modify / 删除', 'none'],
    ['new  / 1', 'new|new|/ 1']
  ])('joins two words of one kind, and reads none of two kinds: %s', (text, expected) =>
    expect(read(text)).toBe(expected)
  )

  it.each([
    ['renamed: old.py', 'renamed|renamed: old.py||old.py'],
    ['renamed:old.py', 'renamed|renamed:old.py||old.py'],
    ['renamed: from old.py', 'renamed|renamed: from old.py||old.py'],
    ['renamed: was old.py', 'renamed|renamed: was old.py||old.py'],
    ['renamed from `a/old.py`, since', 'renamed|renamed from `a/old.py`|, since|a/old.py'],
    ['renamed from "old.py"', 'renamed|renamed from "old.py"||old.py'],
    ["Renamed From 'old.py'", "renamed|Renamed From 'old.py'||old.py"],
    ['moved from: lib/x.py here', 'renamed|moved from: lib/x.py|here|lib/x.py'],
    ['moved of lib/x.py', 'renamed|moved of lib/x.py||lib/x.py'],
    ['rename to x.py', 'renamed|rename to x.py|'],
    ['renamed', 'renamed|renamed|'],
    ['renamed old.py', 'renamed|renamed|old.py'],
    ['moved from (elsewhere)', 'renamed|moved|from (elsewhere)'],
    ['renamed it from x.py', 'renamed|renamed|it from x.py'],
    ['renamed: <old>', 'renamed|renamed|: <old>'],
    ['moved fromage', 'renamed|moved|fromage']
  ])('reads the old name of a rename, but not its new one: %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    '',
    ' new',
    '→ new',
    '-new',
    '1 new',
    'addé',
    'newx',
    'new-file',
    'é new',
    '新增文件',
    `new${'x'.repeat(40)}`
  ])('reads nothing in "%s"', text => {
    expect(read(text)).toBe('none')
  })
})

describe('isClosed', () => {
  const closed = (text: string): boolean => isClosed(readPhrase(text)!)

  it.each([
    'new',
    'new: why',
    'new; why',
    'new, why',
    'new. Why',
    'new (why)',
    'new（why）',
    'new) why',
    'new] why',
    'new – why',
    'new — why',
    'new · why',
    'new | new',
    'new!',
    'new - why',
    'new -- why',
    'new + tests',
    'new file that holds',
    'new file which holds',
    'new file for holding',
    'new file with all',
    'NEW FILE to hold',
    'new file in here'
  ])('a phrase ends: %s', text => expect(closed(text)).toBe(true))

  it.each([
    'new why',
    'new -why',
    'new --- why',
    'new +tests',
    'new file whose',
    'new file I use for all',
    'new file thatch',
    'new module that holds',
    'new "why"',
    'new =',
    'removed that file for good',
    'new *why*'
  ])('a phrase goes on: %s', text => expect(closed(text)).toBe(false))
})

describe('nearestWord', () => {
  it.each([
    ['modifed', 'modified'],
    ['modfied', 'modified'],
    ['delted', 'deleted'],
    ['Deletd', 'deleted'],
    ['ranamed', 'renamed'],
    ['renam', 'renamed'],
    ['nwe', 'new'],
    ['not', undefined],
    ['nev', 'new'],
    ['neww', 'new'],
    ['ne', undefined],
    ['nope', undefined],
    ['todo', undefined],
    ['mdfd', undefined],
    ['mmmodifiedddd', undefined],
    ['named', 'renamed']
  ])('%s is near %s', (typed, meant) => expect(nearestWord(typed)).toBe(meant))
})
