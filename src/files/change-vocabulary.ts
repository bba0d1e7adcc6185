/** The one vocabulary of change: how plans say that a file is new, modified, deleted, renamed, or only there. Data alone; every reader is built from it. */

/** `existing` files may well be modified by another word of the plan; `unchanged` ones may not. */
export type MarkKind = 'new' | 'modified' | 'deleted' | 'renamed' | 'existing' | 'unchanged'

/** Is nothing done to the file, by what is said here? */
export function isLeftAlone(kind: MarkKind | 'unknown' | undefined): boolean {
  return kind === 'existing' || kind === 'unchanged'
}

/** One word of it. */
export interface ChangeWord {
  word: string
  kind: MarkKind
  /** It may stand before a path with nothing between: "edit a.ts". Otherwise it wants a colon or brackets. */
  mayLead: boolean
  /** It gives an order that is about the whole file, whatever comes after it: "update its imports". "Add tests" may be about any file. */
  isOrder: boolean
  /** It tells a state that may close a remark: "# the parser - modified". */
  isState: boolean
}

type Form = 'states' | 'orders' | 'words'

/**
 * `states` say what a file is, `orders` what is to be done to it as a whole, `words` are neither: they tell of it, or are nouns as well.
 * Words of other languages stand where they can mean nothing else.
 */
const forms: Record<MarkKind, Record<Form, string>> = {
  new: {
    states:
      'new added created 新增 新建 新規 追加 新 新规 새로 новый новая nuevo nueva neu nouveau nouvelle novo nova nuovo',
    orders: 'create creating 创建 新建 作成 생성 создать crear erstellen anlegen créer',
    words: 'add adds adding creates introduce introduces introduced'
  },
  modified: {
    states:
      'modified changed edited updated extended rewritten refactored replaced adapted revised patched amended 修正 修改 更新 变更 変更 수정 изменён изменено geändert angepasst modifié modificado',
    orders:
      'modify edit update extend rewrite refactor replace adapt revise amend изменить ändern anpassen modifier modificar',
    words:
      'modifies modifying mod change changes changing edits editing updates updating extends extending rewrites rewriting refactors refactoring replaces replacing adapts adapting revises patch upd 改'
  },
  deleted: {
    states: 'deleted removed dropped retired 移除 删除 削除 삭제 удалён удалено gelöscht entfernt supprimé eliminado',
    orders: 'delete deleting удалить löschen supprimer eliminar',
    words: 'deletes del remove removes removing drop drops dropping retire retires'
  },
  renamed: {
    states: 'renamed moved 重命名 移动 改名 移動 リネーム переименован umbenannt renommé renombrado',
    orders: 'rename move renaming moving umbenennen renommer renombrar',
    words: 'renames moves mv'
  },
  existing: {
    states: 'existing kept retained preserved reused read-only readonly 保留 现有 既存 bestehend существующий',
    orders: '',
    words: 'exists keep keeps stays retain reuse'
  },
  unchanged: {
    states: 'unchanged untouched unmodified unaffected 不变 変更なし 변경없음 unverändert inchangé',
    orders: '',
    words: ''
  }
}

/** Words of state that tell what a file is; the others may tell what was done to it: "Files created: `a.ts`" in a summary. */
export const standing: ReadonlySet<string> = new Set(
  'new 新增 新建 新規 新 新规 새로 новый новая nuevo nueva neu nouveau nouvelle novo nova nuovo'.split(' ')
)

