#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a SWOT card leads to: actions and asks in its details and in their windows, and what came of it a year later."""
import os
import re
import sqlite3

import driver
from swot_board import give
from tap import case, run


def open_board(workspace, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('SWOT') + 1)
    return accord


def fresh_card(title):
    """A window on a new workspace with one strength, whose details are open; the pane; and the file."""
    workspace = driver.new()
    accord = open_board(workspace, window_size=(1200, 860))
    accord.find('push button', 'Begin with a Strength').click()
    accord.find('text', 'Add Strength')
    accord.type(title + '\n')
    accord.key('Escape')
    return accord, show_details(accord, title), workspace


def show_details(accord, title):
    accord.find('list item', re.compile('^%s, card ' % re.escape(title))).click()
    accord.key('alt+Return')
    return accord.find('panel', 'Card Details')


def reach(accord, pane, role, name):
    """Turns the wheel near the lower end of the pane until the widget is seen."""
    def look():
        found = pane.all(role, name)
        if not found:
            accord.xdotool('mousemove', *pane.point((.03, .9)), 'click', '--repeat', 2, 5)
        return found and found[0]
    return driver.wait_until(look, '%s %s in the pane' % (role, name))


def follow_ups(workspace):
    return [(row['source'], row['what'], row['due'], row['done']) for row in driver.cli_json('list', workspace, 'follow-ups')]


def wait_rows(workspace, query, expected):
    """Rows of the file itself: for what no list of accord-cli shows."""
    def look():
        connection = sqlite3.connect('file:%s?mode=ro' % workspace, uri=True)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()
    driver.wait_until(lambda: look() == expected, '%s to give %s, not %s' % (query, expected, look()))


def count_changes(workspace):
    """SQLite's own count of the transactions that changed the file: four bytes of its header."""
    with open(workspace, 'rb') as file:
        return int.from_bytes(file.read(28)[24:], 'big')


OWNERS = 'SELECT what, name FROM action LEFT JOIN member ON member.id = action.owner'
ASKS = 'SELECT department, what, status, asked, reply, replied FROM ask'


def open_window(accord, item, title):
    accord.find('push button', 'Board Menu').click()
    accord.find('menu item', item).click()
    return accord.activate(title)


@case
def an_action_of_a_card_is_a_follow_up():
    accord, pane, workspace = fresh_card('Trust')
    reach(accord, pane, 'push button', 'Add an Action').click()
    accord.type('Ask for ten names\t')
    driver.wait_until(lambda: follow_ups(workspace) == [('swot: Trust', 'Ask for ten names', None, None)], 'the follow-up')
    reach(accord, pane, 'text', 'Due By').click()
    accord.type('2026-11-01\n')
    driver.wait_until(lambda: follow_ups(workspace)[0][2] == '2026-11-01', 'its day')

    # In the window of all actions it is late; done, with what came of it, and shown where it comes from.
    window = open_window(accord, 'Actions…', 'Actions')
    window.find('list item', 'Ask for ten names')
    window.find('image', 'Late')
    window.find('check box', 'Done').click()
    driver.wait_until(lambda: follow_ups(workspace)[0][3] == driver.TODAY, 'it to be done')
    wait_rows(workspace, 'SELECT audience FROM action', [('team',)])
    accord.key('Escape')
    driver.wait_until(lambda: len(accord.windows()) == 1, 'the window to be gone')
    accord.close()


@case
def an_action_goes_and_comes_back():
    accord, pane, workspace = fresh_card('Trust')
    reach(accord, pane, 'push button', 'Add an Action').click()
    accord.type('Ask for ten names\t')
    driver.wait_until(lambda: len(follow_ups(workspace)) == 1, 'the follow-up')
    reach(accord, pane, 'push button', 'Remove Action').click()
    driver.wait_until(lambda: not follow_ups(workspace), 'it to be gone')
    accord.find('push button', 'Undo').click()
    driver.wait_until(lambda: len(follow_ups(workspace)) == 1, 'it to be back')
    accord.close()


