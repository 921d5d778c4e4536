#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Conversations page: written, held, followed up, found again, removed and taken back; nothing typed is lost."""
import re

import driver
from driver import wait_until
from tap import case, run


def conversations(workspace):
    return {row['number']: row for row in driver.cli_json('list', workspace, 'conversations')}


def follow_ups(workspace):
    return {row['what']: row for row in driver.cli_json('list', workspace, 'follow-ups')}


def open_conversations(workspace, **options):
    accord = driver.start(workspace, **options)
    names = [row.name for row in driver.page_rows(accord)]
    driver.open_page(accord, names.index('Conversations') + 1)
    return accord


def new_conversation(accord, kind, member=None):
    """By keys: the popover opens at the member, the kinds follow."""
    accord.key('ctrl+n')
    accord.find('list item', kind)
    if member:
        choose(accord, 'A Conversation With', member)
    accord.find('list item', kind).click()
    accord.wait_gone('list item', kind)


def choose(accord, drop_down, choice):
    # The record has rows of the same names, and stands before the list in the tree.
    drop_down = accord.find('combo box', drop_down, index=-1).click()
    drop_down.find('label', choice).click()


def record(accord, number):
    return accord.find('label', 'No. %d' % number)


def in_list(accord):
    """What the list shows, as (member, kind, stage, day)."""
    items = accord.find('list', 'Conversations').all('list item')
    return [tuple(item.name.split(', ')[:4]) for item in items if ', ' in item.name]


@case
def written_down_by_keyboard():
    workspace = driver.demo()
    number = max(conversations(workspace)) + 1
    accord = open_conversations(workspace)
    new_conversation(accord, 'Coaching', 'Craig Lindqvist')
    record(accord, number)
    wait_until(lambda: 'focused' in accord.find('text', 'Purpose').states, 'the cursor in the purpose')
    accord.type('Fewer discounts\tNone without asking\tThe plan\tSieben Angebote für Größe\nzwei ohne')
    wait_until(lambda: 'zwei' in (accord.find('text', 'Facts').text or ''), 'the facts')
    accord.key('Tab')
    wait_until(lambda: conversations(workspace).get(number, {}).get('purpose') == 'Fewer discounts', 'it in the file')
    accord.close()
    row = conversations(workspace)[number]
    assert (row['member'], row['kind'], row['stage']) == ('Craig Lindqvist', 'coaching', 'planned'), row
    accord = open_conversations(workspace)
    accord.find('list item', re.compile('Craig Lindqvist, Coaching, Planned, no day yet, Fewer discounts')).click()
    record(accord, number)
    assert accord.find('text', 'What Was Expected').text == 'None without asking'
    facts = accord.find('text', 'Facts', hidden=True)
    assert facts.text == 'Sieben Angebote für Größe\nzwei ohne', facts.text
    accord.close()


@case
def day_held_makes_it_held():
    workspace = driver.demo()
    number = max(conversations(workspace)) + 1
    accord = open_conversations(workspace)
    new_conversation(accord, 'Praise')
    record(accord, number)
    accord.find('text', 'Purpose').enter('The Monday list')
    # Not yet: it is only Wednesday the 18th.
    accord.find('text', 'Held On').enter('2026-11-19\n')
    accord.find('label', re.compile('still to come'))
    assert accord.find('text', 'Held On').text == ''
    assert conversations(workspace)[number]['stage'] == 'planned'
    accord.find('text', 'Held On').enter('2026-11-06\n')
    wait_until(lambda: conversations(workspace)[number]['stage'] == 'held', 'it to be held')
    # The toast says so, and takes it back in one step.
    undo = accord.find('push button', 'Undo')
    accord.find('label', 'Written down 12 days later')
    assert conversations(workspace)[number]['occurred'] == '2026-11-06'
    undo.click()
    wait_until(lambda: conversations(workspace)[number]['stage'] == 'planned', 'it to be planned again')
    wait_until(lambda: accord.find('text', 'Held On').text == '', 'an empty day')
    assert conversations(workspace)[number]['purpose'] == 'The Monday list'
    accord.close()