/** Ways of saying it that take several words; a hyphen may stand for each space. */
const phrases: Record<MarkKind, string> = {
  new: 'brand new, newly added, newly created, to be created, to be added, will be created, will be added, does not exist yet, not there yet, to create, to add',
  modified:
    'to be modified, to be changed, to be edited, to be updated, to be extended, to be refactored, to be rewritten, to be replaced, will be modified, will be changed, will be updated, to modify, to change, to edit, to update, to extend, add to existing, added to existing, minor change, minor changes, minor edit, minor edits, small change, small changes, small edit, small edits',
  deleted:
    'to be deleted, to be removed, to be dropped, will be deleted, will be removed, to delete, to remove, to drop',
  renamed: 'to be renamed, to be moved, will be renamed, will be moved',
  existing:
    'reference only, ref only, context only, for reference, for context, for information, read only, only read, only referenced, already exists, already existing, already there, already present, out of scope, nothing to do',
  unchanged:
    'as is, left as is, leave as is, kept as is, keep as is, stays as is, used as is, left alone, leave alone, left unchanged, leave unchanged, stays unchanged, remains unchanged, leave untouched, left untouched, nothing to change, nothing changes'
}

const changes = 'change, changes, edit, edits, modification, modifications, update, updates, touch'

/** A denied change leaves the file as it is: "no change", "not modified", "do not edit". "No further change" says that there was one. */
const denials: readonly [deny: string, what: string, kind: 'existing' | 'unchanged'][] = [
  ['no, without, without any, zero', changes, 'unchanged'],
  ['no further, no other, no code, without further', changes, 'existing'],
  ['no, no further, no other, without, without any, without further, zero', 'code change, code changes', 'existing'],
  ['not, not to be, never, is not, will not be, won’t be', 'changed, modified, edited, updated, touched', 'unchanged'],
  ['do not, don’t, never', 'change, modify, edit, update, touch', 'unchanged']
]

const listed = (text: string): string[] => text.split(/\s+/).filter(word => word !== '')

/** Nouns as well as verbs: "move semantics.md" is a name, "new a.ts" is none. */
const never = new Set(listed('mod del add adds upd mv drop change changes patch keep stays exists'))

const tabled: ChangeWord[] = Object.entries(forms).flatMap(([kind, byForm]) =>
  Object.entries(byForm).flatMap(([form, words]) =>
    listed(words).map(word => ({
      word,
      kind: kind as MarkKind,
      mayLead: !never.has(word),
      // "(modified on start)" is told from "(modified its parser)" by what follows, as orders are.
      isOrder: form === 'orders' || word === 'modified',
      isState: form === 'states'
    }))
  )
)

/** Every word by its spelling in lower case. The first form that has a word counts. */
export const changeWords: ReadonlyMap<string, ChangeWord> = new Map(
  tabled.map(entry => [entry.word, entry]).reverse() as [string, ChangeWord][]
)

/** A way of saying it in several words, cut into them. */
interface ChangePhrase {
  words: readonly string[]
  kind: MarkKind
}

/** The phrases by their first word, the longest first. */
export const changePhrases: ReadonlyMap<string, readonly ChangePhrase[]> = byFirstWord([
  ...Object.entries(phrases).flatMap(([kind, list]) =>
    list.split(/,\s*/).map(text => ({ words: text.split(' '), kind: kind as MarkKind }))
  ),
  ...denials.flatMap(([deny, what, kind]) =>
    deny.split(', ').flatMap(no => what.split(', ').map(noun => ({ words: `${no} ${noun}`.split(' '), kind })))
  )
])

function byFirstWord(all: ChangePhrase[]): Map<string, ChangePhrase[]> {
  const found = new Map<string, ChangePhrase[]>()
  for (const phrase of all.sort((a, b) => b.words.length - a.words.length)) {
    const list = found.get(phrase.words[0]!)
    if (list) list.push(phrase)
    else found.set(phrase.words[0]!, [phrase])
  }
  return found
}

/** Things a file can be called: "new file", "new module" are marks, "new endpoints" are not. */
export const fileNouns: ReadonlySet<string> = new Set(
  listed('file module directory dir folder package component script class crate project test 文件 ファイル')
)

