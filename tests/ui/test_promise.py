#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The promise: what it becomes beside a commitment (weekly targets, versions, paper), and goals with those who see them."""
import os
import re
import shutil
import sqlite3
import stat
import subprocess

import driver
from driver import wait_until
from tap import case, run

YEAR = int(driver.TODAY[:4])
PROMISE = 'Is this your promise?'
STEPS = ('Goals', 'Meaning', 'Pay', 'Work', 'Commitment', 'Quarters', 'Promise')


def rows(workspace, query, *values):
    """Rows of the file as it is on the disk, read as another program would."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        file.row_factory = sqlite3.Row
        return [dict(row) for row in file.execute(query, values)]


def team(*names):
    """A workspace with these members, and the program open on its Goals page."""
    workspace = driver.new()
    accord = driver.start(workspace)
    accord.find('list item', 'People').click()
    accord.find('push button', 'Add Members…')
    accord.key('ctrl+n')
    dialog = accord.window('Add Members')
    for name in names:
        dialog.find('text', 'Name')
        accord.type(name + '\n')
        dialog.find('label', '%s is on the team. Who else?' % name)
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the dialog to close')
    accord.find('list item', 'Goals').click()
    return workspace, accord


def plan(accord, button, year=YEAR):
    accord.find('push button', button).click()
    return accord.window(re.compile(r' · Plan %d$' % year))


def open_step(wizard, step):
    """A step of the list at the left, by the mouse."""
    wizard.find('list item', re.compile('^%s(, done)?$' % step)).click()


def closed(accord):
    wait_until(lambda: len(accord.windows()) == 1, 'the window to close')


def fill(accord, wizard, amount):
    """What a deal takes and how much is committed, every step chosen with the mouse, in an order of its own."""
    open_step(wizard, 'Commitment')
    wizard.find('text', re.compile('^Quota for the year')).enter('1000000')
    wizard.find('text', 'Commitment for the year').enter(amount)
    open_step(wizard, 'Work')
    for name, value in (('Average deal', '25000'), ('Win rate', '25'),
                        ('First meetings that become opportunities', '50'),
                        ('Outreach that becomes a first meeting', '20'), ('Working weeks left', '4')):
        wizard.find('text', re.compile('^' + name)).enter(value)
    open_step(wizard, 'Promise')
    wizard.find('label', PROMISE)


def choose_partner(accord, wizard, name):
    wizard.find('combo box', 'Accountability partner').click()
    accord.key('Down', 'Return')
    wizard.find('label', re.compile('^%s holds ' % name))


@case
def promise_becomes_targets_versions_and_paper():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    wizard.find('text', 'What do you want?').enter('A home of our own')
    fill(accord, wizard, '1200000')
    wizard.find('text', 'Because …').enter('the children need a room each')
    choose_partner(accord, wizard, 'Joe Mendes')
    # 48 deals, 192 opportunities, 384 meetings, 1,920 outreach over 4 weeks.
    wizard.find('label', 'Every week it takes 480 outreach, 96 first meetings, 48 opportunities opened.')
    wizard.find('label', re.compile(r'^480 a week → Outreach \(a new metric\)'))
    wizard.find('check box', 'Make these my weekly targets').click()
    wizard.find('push button', 'Commit').click()
    wizard.find('label', 'Carolyn Brooks is committed')
    metrics = rows(workspace, 'SELECT name, unit, cadence, rollup, leading FROM metric ORDER BY id')
    assert metrics == [{'name': name, 'unit': 'count', 'cadence': 'week', 'rollup': 'sum', 'leading': 1}
                       for name in ('Outreach', 'First meetings', 'Opportunities opened')], metrics
    # Three quarters are over: the last one asks for all that is left to do, and no more.
    targets = rows(workspace, 'SELECT value, version, starts FROM target ORDER BY metric')
    assert targets == [{'value': number * 10 ** 9, 'version': 1, 'starts': '%d-10-01' % YEAR}
                       for number in (1920, 384, 192)], targets

    # On paper, with the private goal left out until it is ticked.
    pdf = driver.folder() / 'promise.pdf'
    save(accord, wizard, pdf)
    assert stat.S_IMODE(os.stat(pdf).st_mode) == 0o600
    text = pdf_text(pdf)
    assert text is None or 'A home of our own' not in text and 'Joe Mendes holds Carolyn Brooks to it.' in text, text
    wizard.find('check box', 'A home of our own').click()
    save(accord, wizard, pdf, replace=True)
    text = pdf_text(pdf)
    assert text is None or 'A home of our own' in text, text
    wizard.find('push button', 'Close').do('click')
    closed(accord)

    # A change is another version, with its reason; the old one stays in sight.
    wizard = plan(accord, 'Change the commitment… Carolyn Brooks')
    open_step(wizard, 'Commitment')
    wizard.find('text', 'Commitment for the year').enter('1300000')
    open_step(wizard, 'Promise')
    wizard.find('list item', 'Promise')  # no tick: what stands here is not what was given
    wizard.find('text', 'Why the commitment changes').enter('A second territory')
    wizard.find('push button', 'Commit').click()
    wizard.find('label', 'Carolyn Brooks is committed')
    wizard.find('label', re.compile(r'^Version 2: \$1,300,000, committed on '))
    wizard.find('label', re.compile(r'^A second territory\nCommitment \$1,200,000 → \$1,300,000'))
    # Targets were not asked for this time: they stand as they were.
    assert len(rows(workspace, 'SELECT id FROM target')) == 3
    wizard.find('push button', 'Close').do('click')
    closed(accord)

    # The Scorecard shows them as what they are.
    accord.find('list item', 'Scorecard').click()
    accord.find('page tab', 'Choose').click()
    accord.find('page tab', 'Key Metrics').click()
    accord.find(('check box', 'toggle button'), 'Outreach is a key metric').click()
    accord.find('page tab', 'Targets').click()
    accord.find('table cell', 'Carolyn Brooks, Outreach: 1,920, from the plan').click()
    accord.find('label', re.compile('^Version 1, set on .*: From the promise of '))
    accord.close()


def save(accord, wizard, path, replace=False):
    before = path.stat().st_mtime_ns if path.exists() else 0
    wizard.find('push button', 'Save as PDF…').do('click')
    dialog = accord.window('Save the Promise')
    dialog.find('text', index=0).enter(str(path))
    dialog.find('push button', 'Save').click()
    if replace:
        wait_until(lambda: next((b for w in accord.windows() for b in w.all('push button', 'Replace')), None),
                   'the question whether to replace the file').do('click')
    wait_until(lambda: path.exists() and path.stat().st_mtime_ns != before, 'the PDF')
    wizard.find('label', re.compile('^Saved as “%s”' % path.name))


def pdf_text(path):
    """What an independent reader finds in the file; None, and said so, where there is no such program here."""
    if not shutil.which('pdftotext'):
        print('# SKIP reading %s: there is no pdftotext here (Debian: poppler-utils)' % path.name)
        return None
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    return re.sub(r'\s+', ' ', text)


@case
def goal_is_shown_to_a_small_group_by_name():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes', 'Ruth Adler')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    wizard.find('text', 'What do you want?').enter('A home of our own')
    wizard.find('list item', re.compile('^About, by when, seen by')).click()
    wizard.find('combo box', 'Seen by').click()
    accord.key('Down', 'Return')
    wizard.find('label', 'Nobody is named yet: until then it is as private')
    wizard.find('scroll pane').scroll(20)
    wizard.find('check box', 'Ruth Adler').click()
    wait_until(lambda: rows(workspace, 'SELECT m.name FROM goal_viewer v JOIN member m ON m.id = v.member')
               == [{'name': 'Ruth Adler'}], 'Ruth in the group')
    assert rows(workspace, 'SELECT visibility FROM goal') == [{'visibility': 'group'}]
    # Removed with its group, in one step.
    accord.key('Escape')
    closed(accord)
    wizard = plan(accord, 'Continue planning… Carolyn Brooks')
    wizard.find('scroll pane').scroll(-20)
    wizard.find('push button', 'Remove goal 1').click()
    wait_until(lambda: not rows(workspace, 'SELECT id FROM goal') and not rows(workspace, 'SELECT id FROM goal_viewer'),
               'the goal and its group to go')
    accord.close()


@case
def next_year_starts_as_the_last_one():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    wizard.find('text', 'What do you want?').enter('A home of our own\n60000')
    open_step(wizard, 'Pay')
    wizard.find('text', re.compile('^Income goal')).enter('100000')
    accord.key('Escape')
    closed(accord)
    accord.key('alt+Right')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks', YEAR + 1)
    # An empty first step is no dead end.
    accord.key('alt+n')
    wizard.find('push button', 'Name a goal').click()
    wizard.find('push button', 'Start as last year').click()
    wait_until(lambda: [t.text for t in wizard.all('text')][:2] == ['A home of our own', '60,000'],
               "last year's goal")
    goals = rows(workspace, 'SELECT title, amount FROM goal WHERE year = ?', YEAR + 1)
    assert goals == [{'title': 'A home of our own', 'amount': 6000000}], goals
    assert not wizard.has('push button', 'Start as last year')
    open_step(wizard, 'Pay')
    wizard.find('text', re.compile('^Income goal'))
    assert rows(workspace, 'SELECT income_goal FROM plan WHERE year = ?', YEAR + 1) == [{'income_goal': 10000000}]
    accord.close()


@case
def progress_is_logged_and_an_achieved_goal_celebrated():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    wizard.find('text', 'What do you want?').enter('A home of our own\n60000')
    wizard.find('push button', 'Next').click()
    accord.key('Escape')
    closed(accord)
    accord.find('push button', 'Goal: A home of our own').click()
    goal = accord.window('A home of our own')
    goal.find('label', 'Nothing is logged yet')

    def progress():
        return rows(workspace, 'SELECT progress, achieved FROM goal')[0]

    # By keys alone: the amount, Enter, a note, Enter. The share follows from the amount.
    accord.type('15000\nFirst deposit\n')
    goal.find('label', re.compile(r'^25\s% there$'))
    accord.type('30000\n\n')
    goal.find('label', re.compile(r'^50\s% there$'))
    assert progress() == {'progress': 500000000, 'achieved': None}, progress()
    entries = rows(workspace, 'SELECT day, amount, note FROM goal_entry ORDER BY id')
    assert entries == [{'day': driver.TODAY, 'amount': 1500000, 'note': 'First deposit'},
                       {'day': driver.TODAY, 'amount': 3000000, 'note': ''}], entries
    # Removed, the one before counts again; taken back, it is there again.
    goal.reveal('push button', re.compile('^Remove ')).do('click')
    goal.find('label', re.compile(r'^25\s% there$'))
    assert progress()['progress'] == 250000000
    accord.key('ctrl+z')
    goal.find('label', re.compile(r'^50\s% there$'))
    # Edited in the same fields.
    goal.all('push button', re.compile('^Edit '), hidden=True)[0].do('click')
    goal.find('label', 'Edit the entry')
    goal.find('text', 'Together so far').enter('45000')
    goal.find('push button', 'Store').do('click')
    goal.find('label', re.compile(r'^75\s% there$'))
    # Achieved: said in place; a private goal is nobody else's to celebrate.
    goal.find('push button', 'Achieved!').do('click')
    goal.find('label', re.compile('^Carolyn Brooks got there, on '))
    goal.find('label', 'It is not shown to the team.')
    assert progress() == {'progress': 10 ** 9, 'achieved': driver.TODAY}, progress()
    # The button that was pressed is gone: the key goes to what has the focus after it.
    wait_until(accord.focused, 'the focus in the window')
    accord.key('Escape')
    closed(accord)
    assert not accord.has('label', 'Celebrations')
    # The keyboard is where it was: Enter opens the goal again.
    accord.key('Return')
    accord.window('A home of our own')
    accord.key('Escape')
    closed(accord)
    # Shown to the team, it is celebrated.
    wizard = plan(accord, 'Continue planning… Carolyn Brooks')
    wizard.find('list item', re.compile('^Goals')).click()
    wizard.find('list item', re.compile('^About, by when, seen by')).click()
    wizard.find('combo box', 'Seen by').click()
    accord.key('Down', 'Down', 'Return')
    wait_until(lambda: rows(workspace, 'SELECT visibility FROM goal') == [{'visibility': 'team'}], 'the goal to be shared')
    accord.key('Escape')
    closed(accord)
    accord.find('label', 'Celebrations')
    accord.find('label', 'Carolyn Brooks: A home of our own')
    accord.close()


if __name__ == '__main__':
    run()
