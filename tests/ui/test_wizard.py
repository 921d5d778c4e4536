#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The goal wizard: from personal goals to a promise, by keys, and what is in the file then."""
import re
import sqlite3

import driver
from driver import wait_until
from tap import case, run

YEAR = int(driver.TODAY[:4])


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


def plan(accord, button):
    accord.find('push button', button).click()
    return accord.window(re.compile(r' · Plan %d$' % YEAR))


def question(wizard, text):
    """The step with that question is open, and its first field has the focus."""
    wizard.find('label', text)


GOALS = 'What do you want this year to make possible?'
MEANING = 'What would getting there change, and what if not?'
PAY = 'What do you want to earn, and how are you paid?'
WORK = 'What does a deal take?'
COMMITMENT = 'What do you commit to?'
QUARTERS = 'How does it spread over the year?'
PROMISE = 'Is this your promise?'


def go(accord, wizard, *questions):
    """Next, until the step with the last of these questions is open."""
    for text in questions:
        accord.key('alt+n')
        question(wizard, text)


def rows(workspace, query, *values):
    """Rows of the file as it is on the disk, read as another program would."""
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        file.row_factory = sqlite3.Row
        return [dict(row) for row in file.execute(query, values)]


def saved(wizard):
    wizard.find('label', 'Saved')


def commitments(workspace):
    return driver.cli_json('list', workspace, 'commitments')


@case
def typed_wizard_ends_in_a_commitment():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    question(wizard, GOALS)
    # Enter leads from field to field and from step to step.
    accord.type('A home of our own\n60,000.50\nBest on the team\n\n')
    question(wizard, MEANING)
    # Every goal is asked the same, the obstacle and what to do then too.
    accord.type('The children share a room\nA room for each of them\nTwo more years in the flat\n')
    accord.type('A slow spring\nMarch ends behind plan\ncall ten old customers\n')
    accord.type('It is time\nPeople ask me\nNobody notices\n')
    accord.type('Fear of the stage\nI have to present\nrehearse with Joe\n')
    question(wizard, PAY)
    accord.type('100000\n40k\n\n5\n')
    question(wizard, WORK)
    accord.type('25000\n25\n50\n20\n\n')
    question(wizard, COMMITMENT)
    # domain.md: income 100k, base 40k, 5 %, deals of 25k: 48 deals; at 25 %, 50 % and 20 % that is 192, 384, 1920.
    accord.type('1,000,000\n')
    accord.type('1200000')
    funnel = wizard.find('image', 'Funnel')
    wait_until(lambda: funnel.current_description.startswith(
        'Bookings $1,200,000, deals 48, opportunities 192, first meetings 384, outreach 1,920'),
        'the funnel to show the commitment')
    wizard.find('label', re.compile(r'^A stretch of \$200,000, 20\s% above the quota\.$'))
    accord.type('\n')
    question(wizard, QUARTERS)
    accord.key('alt+n')
    question(wizard, PROMISE)
    accord.type('the children need a room each.')
    wizard.find('label', 'Carolyn Brooks commits to $1,200,000 in %d because the children need a room each.' % YEAR)
    accord.key('alt+c')
    wizard.find('label', 'Choose the accountability partner: the one who holds them to it.')
    accord.key('space')
    accord.key('Down', 'Return')
    wizard.find('label', 'Joe Mendes holds Carolyn Brooks to it.')
    accord.key('alt+c')
    # The page says that it is given, and asks no longer.
    wizard.find('label', 'Carolyn Brooks is committed')
    wizard.find('push button', 'Plan the next: Joe Mendes')

    assert commitments(workspace) == [{
        'member': 'Carolyn Brooks', 'year': YEAR, 'version': 1, 'quota': 1000000, 'commitment': 1200000,
        'stretch': 200000, 'q1': 300000, 'q2': 300000, 'q3': 300000, 'q4': 300000, 'partner': 'Joe Mendes',
        'committed_on': driver.TODAY}], commitments(workspace)
    goals = rows(workspace, 'SELECT * FROM goal ORDER BY position')
    assert [g['title'] for g in goals] == ['A home of our own', 'Best on the team'], goals
    assert [g['amount'] for g in goals] == [6000050, None], goals
    assert goals[0]['achieving'] == 'A room for each of them', goals
    assert goals[1]['missing'] == 'Nobody notices', goals
    assert [g['if_cue'] for g in goals] == ['March ends behind plan', 'I have to present'], goals
    assert goals[1]['then_action'] == 'rehearse with Joe', goals
    assert {g['visibility'] for g in goals} == {'private'}, goals
    quotas = rows(workspace, 'SELECT starts, amount, source FROM quota ORDER BY starts')
    assert [q['amount'] for q in quotas] == [25000000] * 4, quotas
    assert quotas[3]['starts'] == '%d-10-01' % YEAR, quotas

    # The next member in one click, in the same window.
    wizard.find('push button', 'Plan the next: Joe Mendes').click()
    question(accord.window('Joe Mendes · Plan %d' % YEAR), GOALS)
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the wizard to close')
    accord.find('push button', 'Change the commitment… Carolyn Brooks')
    # He was looked at, not planned with: there is no draft of his.
    accord.find('push button', 'Plan the year… Joe Mendes')
    accord.close()
    assert len(rows(workspace, 'SELECT * FROM plan')) == 1