@case
def follow_up_with_a_day():
    workspace = driver.demo()
    accord = open_conversations(workspace)
    accord.find('list item', re.compile('Melissa Tran, Coaching, Held')).click()
    record(accord, 18)
    scroll_to(accord, 'push button', re.compile('Add a Follow-up')).click()
    accord.type('Send the list of ten')
    due = scroll_to(accord, 'text', 'Due By')
    due.enter('2026-12-01\n')
    wait_until(lambda: follow_ups(workspace).get('Send the list of ten', {}).get('due') == '2026-12-01', 'the follow-up')
    row = follow_ups(workspace)['Send the list of ten']
    assert (row['owner'], row['done']) == ('Melissa Tran', None), row
    item = scroll_to(accord, 'list item', 'Send the list of ten')
    item.find('check box', 'Done').click()
    wait_until(lambda: follow_ups(workspace)['Send the list of ten']['done'] == driver.TODAY, 'it to be done')
    scroll_to(accord, 'push button', 'Remove Follow-up').click()
    wait_until(lambda: 'Send the list of ten' not in follow_ups(workspace), 'it to be gone')
    accord.key('ctrl+z')
    wait_until(lambda: 'Send the list of ten' in follow_ups(workspace), 'it to be back')
    accord.close()


def scroll_to(accord, role, name):
    """The record is longer than the window."""
    def look():
        found = [w for w in accord.all(role, name) if w.place and w.place[1] + w.place[3] < 760]
        if found:
            return found[0]
        accord.xdotool('mousemove', 900, 600, 'click', '--repeat', 4, '--delay', 20, 5)
        return None
    return wait_until(look, '%s %r in sight' % (role, name), 60)


@case
def filters_and_search():
    workspace = driver.demo()
    rows = conversations(workspace).values()
    accord = open_conversations(workspace)
    this_year = [r for r in rows if (r['occurred'] or r['planned'] or '2026') >= '2026']
    wait_until(lambda: len(in_list(accord)) > 4, 'the list')
    accord.key('ctrl+f')
    accord.type('BACK FROM LEAVE')
    wait_until(lambda: [row[0] for row in in_list(accord)] == ['Joe Marchetti'], 'the one that holds the words')
    accord.key('ctrl+a', 'BackSpace')
    accord.type('zzz')
    accord.find('label', 'No conversation fits these filters')
    accord.find('push button', re.compile('Show All Conversations')).click()
    wait_until(lambda: len(in_list(accord)) > 4, 'the list again')
    choose(accord, 'Kind', 'Shortfall')
    expected = sum(r['kind'] == 'shortfall' for r in rows)
    assert 0 < expected < len(this_year)
    wait_until(lambda: len(in_list(accord)) == expected and {row[1] for row in in_list(accord)} == {'Shortfall'},
               '%d shortfalls' % expected)
    choose(accord, 'Member', 'Joe Marchetti')
    wait_until(lambda: [row[:2] for row in in_list(accord)] == [('Joe Marchetti', 'Shortfall')], "Joe's shortfall")
    accord.close()


@case
def newest_first():
    workspace = driver.demo()
    accord = open_conversations(workspace)
    wait_until(lambda: len(in_list(accord)) > 4, 'the list')
    newest = sorted(conversations(workspace).values(), key=lambda r: r['occurred'] or r['planned'], reverse=True)
    assert [row[0] for row in in_list(accord)[:4]] == [row['member'] for row in newest[:4]], in_list(accord)
    accord.close()


@case
def killed_after_a_pause_keeps_what_was_typed():
    workspace = driver.demo()
    number = max(conversations(workspace)) + 1
    accord = open_conversations(workspace)
    new_conversation(accord, 'Shortfall')
    record(accord, number)
    accord.find('text', 'Purpose').click()
    accord.type('Seven of nine calls without a next step')
    # The cursor stays where it is: nothing but the pause stores it.
    wait_until(lambda: conversations(workspace)[number]['purpose'] == 'Seven of nine calls without a next step',
               'it in the file', timeout=5)
    accord.kill()
    assert conversations(workspace)[number]['purpose'] == 'Seven of nine calls without a next step'
    accord = open_conversations(workspace)
    accord.find('list item', re.compile('Seven of nine calls'))
    accord.close()


