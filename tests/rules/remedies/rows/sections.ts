/** Sections: what they must be, hold and say. */
import { cut, rep } from '../../../profiles/edits.ts'
import type { Remedy } from '../remedy.ts'
import { all } from '../remedy.ts'

const design = 'design-plan/valid-1'
const planning = 'planning-md/valid-1'
const handoff = 'handoff-plan/valid-1'
const task = 'task-plan/valid-1'
const backlog = 'backlog-plan/valid-1'

const prose = 'The pen and the screen are not in step'

export const sections: readonly Remedy[] = [
  // Their headings.
  {
    of: 'required-sections/missing',
    plan: handoff,
    spoil: cut('## 7. Documentation', '## 8.'),
    obey: rep('## 8.', '## 7. Documentation Updates\n\nN/A — nothing of it is written down\n\n## 8.')
  },
  {
    of: 'required-sections/missing',
    plan: handoff,
    spoil: cut('## 7. Documentation', '## 8.'),
    obey: rep('## 8.', '## 7. Documentation Updates\n\nThe page of the search says what the limit is.\n\n## 8.')
  },
  {
    of: 'required-sections/missing',
    plan: design,
    spoil: cut('### Security', '### Performance'),
    obey: rep('### Performance', '### Security\n\nN/A — nothing is read\n\n### Performance')
  },
  {
    of: 'required-sections/missing',
    plan: planning,
    spoil: cut('#### **2.2', '#### **2.3'),
    obey: rep(
      '#### **2.3',
      '#### 2.2 Risks & Constraints\n\n- **Regressions**: None\n- **Performance**: None\n- **Circular Dependencies**: None\n- **Deployment Constraints**: None\n\n#### **2.3'
    )
  },
  {
    of: 'required-sections/misspelt',
    plan: task,
    spoil: rep('## Deliverables', '## Delivrables'),
    obey: rep('Delivrables', 'Deliverables')
  },
  {
    of: 'required-sections/duplicate',
    plan: task,
    spoil: rep('## Success Criteria', '## Deliverables\n\n- A page that shows it\n\n---\n\n## Success Criteria'),
    obey: all(
      rep('## Deliverables\n\n- A page that shows it\n\n---\n\n', ''),
      rep('throws out the oldest tiles', 'throws out the oldest tiles\n- A page that shows it')
    )
  },
  {
    of: 'required-sections/misplaced',
    said: 'behind',
    plan: task,
    spoil: all(
      cut('## Dependencies', '## Risks & Mitigations'),
      rep('## Deliverables', '## Dependencies\n\n- None\n\n## Deliverables')
    ),
    obey: all(
      rep('## Dependencies\n\n- None\n\n', ''),
      rep('## Risks & Mitigations', '## Dependencies\n\n- None\n\n## Risks & Mitigations')
    )
  },
  {
    of: 'required-sections/misplaced',
    plan: task,
    spoil: all(
      cut('## Deliverables', '## Prerequisites'),
      rep('## Architecture', '## Deliverables\n\n- A cache\n\n## Architecture')
    ),
    obey: all(
      rep('## Deliverables\n\n- A cache\n\n', ''),
      rep('## Prerequisites', '## Deliverables\n\n- A cache\n\n## Prerequisites')
    )
  },
  {
    of: 'required-sections/misplaced',
    said: 'in front of',
    plan: task,
    spoil: all(
      cut('## Overview', '## Deliverables'),
      text =>
        `${text.trimEnd()}\n\n## Overview\n\n| Attribute | Value |\n|---|---|\n| **Created** | 2025-05-06T10:15:00+02:00 |\n| **Name** | Tile cache |\n| **Type** | Feature |\n| **Proves** | It needs no network |\n| **Production-Grade Because** | It stores real tiles |\n`
    ),
    obey: text => {
      const at = text.indexOf('## Overview')
      const body = text.slice(at)
      return text.slice(0, at).replace('## Deliverables', () => `${body}\n## Deliverables`)
    }
  },
  {
    of: 'required-sections/nested',
    plan: task,
    spoil: rep('## Prerequisites', '### Prerequisites'),
    obey: rep('### Prerequisites', '## Prerequisites')
  },
  {
    of: 'required-sections/number',
    plan: handoff,
    spoil: rep('## 7. Documentation', '## 9. Documentation'),
    obey: rep('## 9. Documentation', '## 7. Documentation')
  },
  {
    of: 'required-sections/unnumbered',
    plan: handoff,
    spoil: rep('## 7. Documentation', '## Documentation'),
    obey: rep('## Documentation', '## 7. Documentation')
  },
  {
    of: 'required-sections/brokenFence',
    plan: task,
    spoil: rep('mkdir -p build/tiles\n```', 'mkdir -p build/tiles\n```bash\nls\n```'),
    obey: rep('mkdir -p build/tiles\n```bash', 'mkdir -p build/tiles\n```\n\n```bash')
  },
  {
    of: 'required-sections/unclosedFence',
    plan: design,
    spoil: rep('fun revert(canvas: Canvas) }\n```', 'fun revert(canvas: Canvas) }'),
    obey: rep('fun revert(canvas: Canvas) }', 'fun revert(canvas: Canvas) }\n```')
  },
  {
    of: 'required-sections/unclosedFence',
    plan: task,
    spoil: rep('```bash\nmkdir', '````bash\nmkdir'),
    obey: rep('mkdir -p build/tiles\n```', 'mkdir -p build/tiles\n````')
  },
  {
    of: 'required-sections/unclosedHtml',
    plan: task,
    spoil: rep('## Deliverables', '<!-- still to be weighed ->\n\n## Deliverables'),
    obey: rep('weighed ->', 'weighed -->')
  },
  {
    of: 'required-sections/unclosedHtml',
    plan: design,
    spoil: rep('### Security', '<pre>\n\n### Security'),
    obey: rep('<pre>', '<pre></pre>')
  },
  {
    of: 'required-sections/conflict',
    plan: task,
    spoil: rep('## Deliverables', '<<<<<<< HEAD\n## Deliverables\n=======\n## Results\n>>>>>>> results'),
    obey: rep('<<<<<<< HEAD\n## Deliverables\n=======\n## Results\n>>>>>>> results', '## Deliverables')
  },
  {
    of: 'required-sections/unspaced',
    plan: task,
    spoil: rep('## Deliverables', '##Deliverables'),
    obey: rep('##Deliverables', '## Deliverables')
  },
  {
    of: 'required-sections/unspaced',
    plan: design,
    spoil: rep('### Security', '###Security'),
    obey: rep('###Security', '### Security')
  },
  ...['```sh\n# run this first\n```', '#### run this first'].map(written => ({
    of: 'required-sections/stray',
    plan: backlog,
    spoil: rep('*What’s needed*', '# run this first\n\n*What’s needed*'),
    obey: rep('# run this first', written)
  })),

  // What they hold.
  {
    of: 'section-content/empty',
    plan: task,
    spoil: rep(/- A cache that[^#]*---/, '---'),
    obey: rep('## Deliverables\n', '## Deliverables\n\n- A cache\n')
  },
  {
    of: 'section-content/empty',
    plan: handoff,
    spoil: rep(/1\. \*\*`docs\/search\.md`\*\*\n.*\n/, ''),
    obey: rep('## 7. Documentation Updates\n', '## 7. Documentation Updates\n\nN/A — nothing of it is written down\n')
  },
  {
    of: 'section-content/lacks',
    plan: task,
    spoil: rep(/- A cache that.*\n- A size.*/, 'A cache that stores tiles.'),
    obey: rep('A cache that stores tiles.', '- A cache that stores tiles')
  },
  {
    of: 'section-content/lacks',
    said: 'task list',
    plan: task,
    spoil: rep(
      /- \[ \] A tile that.*\n- \[ \] The folder.*/,
      'A tile that was seen once is shown with the network off.'
    ),
    obey: rep('A tile that was seen', '- [ ] A tile that was seen')
  },
  {
    of: 'section-content/lacks',
    said: 'diagram',
    plan: planning,
    spoil: cut('```\n[warehouse/clock.py]', '**Modified Files'),
    obey: rep('**Modified Files', '```\nwarehouse/locks.py → warehouse/orders.py\n```\n\n**Modified Files')
  },
  {
    of: 'section-content/lacks',
    said: 'dates',
    plan: planning,
    spoil: all(
      rep('**[2025-04-07 09:05 UTC]** ', ''),
      rep('**[2025-04-08 14:30 UTC]** ', ''),
      rep('**[2025-04-11 16:20 UTC]** ', '')
    ),
    obey: all(
      rep('- Requirements', '- 2025-04-07: Requirements'),
      rep('- Option B chosen', '- 2025-04-08: Option B chosen'),
      rep('- Design approved', '- 2025-04-11: Design approved')
    )
  },
  {
    of: 'section-content/column',
    plan: task,
    spoil: all(rep('| Risk | Likelihood | Mitigation |', '| Risk | Likelihood | Remark |')),
    obey: all(
      rep('| Remark |', '| Remark | Mitigation |'),
      rep('|------|------------|------------|\n', '|---|---|---|---|\n'),
      rep('| Write in the background |', '| x y | Write in the background |'),
      rep('| Rename into place |', '| x y | Rename into place |')
    )
  },
  {
    of: 'section-content/otherColumn',
    plan: task,
    spoil: rep('| Likelihood | Mitigation |', '| Likelihood | Mitigaton |'),
    obey: rep('Mitigaton', 'Mitigation')
  },
  {
    of: 'section-content/rows',
    plan: task,
    spoil: rep(/\| A slow disk.*\n\| Two processes.*\n/, ''),
    obey: rep(
      '|------|------------|------------|\n',
      '|------|------------|------------|\n| A slow disk | M | Write later |\n'
    )
  },
  {
    of: 'section-content/rows',
    plan: task,
    spoil: rep(/\| A slow disk.*\n\| Two processes.*\n/, ''),
    obey: rep(/\| Risk \| Like.*\n\|-.*\n/, 'None: the cache can be deleted at any time\n')
  },
  ...['-', '@rosa'].map(owner => ({
    of: 'section-content/gap',
    plan: design,
    spoil: rep('| Complete | @rosa |', '| Complete | |'),
    obey: rep('| Complete | |', `| Complete | ${owner} |`)
  })),
  {
    of: 'section-content/gap',
    plan: design,
    spoil: rep(' | – | in use already |', ' |'),
    obey: rep('| Pen library 4.8 | Complete |', '| Pen library 4.8 | Complete | - | - |')
  },
  {
    of: 'section-content/cell',
    plan: task,
    spoil: rep('| A slow disk | M |', '| A slow disk | often |'),
    obey: rep('| often |', '| High |')
  },
  {
    of: 'section-content/cell',
    plan: task,
    spoil: rep('| `mapview/loader.py` | Modify |', '| `mapview/loader.py` | Touch |'),
    obey: rep('| Touch |', '| Modify |')
  },
  {
    of: 'section-content/item',
    said: 'date',
    plan: planning,
    spoil: rep('**[2025-04-08 14:30 UTC]** Option', 'Option'),
    obey: rep('- Option B chosen', '- 2025-04-08: Option B chosen')
  },
  {
    of: 'section-content/item',
    said: 'mitigation',
    plan: planning,
    spoil: rep(/Risk:\*\* The back office opens.*/, 'Risk:** The back office gets refusals'),
    obey: rep('gets refusals', 'gets refusals → its calls pass `lock=false`')
  },
  {
    of: 'section-content/item',
    said: 'mitigation',
    plan: planning,
    spoil: rep(/- \*\*Regression Risk:\*\* .*/, '- Two clocks drift apart'),
    obey: rep('drift apart', "drift apart: the database's clock is asked")
  },
  {
    of: 'section-content/item',
    said: 'action or result',
    plan: planning,
    spoil: rep(' → Overwrite the row → Second picker gets the order', ''),
    obey: rep(
      '**If the lock ran out a moment ago**',
      'If the lock ran out a moment ago → overwrite the row → the second picker gets the order'
    )
  },
  {
    of: 'section-content/item',
    said: 'action or result',
    plan: planning,
    spoil: rep(' → Second picker gets the order', ''),
    obey: rep('→ Overwrite the row', '→ Overwrite the row → the second picker gets the order')
  },
  {
    of: 'section-content/item',
    said: 'reason',
    plan: design,
    spoil: rep('- Undo across restarts, since drawings are saved without their strokes', '- Undo across restarts'),
    obey: rep('- Undo across restarts', '- Undo across restarts: drawings are saved without strokes')
  },
  {
    of: 'section-content/field',
    plan: handoff,
    spoil: rep('**Solution:** Count per session where there is one.\n\n', ''),
    obey: rep('**Fallback:**', '**Solution**: Count per session\n\n**Fallback:**')
  },
  {
    of: 'section-content/misspelt',
    plan: handoff,
    spoil: rep('**Solution Approach:**', '**Solution Aproach:**'),
    obey: rep('Aproach', 'Approach')
  },
  {
    of: 'section-content/emptyField',
    plan: handoff,
    spoil: rep('A school shares one key between thirty pupils.', ''),
    obey: rep('**Problem:**', '**Problem:** A school shares one key.')
  },
  {
    of: 'section-content/emptyField',
    said: 'or "None"',
    plan: planning,
    spoil: rep(' Writes to `order_locks`, at most 40 a minute', ''),
    obey: rep('- **Performance:**\n', '- **Performance:** None\n')
  },
  {
    of: 'section-content/emptyField',
    said: 'New Files',
    plan: planning,
    spoil: cut('- `warehouse/locks.py` – acq', '\n---\n\n#### **4.2'),
    obey: rep(
      '**New Files:**\n',
      '**New Files:**\n- `warehouse/locks.py`: acquires locks\n- `migrations/0042_order_locks.sql`: creates the table\n\n'
    )
  },
  {
    of: 'section-content/form',
    said: 'what changes',
    plan: planning,
    spoil: rep(' – maps `OrderLocked` to 409\n', '\n'),
    obey: rep('- `warehouse/errors.py`\n\n**New', '- `warehouse/errors.py`: refusals\n\n**New')
  },
  {
    of: 'section-content/form',
    said: 'ticked box',
    plan: planning,
    spoil: rep('- [x] Bug fix', '- [ ] Bug fix'),
    obey: rep('- [ ] Bug fix', '- [x] Bug fix')
  },
  {
    of: 'section-content/form',
    said: 'a task list',
    plan: handoff,
    spoil: all(
      rep('- [ ] The eleventh', '- The eleventh'),
      rep('- [ ] A refused', '- A refused'),
      rep('- [ ] Logged-in', '- Logged-in')
    ),
    obey: all(
      rep('- The eleventh', '- [ ] The eleventh'),
      rep('- A refused', '- [ ] A refused'),
      rep('- Logged-in', '- [ ] Logged-in')
    )
  },
  {
    of: 'section-content/form',
    said: 'a command',
    plan: task,
    spoil: rep(/```bash\nuv run pytest tests\/test_loader.py -q\n# Expected: 14 passed\n```/, 'The loader is tested'),
    obey: rep('The loader is tested', '`uv run pytest tests/test_loader.py` passes')
  },
  {
    of: 'section-content/unit',
    plan: design,
    spoil: rep('Keeps the bitmap from before the last stroke and hands it out.\n', ''),
    obey: rep(
      '`app/drawing/canvas.kt` (modified)\n',
      '`app/drawing/canvas.kt` (modified)\n\nKeeps the bitmap and hands it out.\n'
    )
  },
  {
    of: 'section-content/units',
    plan: task,
    spoil: cut('### 1. Identify', '---\n\n## Success'),
    obey: rep(
      'Do these first.\n',
      'Do these first.\n\n### 1. Identify Affected Tests\n\n**Why Needed**: All take nine minutes\n\n**Verification**: `uv run pytest tests/test_loader.py -q` passes\n'
    )
  },
  {
    of: 'section-content/first',
    said: 'Move it',
    plan: task,
    spoil: all(
      rep('### 1. Identify Affected Tests', '### 1. Something else'),
      rep('### 2. A folder to write to', '### 2. Identify Affected Tests')
    ),
    obey: text => {
      const a = text.indexOf('### 1. Something else')
      const b = text.indexOf('### 2. Identify')
      const c = text.indexOf('---\n\n## Success')
      return (
        text.slice(0, a) +
        text.slice(b, c).replace('### 2.', '### 1.') +
        text.slice(a, b).replace('### 1.', '### 2.') +
        text.slice(c)
      )
    }
  },
  {
    of: 'section-content/first',
    said: 'Write it first',
    plan: task,
    spoil: rep('### 1. Identify Affected Tests', '### 1. Something else'),
    obey: all(
      rep('### 2. A folder', '### 3. A folder'),
      rep(
        '### 1. Something else',
        '### 1. Identify Affected Tests\n\n**Why Needed**: All take nine minutes\n\n**Verification**: `uv run pytest tests/test_loader.py -q` passes\n\n### 2. Something else'
      )
    )
  },
  {
    of: 'section-content/expectation',
    plan: task,
    spoil: rep('# Expected: no output, exit code 0\n', ''),
    obey: rep('-le 200\n', '-le 200\n# Expected: no output\n')
  },
  {
    of: 'section-content/note',
    plan: task,
    spoil: rep(/> \*\*Track Progress.*\n/, ''),
    obey: rep('## Overview', '> **Track Progress**: See `docs/mapview-tilecache-results.md`\n\n## Overview')
  },
  {
    of: 'section-content/unlinked',
    plan: task,
    spoil: rep('`docs/mapview-tilecache-results.md`', 'the other document'),
    obey: rep('the other document', '`docs/mapview-tilecache-results.md`')
  },
  {
    of: 'section-content/choice',
    said: 'found 0',
    plan: planning,
    spoil: rep('- [x] Modifying', '- [ ] Modifying'),
    obey: rep('- [ ] Modifying', '- [x] Modifying')
  },
  {
    of: 'section-content/choice',
    said: 'found 2',
    plan: planning,
    spoil: rep('- [ ] Net new', '- [x] Net new'),
    obey: rep('- [x] Net new', '- [ ] Net new')
  },
  {
    of: 'section-content/branch',
    said: 'Missing',
    plan: planning,
    spoil: cut('**Step 2a: Mod', '**Step 3: Dep'),
    obey: rep(
      '**Step 3: Dep',
      '**Modifying Existing Code**\n\n- **Current Implementation**: `warehouse/orders.py` loads an order\n- **Why does it need to change?**:\n  - [x] It is wrong\n- **What patterns must I preserve?**: errors are exceptions\n- **What will break if I change this?**: the back office\n\n**Step 3: Dep'
    )
  },
  {
    of: 'section-content/branch',
    said: 'Empty',
    plan: planning,
    spoil: cut('- **Current Implementation:**', '\n---\n\n**Step 3: Dep'),
    obey: rep(
      'Existing Code**\n',
      'Existing Code**\n\n- **Current Implementation**: `warehouse/orders.py` loads an order\n- **Why does it need to change?**:\n  - [x] It is wrong\n- **What patterns must I preserve?**: errors are exceptions\n- **What will break if I change this?**: the back office\n'
    )
  },
  {
    of: 'section-content/branch',
    said: 'Missing',
    plan: planning,
    spoil: all(rep('- [x] Modifying', '- [ ] Modifying'), rep('- [ ] Net new', '- [x] Net new')),
    obey: all(rep('- [ ] Modifying', '- [x] Modifying'), rep('- [x] Net new', '- [ ] Net new'))
  },
  {
    of: 'section-content/otherBranch',
    plan: planning,
    spoil: all(
      rep('- [x] Modifying', '- [ ] Modifying'),
      rep('- [ ] Net new', '- [x] Net new'),
      rep(
        '**Step 3: Dep',
        '**Step 2b: Adding New Functionality**\n\n- **Where does this fit in the system?**:\n  - [x] Beside the orders\n- **What existing code does something similar?**: None\n- **What patterns must I follow?**: errors are exceptions\n- **What integration points exist?**: None\n\n---\n\n**Step 3: Dep'
      )
    ),
    obey: cut('**Step 2a: Mod', '**Step 2b')
  },

  // What is said not to apply.
  {
    of: 'na-justification/bare',
    plan: design,
    spoil: rep('N/A — nothing is read from or sent to anywhere.', 'N/A'),
    obey: rep('\nN/A\n', '\nN/A — no data leaves the process\n')
  },
  {
    of: 'na-justification/none',
    plan: design,
    spoil: rep(/None: palm rejection.*/, 'None'),
    obey: rep('\nNone\n', '\nNone — the change is internal\n')
  },
  {
    of: 'na-justification/hollow',
    plan: design,
    spoil: rep('N/A — nothing is read from or sent to anywhere.', 'N/A — not applicable'),
    obey: rep('N/A — not applicable', 'N/A — no data leaves the process')
  },
  {
    of: 'na-justification/forbidden',
    plan: task,
    spoil: rep(/- A cache that.*\n- A size.*/, 'N/A — it delivers nothing'),
    obey: rep('N/A — it delivers nothing', '- A cache')
  },
  {
    of: 'na-justification/contradicted',
    plan: design,
    spoil: rep(
      'The stack is tested alone; one device test draws, undoes and compares pixels.',
      'N/A — nothing to test here'
    ),
    obey: rep('N/A — nothing to test here', 'The stack is tested alone.')
  },
  ...['N/A', 'N/A — nothing is out of scope.'].map(text => ({
    of: 'na-justification/denied',
    plan: design,
    spoil: rep(/(## \d*\.? ?Non-Goals\n\n)/, `## 2. Non-Goals\n\n${text}\n\n`),
    obey: rep(`${text}\n\n`, '')
  })),

  {
    of: 'na-justification/forbidden',
    said: 'whoever executes',
    plan: handoff,
    spoil: all(
      cut('### 6.1 Arch', '---\n\n## 7.'),
      rep('## 6. Quality Checks\n', '## 6. Quality Checks\n\nN/A — nothing is checked\n')
    ),
    obey: rep('N/A — nothing is checked', '`make lint` passes')
  },
  {
    of: 'section-content/empty',
    said: 'belongs under "Security", or',
    plan: design,
    spoil: rep('N/A — nothing is read from or sent to anywhere.\n', ''),
    obey: rep('### Security\n', '### Security\n\nN/A — nothing is sent\n')
  },
  {
    of: 'section-content/empty',
    said: 'belongs under "Implementation Steps"',
    plan: design,
    spoil: cut('### Step 1', '## 7.'),
    obey: rep(
      '## 7.',
      '### Step 1: All\n\n**Files**: `command.kt`, `undo_stack.kt`, `undo_stack_test.kt`, `app/drawing/canvas.kt`, `app/drawing/strokes_old.kt`, `app/drawing/toolbar.kt`\n\n**Actions**:\n1. Write it\n2. Verify: `./gradlew :app:testDebug` passes\n\n## 7.'
    )
  },

  // Drawings and code.
  {
    of: 'diagram-explained/unexplained',
    plan: design,
    spoil: all(rep(/Strokes become commands.*/, ''), rep(/As the drawing shows.*/, '')),
    obey: rep('## 4. Files', `${prose}, so the stack alone talks to the canvas.\n\n## 4. Files`)
  },
  {
    of: 'no-implementation-code/body',
    plan: planning,
    spoil: rep(
      '    """Takes the lock, or raises OrderLocked."""\n    ...',
      '    row = find(order_id)\n    if row:\n        raise OrderLocked(row.picker)\n    return insert(order_id, picker)'
    ),
    obey: rep(/    row = find[\s\S]*?picker\)\n(?=```)/, '    ...\n')
  },
  {
    of: 'vague-wording/vague',
    plan: planning,
    spoil: rep('  - `test_expired_lock_is_taken_over()`', '  - `test_expired_lock_is_taken_over()` etc.'),
    obey: rep(' etc.', ' and `test_a_lock_is_pruned()`')
  },
  {
    of: 'vague-wording/vague',
    plan: task,
    spoil: rep('The folder never grows above the limit', 'The folder is pruned as needed'),
    obey: rep('as needed', 'at the limit')
  },

  // Questions.
  {
    of: 'open-questions/context',
    plan: design,
    spoil: rep(/None: palm rejection.*/, '- Who pays? @rosa'),
    obey: rep('- Who pays? @rosa', '- Who pays? The shop has no budget left; the library may give some. @rosa')
  },
  {
    of: 'open-questions/person',
    plan: design,
    spoil: rep(/None: palm rejection.*/, '- Is one level enough? Two were asked for by half of the testers.'),
    obey: rep('of the testers.', 'of the testers. — @rosa')
  },
  {
    of: 'open-questions/open',
    plan: planning,
    spoil: rep(
      '- [x] Question 2: May a shift leader break a lock? Not in this change.',
      '- [ ] Question 2: May a shift leader break a lock?'
    ),
    obey: rep(
      '- [ ] Question 2: May a shift leader break a lock?',
      '- [x] Question 2: May a shift leader break a lock? Not yet.'
    )
  },
  {
    of: 'no-placeholder/word',
    said: 'Write what belongs there, or take',
    plan: backlog,
    spoil: rep('Pin the two plug-ins that warn.', 'Pin the two plug-ins that warn, TBD.'),
    obey: rep(', TBD.', '.')
  }
]
