/** Files: the tree, and what the places that name them say of each other. */
import { cut, rep } from '../../../profiles/edits.ts'
import type { Remedy } from '../remedy.ts'
import { all } from '../remedy.ts'

const design = 'design-plan/valid-1'
const planning = 'planning-md/valid-1'
const handoff = 'handoff-plan/valid-1'
const task = 'task-plan/valid-1'

export const files: readonly Remedy[] = [
  // The tree.
  {
    of: 'file-tree/none',
    plan: design,
    spoil: cut('```text\napp/drawing', '### File-by-File'),
    obey: rep(
      '### Directory Tree\n',
      '### Directory Tree\n\n```\napp/drawing/canvas.kt <modified>\napp/drawing/stack/command.kt <new>\napp/drawing/stack/undo_stack.kt <new>\napp/drawing/toolbar.kt <modified>\napp/drawing/strokes_old.kt <deleted>\napp/test/drawing/undo_stack_test.kt <new>\n```\n'
    )
  },
  {
    of: 'file-tree/none',
    plan: handoff,
    spoil: cut('```\nservice/src/', '### 2.2'),
    obey: rep(
      '**Key Files:**\n',
      '**Key Files:**\n\n```\nservice/src/core/throttle.py\nservice/src/core/settings.py\nservice/src/interfaces/search.py\n```\n\n'
    )
  },
  {
    of: 'file-tree/empty',
    plan: task,
    spoil: cut('mapview/\n├── cache/', '```\n\n### Design'),
    obey: rep(
      '### File Structure\n```\n',
      '### File Structure\n```\nmapview/cache/__init__.py\nmapview/cache/disk.py\nmapview/loader.py\ntests/test_disk_cache.py\n'
    )
  },
  {
    of: 'file-tree/unparsable',
    plan: design,
    spoil: rep('├── toolbar.kt ', '├── and then the one with the buttons, of course\n├── toolbar.kt '),
    obey: rep('├── and then the one with the buttons, of course\n', '')
  },
  {
    of: 'file-tree/indent',
    plan: task,
    spoil: rep(
      /mapview\/\n├── cache[\s\S]*?all tests\n/,
      'mapview/\n    cache/\n        __init__.py  # new\n        disk.py  # new\n      loader.py  # updated\n    tests/\n        test_disk_cache.py  # new\n'
    ),
    obey: rep('      loader.py', '    loader.py')
  },
  {
    of: 'file-tree/mixedTabs',
    plan: task,
    spoil: rep(
      /mapview\/\n├── cache[\s\S]*?all tests\n/,
      'mapview/\n  cache/\n    __init__.py  # new\n    disk.py  # new\n\tloader.py  # updated\n  tests/\n    test_disk_cache.py  # new\n'
    ),
    obey: rep('\tloader.py', '  loader.py')
  },
  {
    of: 'file-tree/belowFile',
    plan: 'design-plan/valid-1',
    spoil: rep('│   └── undo_stack.kt ', '│   │   └── undo_stack.kt '),
    obey: rep('│   │   └── undo_stack.kt ', '│   └── undo_stack.kt ')
  },
  {
    of: 'file-tree/unmarked',
    plan: design,
    spoil: rep('toolbar.kt           <modified>', 'toolbar.kt'),
    obey: rep('├── toolbar.kt\n', '├── toolbar.kt <modified>\n')
  },
  {
    of: 'file-tree/noMarks',
    plan: design,
    spoil: text => text.replace(/ +<(?:new|modified|deleted)>/g, ''),
    obey: all(
      rep('├── canvas.kt', '├── canvas.kt <modified>'),
      rep('├── command.kt', '├── command.kt <new>'),
      rep('└── undo_stack.kt', '└── undo_stack.kt <new>'),
      rep('├── toolbar.kt', '├── toolbar.kt <modified>'),
      rep('└── strokes_old.kt', '└── strokes_old.kt <deleted>'),
      rep('└── undo_stack_test.kt', '└── undo_stack_test.kt <new>')
    )
  },
  {
    of: 'file-tree/unknownMark',
    said: 'Write <',
    plan: design,
    spoil: rep('command.kt       <new>', 'command.kt       <nwe>'),
    obey: rep('<nwe>', '<new>')
  },
  {
    of: 'file-tree/unknownMark',
    said: 'Mark it',
    plan: design,
    spoil: rep('command.kt       <new>', 'command.kt       <blue>'),
    obey: rep('<blue>', '<new>')
  },
  {
    of: 'file-tree/nameless',
    plan: design,
    spoil: all(
      rep(/strokes_old\.kt +<deleted>/, 'strokes_old.kt <renamed>'),
      rep('strokes_old.kt` (deleted)', 'strokes_old.kt` (renamed)')
    ),
    obey: rep('<renamed>', '<renamed: strokes.kt>')
  },
  {
    of: 'file-tree/duplicate',
    plan: design,
    spoil: rep('├── toolbar.kt  ', '├── canvas.kt            <modified>\n├── toolbar.kt  '),
    obey: rep('├── canvas.kt            <modified>\n', '')
  },

  // Place against place.
  {
    of: 'file-coverage/uncovered',
    plan: task,
    spoil: rep('| `tests/test_loader.py` | ~14', '| `tests/test_loadr.py` | ~14'),
    obey: rep('| `tests/test_loadr.py` |', '| `tests/test_loader.py` |')
  },
  {
    of: 'file-coverage/uncovered',
    said: 'overview',
    plan: design,
    spoil: cut('#### `app/drawing/toolbar.kt`', '#### `app/drawing/strokes_old.kt`'),
    obey: rep(
      '#### `app/drawing/strokes_old.kt`',
      '#### `app/drawing/toolbar.kt` (modified)\n\nTwo buttons.\n\n#### `app/drawing/strokes_old.kt`'
    )
  },
  {
    of: 'file-coverage/uncovered',
    said: 'directory tree',
    plan: design,
    spoil: rep('├── toolbar.kt           <modified>\n', ''),
    obey: rep('└── strokes_old.kt', '├── toolbar.kt <modified>\n└── strokes_old.kt')
  },
  {
    of: 'file-coverage/uncovered',
    said: 'the steps',
    plan: task,
    spoil: all(
      rep('├── loader.py  ', '├── sweep.py   # New: throws out\n├── loader.py  '),
      rep('| `mapview/loader.py` | Modify', '| `mapview/sweep.py` | Create | Pending |\n| `mapview/loader.py` | Modify')
    ),
    obey: rep('exports the limit.', 'exports the limit; `mapview/sweep.py` throws out.')
  },
  {
    of: 'file-coverage/uncovered',
    said: 'the file table and the steps',
    plan: task,
    spoil: rep('├── loader.py  ', '├── sweep.py   # New: throws out\n├── loader.py  '),
    obey: rep('├── sweep.py   # New: throws out\n', '')
  },
  {
    of: 'file-coverage/uncovered',
    said: 'file table',
    plan: task,
    spoil: rep('| `mapview/loader.py` | Modify | Pending: asks the cache |\n', ''),
    obey: rep(
      '| `tests/test_disk_cache.py` | Create',
      '| `mapview/loader.py` | Modify | Pending |\n| `tests/test_disk_cache.py` | Create'
    )
  },
  {
    of: 'file-coverage/uncovered',
    said: 'file tree',
    plan: task,
    spoil: rep('├── loader.py                 # Updated: asks the cache first\n', ''),
    obey: rep('└── tests/\n', '├── loader.py # updated\n└── tests/\n')
  },
  {
    of: 'file-coverage/uncovered',
    said: 'file map',
    plan: planning,
    spoil: rep(/- `warehouse\/errors.py` – .*\n/, ''),
    obey: rep('**New Files:**', '- `warehouse/errors.py`: maps `OrderLocked` to 409\n\n**New Files:**')
  },
  {
    of: 'file-coverage/uncovered',
    said: 'the roadmap',
    plan: handoff,
    spoil: rep('└── interfaces/', '├── keys.py # new: reads the key\n└── interfaces/'),
    obey: rep(
      '1. **`service/src/core/throttle.py`**',
      '1. **`service/src/core/keys.py`** (reads the key)\n2. **`service/src/core/throttle.py`**'
    )
  },
  {
    of: 'file-coverage/uncovered',
    said: 'and the file table and the file tree',
    plan: task,
    spoil: rep(
      '| `tests/test_loader.py` | ~14',
      '| `tests/test_gone.py` | ~3 | What is gone |\n| `tests/test_loader.py` | ~14'
    ),
    obey: rep('| `tests/test_gone.py` | ~3 | What is gone |\n', '')
  },
  {
    of: 'file-coverage/uncovered',
    said: 'the test summary',
    plan: task,
    spoil: rep('| `tests/test_loader.py` | ~14 | Loading |\n', ''),
    obey: rep(
      '| `tests/test_disk_cache.py` | ~5',
      '| `tests/test_loader.py` | ~14 | Loading |\n| `tests/test_disk_cache.py` | ~5'
    )
  },
  {
    of: 'file-coverage/uncovered',
    said: 'the commits',
    plan: planning,
    spoil: rep(', `warehouse/errors.py` (modify)', ''),
    obey: rep('`warehouse/locks.py` (new)', '`warehouse/locks.py` (new), `warehouse/errors.py` (modify)')
  },
  {
    of: 'file-coverage/uncovered',
    said: 'the directory tree and the file-by-file overview',
    plan: design,
    spoil: rep('**Files**: `app/drawing/toolbar.kt`', '**Files**: `app/drawing/toolbar.kt`, `app/drawing/hint.kt`'),
    obey: all(
      rep('└── strokes_old.kt', '├── hint.kt <new>\n└── strokes_old.kt'),
      rep('## 5. Alternatives', '#### `app/drawing/hint.kt` (new)\n\nSays what the buttons do.\n\n## 5. Alternatives')
    )
  },
  {
    of: 'file-coverage/uncovered',
    said: 'the file table and the file tree',
    plan: task,
    spoil: rep('**Code** (add to `mapview/cache/disk.py`)', '**Code** (add to `mapview/sweep.py`)'),
    obey: all(
      rep('├── loader.py', '├── sweep.py # New: throws out\n├── loader.py'),
      rep('| `mapview/loader.py` | Modify', '| `mapview/sweep.py` | Create | Pending |\n| `mapview/loader.py` | Modify')
    )
  },
  {
    of: 'file-coverage/uncovered',
    said: 'the file table and the steps',
    plan: task,
    spoil: rep('├── loader.py', '├── sweep.py # New: throws out\n├── loader.py'),
    obey: all(
      rep(
        '| `mapview/loader.py` | Modify',
        '| `mapview/sweep.py` | Create | Pending |\n| `mapview/loader.py` | Modify'
      ),
      rep('**Code** (add to `mapview/cache/disk.py`)', '**Code** (add to `mapview/cache/disk.py`, `mapview/sweep.py`)')
    )
  },
  {
    of: 'file-coverage/none',
    said: 'Name them',
    plan: 'gsd-plan/valid-1',
    spoil: rep(/files_modified:\n(?: {2}- .*\n)+/, 'files_modified: []\n'),
    obey: rep('files_modified: []', 'files_modified: [src/limit/bucket.ts, src/server.ts, tests/limit.test.ts]')
  },
  {
    of: 'file-coverage/none',
    said: 'Name it',
    plan: 'gsd-plan/valid-1',
    spoil: all(
      rep(/files_modified:\n(?: {2}- .*\n)+/, 'files_modified: []\n'),
      rep('src/limit/bucket.ts, tests/limit.test.ts', 'None')
    ),
    obey: rep('files_modified: []', 'files_modified: [src/server.ts]')
  },
  {
    of: 'file-coverage/conflict',
    said: 'unchanged',
    plan: task,
    spoil: rep(
      '├── loader.py                 # Updated: asks the cache first',
      '├── loader.py                 # unchanged'
    ),
    obey: rep('# unchanged', '# updated')
  },
  {
    of: 'file-coverage/conflict',
    plan: design,
    spoil: rep('#### `app/drawing/toolbar.kt` (modified)', '#### `app/drawing/toolbar.kt` (new)'),
    obey: rep('`app/drawing/toolbar.kt` (new)', '`app/drawing/toolbar.kt` (modified)')
  },
  {
    of: 'file-coverage/duplicate',
    said: 'entries',
    plan: design,
    spoil: rep(
      '#### `app/drawing/strokes_old.kt`',
      '#### `app/drawing/toolbar.kt` (modified)\n\nGrey.\n\n#### `app/drawing/strokes_old.kt`'
    ),
    obey: rep('#### `app/drawing/toolbar.kt` (modified)\n\nGrey.\n\n', '')
  },
  {
    of: 'file-coverage/duplicate',
    said: 'rows',
    plan: task,
    spoil: rep(
      '| `tests/test_disk_cache.py` | Create',
      '| `mapview/loader.py` | Modify | Pending |\n| `tests/test_disk_cache.py` | Create'
    ),
    obey: rep('| `mapview/loader.py` | Modify | Pending |\n', '')
  },
  {
    of: 'file-coverage/cycle',
    plan: planning,
    spoil: rep('[scanner/api.py]\n', '[scanner/api.py]\n  ↑ called by\n[warehouse/clock.py]\n'),
    obey: rep('[scanner/api.py]\n  ↑ called by\n[warehouse/clock.py]\n', '[scanner/api.py]\n')
  },
  {
    of: 'file-tree/unclosedFence',
    plan: design,
    spoil: rep('undo_stack_test.kt   <new>\n```', 'undo_stack_test.kt   <new>'),
    obey: rep('undo_stack_test.kt   <new>', 'undo_stack_test.kt   <new>\n```')
  },
  {
    of: 'metadata/unclosed',
    plan: 'gsd-plan/valid-1',
    spoil: rep('depends_on: ["04-01"]', 'depends_on: ["04-01"'),
    obey: rep('depends_on: ["04-01"', 'depends_on: ["04-01"]')
  },
  {
    of: 'file-coverage/staged',
    plan: 'superpowers-plan/valid-1',
    spoil: rep('git add src/limit/bucket.ts', 'git add src/limit/clock.ts src/limit/bucket.ts'),
    obey: rep('- Create: `src/limit/bucket.ts`\n', '- Create: `src/limit/bucket.ts`\n- Create: `src/limit/clock.ts`\n')
  },
  {
    of: 'file-coverage/staged',
    said: 'leave',
    plan: 'superpowers-plan/valid-1',
    spoil: rep('git add src/limit/bucket.ts', 'git add src/limit/clock.ts src/limit/bucket.ts'),
    obey: rep('git add src/limit/clock.ts src/limit/bucket.ts', 'git add src/limit/bucket.ts')
  }
]