def to_commitment(accord, wizard):
    question(wizard, GOALS)
    go(accord, wizard, MEANING, PAY, WORK, COMMITMENT)


@case
def quarters_always_add_up():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    to_commitment(accord, wizard)
    accord.type('\n1000001\n')
    question(wizard, QUARTERS)
    # 1,000,001 over four: the first gets the one that is left.
    wait_until(lambda: [q.text for q in wizard.all('text')] == ['250001', '250,000', '250,000', '250,000'],
               'four quarters, and the focus in the first')
    accord.type('400000\n')
    wait_until(lambda: [q.text for q in wizard.all('text')] == ['400,000', '200001', '200,000', '200,000'],
               'the others to take up the difference')
    accord.type('\n500000\n')
    wait_until(lambda: [q.text for q in wizard.all('text')] == ['400,000', '50,001', '500,000', '50000'],
               'the third quarter to stand')
    # More than the whole year is refused where it is typed, and nothing else moves.
    accord.type('2000000')
    wizard.find('label', 'This is more than the whole year’s commitment')
    accord.key('alt+n')
    question(wizard, QUARTERS)
    accord.key('ctrl+a')
    accord.type('1.50\t')
    saved(wizard)
    plan_row = wait_until(lambda: next((r for r in rows(workspace, 'SELECT * FROM plan') if r['q4'] == 150), None),
                          'the last quarter in the file')
    parts = [plan_row[q] for q in ('q1', 'q2', 'q3', 'q4')]
    assert parts == [40000000, 9999950, 50000000, 150], parts
    assert sum(parts) == plan_row['amount'] == 100000100, plan_row
    accord.find('push button', 'Spread by season again').click()
    wait_until(lambda: [q.text for q in wizard.all('text')] == ['250,001', '250,000', '250,000', '250,000'],
               'the quarters to be even again')
    accord.close()


@case
def draft_survives_being_killed():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    question(wizard, GOALS)
    accord.type('A home of our own')
    saved(wizard)
    accord.type('\n60000')
    go(accord, wizard, MEANING, PAY)
    accord.type('123456')
    # Not left, not confirmed: a moment is enough.
    wait_until(lambda: rows(workspace, 'SELECT income_goal FROM plan') == [{'income_goal': 12345600}],
               'the income goal in the file')
    accord.kill()

    accord = driver.start(workspace)
    accord.find('list item', 'Goals').click()
    wizard = plan(accord, 'Continue planning… Carolyn Brooks')
    question(wizard, PAY)
    assert wizard.find('text', 'Income goal for the year, all pay together').text == '123456'
    accord.key('alt+b')
    question(wizard, MEANING)
    accord.key('alt+b')
    question(wizard, GOALS)
    assert wizard.all('text')[0].text == 'A home of our own'
    assert wizard.all('text')[1].text == '60,000'
    accord.close()


@case
def escape_keeps_the_draft():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    to_commitment(accord, wizard)
    accord.type('800000\n900000')
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the wizard to close')
    wizard = plan(accord, 'Continue planning… Carolyn Brooks')
    question(wizard, COMMITMENT)
    assert [t.text for t in wizard.all('text')] == ['800000', '900,000'], [t.text for t in wizard.all('text')]
    # The card shows the quota that was typed.
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the wizard to close')
    accord.find('label', 'The quota is $800,000; there is no commitment yet')
    accord.close()