/** What may close a phrase that says that nothing changes: "no change needed", "read only for context". */
export const idleTails =
  /^ (?:(?:is |are )?(?:needed|required|necessary|planned|expected|intended)|at all|here|for now|yet|to (?:it|this file|the file)|(?:for|as) (?:context|reference|information|orientation)(?: only)?|in this (?:plan|phase|step|change|task)|until (?:then|later|(?:step|phase|task|milestone|commit) [\p{L}\p{N}]{1,8}))(?![\p{L}\p{N}])/iu

/** What leaves room for a change all the same: "unchanged for now", "unchanged, except its exports". */
export const reservations =
  /^[\s,;:.(–—-]*(?:except|but|apart from|aside from|other than|besides|save for|beyond|only|until|(?:for now|yet|here|in this (?:phase|step|change|task)|(?:by|in|during) (?:this|phase|step|task)))(?![\p{L}\p{N}])/iu

/** How a mark is written. */
export type MarkForm = 'angle' | 'paren' | 'bracket' | 'comment' | 'prefix' | 'suffix' | 'emoji' | 'bare' | 'cell'

/** A pair of signs that a mark may stand in. */
export interface Bracket {
  open: string
  close: string
  form: MarkForm
  /** The longest remark in it, its signs included. */
  most: number
}

export const brackets: readonly Bracket[] = [
  { open: '<!--', close: '-->', form: 'comment', most: 400 },
  { open: '/*', close: '*/', form: 'comment', most: 400 },
  { open: '<', close: '>', form: 'angle', most: 401 },
  { open: '(', close: ')', form: 'paren', most: 401 },
  { open: '（', close: '）', form: 'paren', most: 401 },
  { open: '[', close: ']', form: 'bracket', most: 61 },
  { open: '{', close: '}', form: 'bracket', most: 61 },
  { open: '【', close: '】', form: 'bracket', most: 61 }
]

/** Pictures, with and without the sign that asks for colour. */
export const pictures: readonly { sign: string; kind: MarkKind }[] = [
  { sign: '🆕', kind: 'new' },
  { sign: '✨', kind: 'new' },
  { sign: '➕', kind: 'new' },
  { sign: '✏', kind: 'modified' },
  { sign: '📝', kind: 'modified' },
  { sign: '🖊', kind: 'modified' },
  { sign: '🗑', kind: 'deleted' },
  { sign: '➖', kind: 'deleted' }
]

/** Letters and signs of version control: before a path or behind it, in a tree. */
export const signs: ReadonlyMap<string, MarkKind> = new Map([
  ['+', 'new'],
  ['A', 'new'],
  ['~', 'modified'],
  ['M', 'modified'],
  ['-', 'deleted'],
  ['D', 'deleted'],
  ['R', 'renamed']
])

/** Orders whose file comes next, and which are no marks of one: "Fix `a.ts`". */
export const touchingVerbs: ReadonlySet<string> = new Set(listed('fix touch'))

/** Orders with the file as the place of what is changed, and what stands before it: "add it to `a.ts`". */
export const placingVerbs: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ['add append insert', 'to into in'],
    ['put place wire import inject', 'in into'],
    [
      'write define declare implement register introduce export replace rename change update fix adjust extend rewrite bump',
      'in'
    ],
    ['remove delete drop strip', 'from in'],
    ['move extract', 'from to into']
  ].flatMap(([verbs, places]) => listed(verbs!).map(verb => [verb, new Set(listed(places!))] as const))
)

/** Orders to change something in a file named before: "In `a.ts`, accept it". Those to look at it are none. */
export const insideVerbs: ReadonlySet<string> = new Set(
  listed(
    'accept add adapt adjust allow append apply bump cache catch change clear convert copy create declare define delete derive disable drop edit emit enable export expose extend extract factor fix gate give guard handle hoist implement import inject inline insert introduce invert let limit log make merge mock modify move narrow parametrize pass patch persist place prepend put raise refactor register remove rename render reorder replace return reuse rewrite route set skip sort split strip stub swap switch take throw thread trim turn unify update use validate widen wire wrap write'
  )
)