@case
def what_came_of_it_stands_on_next_years_card():
    accord, pane, workspace = fresh_card('Trust')
    for what in ('Ask for ten names', 'Write three stories'):
        reach(accord, pane, 'push button', 'Add an Action').click()
        accord.type(what + '\t')
        driver.wait_until(lambda: what in [row[1] for row in follow_ups(workspace)], what)
        pane.find('list', 'Actions', hidden=True)
    window = open_window(accord, 'Actions…', 'Actions')
    window.find('check box', 'Done', index=0).click()
    driver.wait_until(lambda: [row[3] for row in follow_ups(workspace)].count(driver.TODAY) == 1, 'one to be done')
    window.find('list item', 'Ask for ten names').click()
    window.find('text', 'What Came of It').click()
    accord.type('Eight said yes\n')
    wait_rows(workspace, 'SELECT outcome FROM action WHERE done IS NOT NULL', [('Eight said yes',)])
    accord.close()

    # Next year's board goes on with the card.
    give(workspace, 'carry-all', '2026')
    accord = open_board(workspace, window_size=(1200, 860))
    for _ in range(4):
        accord.key('alt+Right')
    pane = show_details(accord, 'Trust')
    reach(accord, pane, 'label', 'Last year: 1 action done, 1 open')
    row = reach(accord, pane, 'list item', 'Ask for ten names')
    assert 'Eight said yes' in row.current_description, row.current_description
    accord.close()


@case
def a_department_is_asked_and_answers():
    accord, pane, workspace = fresh_card('Trust')
    reach(accord, pane, 'push button', 'Add an Ask').click()
    # What is not named yet is not stored; then it is, as a draft.
    accord.type('Marketing\tThree case studies\t')
    wait_rows(workspace, ASKS, [('Marketing', 'Three case studies', 'draft', None, '', None)])
    window = open_window(accord, 'Asks…', 'Asks to Other Departments')
    window.find('label', 'Marketing')
    window.find('list item', 'Three case studies').click()
    window.find('combo box', 'Status').click()
    accord.key('Down', 'Return')
    wait_rows(workspace, ASKS, [('Marketing', 'Three case studies', 'asked', driver.TODAY, '', None)])
    window.find('image', 'Asked')
    window.find('text', 'Reply').click()
    accord.type('Two by March\n')
    wait_rows(workspace, ASKS, [('Marketing', 'Three case studies', 'asked', driver.TODAY, 'Two by March', driver.TODAY)])
    accord.close()


@case
def an_emptied_field_keeps_nothing_else_from_being_stored():
    accord, pane, workspace = fresh_card('Trust')
    reach(accord, pane, 'push button', 'Add an Ask').click()
    accord.type('Marketing\tThree case studies\t')
    wait_rows(workspace, ASKS, [('Marketing', 'Three case studies', 'draft', None, '', None)])
    window = open_window(accord, 'Asks…', 'Asks to Other Departments')
    window.find('list item', 'Three case studies').click()
    window.find('text', 'What Is Asked').click()
    accord.key('ctrl+a', 'BackSpace')
    window.find('text', 'Reply').click()
    accord.type('Two by March')
    accord.key('Escape')
    driver.wait_until(lambda: len(accord.windows()) == 1, 'the window to be gone')
    wait_rows(workspace, ASKS, [('Marketing', 'Three case studies', 'draft', None, 'Two by March', driver.TODAY)])
    accord.close()


@case
def an_action_keeps_its_words_when_they_are_emptied():
    accord, pane, workspace = fresh_card('Trust')
    reach(accord, pane, 'push button', 'Add an Action').click()
    accord.type('Ask for ten names\t')
    driver.wait_until(lambda: len(follow_ups(workspace)) == 1, 'the follow-up')
    window = open_window(accord, 'Actions…', 'Actions')
    window.find('list item', 'Ask for ten names').click()
    window.find('text', 'What Is to Be Done').click()
    accord.key('ctrl+a', 'BackSpace')
    window.find('text', 'Due By').click()
    accord.type('2026-11-01')
    accord.key('Escape')
    driver.wait_until(lambda: len(accord.windows()) == 1, 'the window to be gone')
    driver.wait_until(lambda: follow_ups(workspace) == [('swot: Trust', 'Ask for ten names', '2026-11-01', None)], 'the day')
    accord.close()