@case
def amounts_that_cannot_be_are_said_in_place():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    question(wizard, GOALS)
    go(accord, wizard, MEANING, PAY)
    income = wizard.find('text', 'Income goal for the year, all pay together')
    for typed in ('-5', '9' * 30, 'a lot', '1.200', '1e6', '12.345'):
        accord.key('ctrl+a')
        accord.type(typed)
        wait_until(lambda: income.text == typed, 'all of %s to stand there' % typed)
        # What is wrong stands under the field, and is the field's description.
        wrong = wait_until(lambda: income.current_description, '%r to be called wrong' % typed)
        wizard.find('label', wrong)
        assert income.selected_text == '', income.selected_text
        accord.key('alt+n')
        # The step stays, and what is wrong is selected, to be typed anew.
        wait_until(lambda: income.selected_text == typed, '%s to be selected' % typed)
        question(wizard, PAY)
    assert all(row['income_goal'] is None for row in rows(workspace, 'SELECT income_goal FROM plan'))
    accord.key('ctrl+a')
    accord.type('1.200,50\n')
    wait_until(lambda: rows(workspace, 'SELECT income_goal FROM plan') == [{'income_goal': 120050}],
               'the income goal in the file')
    wait_until(lambda: not income.current_description, 'nothing to be wrong any more')
    accord.close()


@case
def commitment_below_the_quota_is_refused():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    to_commitment(accord, wizard)
    accord.type('800000\n700000\n')
    wizard.find('label', 'A commitment is at or above the quota of $800,000')
    question(wizard, COMMITMENT)
    wizard.find('list item', 'Promise').click()
    question(wizard, PROMISE)
    accord.type('I say so')
    accord.key('alt+c')
    wizard.find('label', 'The commitment is below the quota: change it on the page “Commitment”.')
    assert commitments(workspace) == []
    accord.close()


@case
def more_than_three_goals_are_warned_of_and_kept():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    question(wizard, GOALS)
    accord.type('One\n\nTwo')
    wizard.find('label', '2 goals: enough to matter, few enough to remember.')
    # A button that is activated by a key acts a moment later: the form is waited for.
    accord.key('alt+d')
    wizard.find('label', 'Goal 3')
    accord.type('Three')
    accord.key('alt+d')
    wizard.find('label', 'Goal 4')
    accord.type('Four')
    wizard.find('label', re.compile('^4 goals are more than most people keep in sight'))
    saved(wizard)
    assert [r['title'] for r in rows(workspace, 'SELECT title FROM goal ORDER BY position')] == [
        'One', 'Two', 'Three', 'Four']
    # A goal that is removed goes from the file too.
    wizard.find('scroll pane').scroll(-20)
    wizard.find('push button', 'Remove goal 1').click()
    wait_until(lambda: [r['title'] for r in rows(workspace, 'SELECT title FROM goal ORDER BY position')] == [
        'Two', 'Three', 'Four'], 'the goal to go')
    accord.close()


@case
def bands_pay_as_the_domain_says():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    question(wizard, GOALS)
    go(accord, wizard, MEANING, PAY)
    # Marginal 5 % to 100k, 6 % to 125k, 7 % above: 8,250 is paid for 150,000.
    accord.type('8250\n')
    wizard.find('combo box', 'Pay plan').click() if wizard.has('combo box', 'Pay plan') else \
        wizard.find('list item', 'Pay plan').click()
    accord.key('Down', 'Return')
    wizard.find('label', 'Band 2')
    wizard.find('scroll pane').scroll(20)
    wizard.find('text', 'From these bookings on')
    wizard.all('text', 'Rate of bookings paid')[0].click()
    accord.type('5\n100000\n6')
    accord.key('alt+d')
    wizard.find('label', 'Band 3')
    accord.type('125000\n7')
    picture = wizard.find('image', 'Pay against bookings')
    wait_until(lambda: 'reached with bookings of $150,000.' in picture.current_description,
               'the picture to show the bookings')
    picture.click()
    accord.key('ctrl+c')
    wizard.find('label', 'Picture copied')
    saved(wizard)
    stored = rows(workspace, 'SELECT pay_kind, pay_tiers FROM plan')
    assert stored == [{'pay_kind': 'marginal', 'pay_tiers': '0:0.05,100000:0.06,125000:0.07'}], stored
    # An edge below the one before it is said where it is typed, and is not taken.
    wizard.all('text', 'From these bookings on')[1].enter('90000')
    wizard.find('label', 'Each band begins above the one before it')
    accord.close()