@case
def nothing_is_lost_without_a_pause():
    workspace = driver.demo()
    number = max(conversations(workspace)) + 1
    accord = open_conversations(workspace)
    new_conversation(accord, 'Coaching')
    record(accord, number)
    accord.find('text', 'Purpose').click()
    accord.type('another page')
    driver.open_page(accord, 1)
    wait_until(lambda: conversations(workspace)[number]['purpose'] == 'another page', 'it, after another page')
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Conversations') + 1)
    record(accord, number)
    accord.find('text', 'Purpose').enter('another record')
    accord.find('list item', re.compile('Hannah Weiss, Praise, Held')).click()
    wait_until(lambda: conversations(workspace)[number]['purpose'] == 'another record', 'it, after another record')
    accord.find('list item', re.compile('another record')).click()
    record(accord, number)
    accord.find('text', 'Purpose').enter('closed')
    accord.find('text', 'Held On').enter('2026-11-17')
    accord.close()
    row = conversations(workspace)[number]
    assert (row['purpose'], row['stage']) == ('closed', 'held'), row


@case
def removed_and_taken_back():
    workspace = driver.demo()
    before = conversations(workspace)
    due = follow_ups(workspace)
    accord = open_conversations(workspace)
    accord.find('list item', re.compile('Craig Lindqvist, Coaching, Held')).click()
    accord.find('label', 'Craig Lindqvist')
    accord.key('Delete')
    undo = accord.find('push button', 'Undo')
    assert 19 not in conversations(workspace)
    assert 'Name the decider for every proposal' not in follow_ups(workspace)
    undo.click()
    accord.find('list item', re.compile('Craig Lindqvist, Coaching, Held'))
    assert conversations(workspace) == before
    assert follow_ups(workspace) == due
    accord.close()


@case
def sealed_for_good():
    workspace = driver.demo()
    accord = open_conversations(workspace)
    accord.find('list item', re.compile('Craig Lindqvist, Coaching, Held')).click()
    scroll_to(accord, 'push button', re.compile('Seal the Record')).click()
    accord.find('push button', re.compile('Seal$')).click()
    accord.find('list item', re.compile('Craig Lindqvist, Coaching, Sealed'))
    row = conversations(workspace)[19]
    assert row['stage'] == 'sealed' and row['sealed'], row
    assert 'sensitive' not in accord.find('push button', 'Remove Conversation', hidden=True).states
    accord.find('list item', re.compile('Craig Lindqvist, Coaching, Sealed')).click()
    accord.key('Delete')
    accord.xdotool('mousemove', 900, 400, 'click', '--repeat', 30, 4)
    accord.find('label', re.compile('^Sealed on .* as No. 19'))
    purpose = accord.find('text', 'Purpose')
    purpose.click()
    accord.type('changed')
    assert 'editable' not in purpose.states
    accord.close()
    assert conversations(workspace)[19] == row


@case
def narrow_window_goes_from_list_to_record_and_back():
    accord = open_conversations(driver.demo(), window_size=(380, 720), size='420x800')
    accord.find('list item', re.compile('Hannah Weiss, Praise, Held')).click()
    purpose = accord.find('text', 'Purpose')
    assert purpose.text == 'Four quarters in a row at or above the commitment.'
    # As high as its two lines.
    wait_until(lambda: 20 < purpose.current_place[3] < 60, 'a purpose without a gap below')
    assert not accord.has('list', 'Conversations')
    accord.find('push button', 'All Conversations').click()
    accord.find('list item', re.compile('Hannah Weiss, Praise, Held'))
    accord.close()


@case
def first_conversation_of_a_new_workspace():
    workspace = driver.new()
    accord = open_conversations(workspace)
    accord.find('label', 'Talk Early and Often')
    accord.key('ctrl+n')
    accord.find('push button', re.compile('Go to People')).click()
    accord.find('push button', re.compile('Add Members'))
    accord.close()


if __name__ == '__main__':
    run()