@case
def a_new_ask_that_lacks_something_keeps_its_card():
    accord, pane, workspace = fresh_card('Trust')
    accord.key('Escape')
    accord.find('push button', re.compile('Add.*Weakness')).click()
    accord.type('Few stories\n')
    accord.key('Escape')
    pane = show_details(accord, 'Trust')
    reach(accord, pane, 'push button', 'Add an Ask').click()
    accord.type('Marketing')
    reach(accord, pane, 'text', 'Because').click()
    accord.type('Prospects ask for proof')
    # Neither another card nor the end of the pane takes it away; what is missing has the focus.
    accord.find('list item', re.compile('^Few stories, card ')).click()
    driver.wait_until(lambda: not re.match('Few stories', (accord.focused() or accord).name), 'the missing to have the focus')
    accord.key('Escape')
    accord.type('Three case studies\t')
    wait_rows(workspace, 'SELECT department, what, because FROM ask',
              [('Marketing', 'Three case studies', 'Prospects ask for proof')])
    accord.find('list item', re.compile('^Few stories, card ')).click()
    driver.wait_until(lambda: not pane.all('text', 'What Is Asked'), 'the other card')
    accord.close()


@case
def a_day_waits_for_its_action():
    accord, pane, workspace = fresh_card('Trust')
    reach(accord, pane, 'push button', 'Add an Action').click()
    reach(accord, pane, 'text', 'Due By').click()
    accord.type('2026-11-01')
    accord.key('Escape')
    accord.type('Ask for ten names\t')
    driver.wait_until(lambda: follow_ups(workspace) == [('swot: Trust', 'Ask for ten names', '2026-11-01', None)], 'both')
    accord.close()


@case
def a_department_is_typed_in_peace():
    accord, pane, workspace = fresh_card('Trust')
    for department, what in (('Legal', 'A shorter contract'), ('Finance', 'Longer terms')):
        reach(accord, pane, 'push button', 'Add an Ask').click()
        accord.type('%s\t%s\t' % (department, what))
        wait_rows(workspace, "SELECT what FROM ask WHERE department = '%s'" % department, [(what,)])
    window = open_window(accord, 'Asks…', 'Asks to Other Departments')
    window.find('list item', 'A shorter contract').click()
    window.find('text', 'Because').click()
    accord.type('It is read')
    window.find('text', 'Department').click()
    accord.key('ctrl+a')
    accord.type('fin')
    wait_rows(workspace, 'SELECT department, because FROM ask ORDER BY id', [('Legal', 'It is read'), ('Finance', '')])
    before = count_changes(workspace)
    # Who pauses in the middle of a word stores no half of it, which leaves nothing to wait for: the pause is the gesture. The
    # row stays where it is while it is typed in.
    accord.xdotool('sleep', 1.2, 'type', '--delay', 6, 'ance')
    assert window.all('label', 'Legal'), 'the row is gone from under the user'
    accord.key('Tab')
    wait_rows(workspace, 'SELECT department, because FROM ask ORDER BY id', [('finance', 'It is read'), ('Finance', '')])
    assert count_changes(workspace) == before + 1, 'it was stored once, as a whole'
    # When it is left it goes to the department's group, however that is written.
    window.find('list item', 'Longer terms').click()
    driver.wait_until(lambda: not window.all('label', 'Legal'), 'the row to go to its group')
    assert len(window.all('push button', re.compile('^Save PDF for'))) == 1
    window.find('list item', 'A shorter contract')
    accord.close()


@case
def a_sentence_with_pauses_is_one_step_back():
    accord, pane, workspace = fresh_card('Trust')
    reach(accord, pane, 'push button', 'Add an Ask').click()
    accord.type('Legal\tA shorter contract\t')
    wait_rows(workspace, 'SELECT department FROM ask', [('Legal',)])
    window = open_window(accord, 'Asks…', 'Asks to Other Departments')
    window.find('list item', 'A shorter contract').click()
    window.find('text', 'Because').click()
    for typed, stored in (('It is', 'It is'), (' read', 'It is read')):
        accord.type(typed)
        wait_rows(workspace, 'SELECT because FROM ask', [(stored,)])
    window.find('combo box', 'Status').click()
    accord.key('Escape', 'ctrl+z')
    wait_rows(workspace, 'SELECT because FROM ask', [('',)])
    accord.close()