@case
def shared_pay_plan_with_a_share_of_the_quota_and_a_locked_quarter():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    to_commitment(accord, wizard)
    accord.type('100000\n120000\n')
    question(wizard, QUARTERS)
    wizard.find('push button', 'Lock Q1 %d' % YEAR).click()
    wizard.find('label', re.compile('of the year, locked$'))
    wizard.all('text')[1].enter('60000\n')
    wait_until(lambda: [q.text for q in wizard.all('text')] == ['30,000', '60,000', '15000', '15,000'],
               'the two others to take up the difference')

    wizard.find('list item', re.compile('^Pay')).click()
    question(wizard, PAY)
    wizard.find('combo box', 'Pay plan').click()
    accord.key('Down', 'Return')
    wizard.find('label', 'Band 2')
    wizard.find('scroll pane').scroll(20)
    wizard.find('push button', '% of quota').click()
    wizard.all('text', 'Rate of bookings paid')[0].enter('6\n')
    accord.type('100\n8')
    wizard.find('label', 'That is from $100,000 on')
    wizard.find('scroll pane').scroll(-20)
    wizard.find('push button', 'Share…').click()
    wizard.find('text', 'Name of the shared pay plan')
    accord.type('Field sales\n')
    wizard.find('label', 'Shared: what is changed here changes for 1 member')
    terms = rows(workspace, 'SELECT name, pay_kind, pay_tiers FROM pay_terms')
    assert terms == [{'name': 'Field sales', 'pay_kind': 'marginal', 'pay_tiers': '0:0.06,100%:0.08'}], terms
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the wizard to close')

    wizard = plan(accord, 'Plan the year… Joe Mendes')
    question(wizard, GOALS)
    go(accord, wizard, MEANING, PAY)
    wizard.find('combo box', 'Paid by').click()
    accord.key('Down', 'Return')
    wizard.find('label', 'Shared: what is changed here changes for 2 members')
    # Joe has no quota yet: a share of it is nothing that can be paid by.
    wizard.find('text', 'Income goal for the year, all pay together').enter('50000')
    wizard.find('label', 'A band of the pay plan begins at a share of the quota, and there is no quota yet')
    saved(wizard)
    accord.close()
    assert rows(workspace, 'SELECT count (*) AS n FROM plan WHERE pay_terms = 1') == [{'n': 2}]
    assert rows(workspace, 'SELECT q1, locks FROM plan ORDER BY id')[0] == {'q1': 3000000, 'locks': 1}


@case
def change_of_a_commitment_asks_why():
    workspace, accord = team('Carolyn Brooks', 'Joe Mendes')
    wizard = plan(accord, 'Plan the year… Carolyn Brooks')
    to_commitment(accord, wizard)
    accord.type('800000\n900000\n')
    question(wizard, QUARTERS)
    go(accord, wizard, PROMISE)
    accord.type('of the house')
    accord.key('Tab', 'space')
    accord.key('Down', 'Return')
    wizard.find('label', 'Joe Mendes holds Carolyn Brooks to it.')
    accord.key('alt+c')
    wizard.find('push button', 'Close').do('click')
    wait_until(lambda: len(accord.windows()) == 1, 'the wizard to close')

    wizard = plan(accord, 'Change the commitment… Carolyn Brooks')
    question(wizard, COMMITMENT)
    wizard.find('text', 'Commitment for the year').enter('950000\n')
    question(wizard, QUARTERS)
    go(accord, wizard, PROMISE)
    accord.key('alt+c')
    wizard.find('label', 'Say why it changes; the earlier commitment is kept beside it')
    accord.type('A second territory')
    accord.key('alt+c')
    wizard.find('push button', 'Plan the next: Joe Mendes')
    accord.close()
    stored = rows(workspace, 'SELECT version, amount, reason FROM commitment ORDER BY version')
    assert stored == [{'version': 1, 'amount': 90000000, 'reason': ''},
                      {'version': 2, 'amount': 95000000, 'reason': 'A second territory'}], stored


if __name__ == '__main__':
    run()