@case
def each_department_gets_its_files():
    accord, pane, workspace = fresh_card('Trust')
    reach(accord, pane, 'push button', 'Add an Ask').click()
    accord.type('Legal\tA shorter contract\t')
    wait_rows(workspace, 'SELECT department FROM ask', [('Legal',)])
    window = open_window(accord, 'Asks…', 'Asks to Other Departments')
    # What is a draft still does not go out, and it is said why.
    window.find('push button', re.compile('^Save PDF for Legal')).click()
    accord.window(re.compile('^Save the Asks as'))
    name = driver.wait_until(lambda: [w for w in accord.all('text') if w.text == 'Asks to Legal 2026.pdf'], 'the name')[0]
    draft = driver.folder() / 'draft.pdf'
    name.enter(str(draft) + '\n')
    accord.find('label', re.compile('all a draft still'))
    assert not draft.exists()
    window.find('list item', 'A shorter contract').click()
    window.find('combo box', 'Status').click()
    accord.key('Down', 'Return')
    wait_rows(workspace, 'SELECT status FROM ask', [('asked',)])
    for button, ending in (('Save PDF for Legal…', 'pdf'), ('Save Sheet for Legal…', 'xlsx')):
        path = driver.folder() / ('for legal.' + ending)
        window.find('push button', re.compile('^' + button)).click()
        accord.window(re.compile('^Save the Asks as'))
        name = driver.wait_until(lambda: [w for w in accord.all('text') if w.text == 'Asks to Legal 2026.' + ending],
                                 'the name that is offered')[0]
        name.enter(str(path) + '\n')
        driver.wait_until(lambda: path.exists() and os.path.getsize(path) > 0, 'the file')
        accord.find('label', '“for legal.%s” is written' % ending)
    accord.close()


def type_members(accord, *names):
    """Adds them on the People page, and comes back."""
    accord.find('list item', 'People').click()
    accord.find('push button', 'Add Members…')
    accord.key('ctrl+n')
    dialog = accord.window('Add Members')
    for name in names:
        dialog.find('text', 'Name')
        accord.type(name + '\n')
        dialog.find('label', '%s is on the team. Who else?' % name)
    accord.key('Escape')
    driver.wait_until(lambda: len(accord.windows()) == 1, 'the dialog to be gone')
    accord.find('list item', 'SWOT').click()


@case
def who_joins_meanwhile_can_be_chosen():
    accord, pane, workspace = fresh_card('Trust')
    type_members(accord, 'Ana Silva', 'Bo Lind')
    reach(accord, pane, 'push button', 'Add an Action').click()

    def chosen():
        labels = pane.find('combo box', 'By Whom').all('label', hidden=True)
        return [label.name for label in labels if label.name != 'By Whom']

    def choose(name):
        pane.find('combo box', 'By Whom').click().find('label', name).click()
        driver.wait_until(lambda: chosen() == [name], '%s to be chosen' % name)

    reach(accord, pane, 'push button', 'Remove Action')
    choose('Ana Silva')

    # Who is chosen for one that is not stored yet stays so when somebody else goes and comes.
    for key, there in (('ctrl+z', False), ('ctrl+shift+z', True)):
        accord.key(key)
        owner = pane.find('combo box', 'By Whom').click()
        driver.wait_until(lambda: owner.all('label', 'Nobody yet') and owner.has('label', 'Bo Lind') == there,
                          'Bo to %s' % ('come' if there else 'go'))
        accord.key('Escape')
        driver.wait_until(lambda: chosen() == ['Ana Silva'], 'Ana to be chosen still')
    reach(accord, pane, 'text', 'What Is to Be Done').click()
    accord.type('Ask for ten names\t')
    wait_rows(workspace, OWNERS, [('Ask for ten names', 'Ana Silva')])
    choose('Bo Lind')
    wait_rows(workspace, OWNERS, [('Ask for ten names', 'Bo Lind')])

    # Who is called something else by now is called so in the row too.
    accord.find('list item', 'People').click()
    accord.find('list item', 'Bo Lind').click()
    accord.find('text', 'Name').enter('Bo Lindh\n')
    accord.find('list item', 'Bo Lindh')
    accord.find('list item', 'SWOT').click()
    driver.wait_until(lambda: chosen() == ['Bo Lindh'], 'the new name')
    row = pane.find('list item', 'Ask for ten names')
    driver.wait_until(lambda: row.current_description.startswith('Bo Lindh · '), 'the new name in the description')
    wait_rows(workspace, OWNERS, [('Ask for ten names', 'Bo Lindh')])
    accord.close()


if __name__ == '__main__':
    run()
