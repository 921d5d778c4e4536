#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Pipeline part of the Scorecard page: its figures are those that come out of the file, read as another program would."""
import collections
import datetime
import json
import re
import sqlite3
import statistics

import driver
from driver import wait_until
from tap import case, run

TODAY = datetime.date.fromisoformat(driver.TODAY)
QUARTER = ('2026-10-01', '2026-12-31')
# As whoever sells knows them; the program finds their order from what imports saw.
STAGES = json.loads((driver.SOURCE / 'data/demo/demo.json').read_text())['stages']


def rows(workspace, query, *values):
    with sqlite3.connect('file:%s?mode=ro' % workspace, uri=True) as file:
        file.row_factory = sqlite3.Row
        return file.execute(query, values).fetchall()


def day(text):
    return datetime.date.fromisoformat(text)


class Deals:
    """The deals of a member, or of everybody, as the file tells of them today."""

    def __init__(self, workspace, member=None):
        self.names = {row['id']: row['name'] for row in rows(workspace, 'SELECT id, name FROM member')}
        everything = rows(workspace, 'SELECT * FROM opportunity ORDER BY id')
        self.created = {row['id']: day(row['created']) for row in everything}
        self.seen = collections.defaultdict(list)
        for row in rows(workspace, 'SELECT * FROM stage_observation ORDER BY opportunity, observed'):
            self.seen[row['opportunity']].append((day(row['observed']), row['stage'], row['state']))
        stays = collections.defaultdict(list)
        for deal in self.seen:
            for stage, start, end, known in self.stays(deal):
                if known and end:
                    stays[stage].append((end - start).days)
        self.median = {stage: statistics.median(days) for stage, days in stays.items()}
        mine = [row for row in everything if member is None or self.names[row['member']] == member]
        self.open = [row for row in mine if row['state'] == 'open']
        closed = [row for row in mine if row['closed'] and QUARTER[0] <= row['closed'] <= min(QUARTER[1], driver.TODAY)]
        self.won = [row for row in closed if row['state'] == 'won']
        self.lost = [row for row in closed if row['state'] == 'lost']

    def stays(self, deal):
        """(stage, since, until, known) of each stage that the deal was seen open in."""
        seen = self.seen[deal]
        for number, (observed, stage, state) in enumerate(seen):
            if state != 'open' or (number and seen[number - 1][1:] == (stage, state)):
                continue
            end = next((other[0] for other in seen[number + 1:] if other[1:] != (stage, state)), None)
            # Where it was found nobody knows for how long it had been there, but for the first stage of all.
            known = number > 0 or stage == STAGES[0]
            yield stage, self.created[deal] if number == 0 and known else observed, end, known

    def days(self, deal):
        """(days in its stage, whether it may be more)."""
        *_before, (_stage, since, _end, known) = self.stays(deal)
        return (TODAY - since).days, not known

    def aged(self, row):
        return self.days(row['id'])[0] > self.median.get(row['stage'], 10 ** 6)

    def lost_in(self, row):
        return [stage for _day, stage, _state in self.seen[row['id']] if stage in STAGES][-1]

    def value(self, rows_of):
        return sum(row['amount'] or 0 for row in rows_of)


def money(cents):
    return '$' + ('{:,.2f}' if cents % 100 else '{:,.0f}').format(cents / 100)


def half_even(value, places=0):
    from decimal import ROUND_HALF_EVEN, Decimal
    return Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)


def open_pipeline(workspace, **options):
    accord = driver.start(workspace, **options)
    driver.open_page(accord, [row.name for row in driver.page_rows(accord)].index('Scorecard') + 1)
    accord.find('page tab', 'Pipeline').click()
    return accord


def figure(accord, name):
    return accord.find('panel', name).current_description.replace('\u00a0', ' ')


def columns(accord):
    """The rows of the list that are in sight: texts of their cells."""
    found = accord.find('list', 'GtkColumnListView').all('table row')
    return [[' '.join(label.name for label in cell.all('label')) for cell in row.all('table cell')] for row in found]


def choose_member(accord, name):
    members = accord.find('combo box', 'Whose deals are shown').click()
    members.find('list').find('label', name).click()


def expect_figures(accord, deals):
    """All the figures that need no quota."""
    from fractions import Fraction
    won, lost = len(deals.won), len(deals.lost)
    rate = Fraction(won, won + lost)
    average = Fraction(deals.value(deals.won), won)
    cycles = [(day(row['closed']) - day(row['created'])).days for row in deals.won]
    cycle = Fraction(sum(cycles), len(cycles))
    percent = '%s %%' % re.sub(r'\.0$', '', str(half_even(float(rate * 100), 1)))
    assert figure(accord, 'Open') == '%s in %d deals' % (money(deals.value(deals.open)), len(deals.open))
    assert figure(accord, 'Win rate') == percent, (figure(accord, 'Win rate'), percent)
    assert figure(accord, 'Average deal') == money(int(half_even(float(average)))), figure(accord, 'Average deal')
    assert figure(accord, 'Cycle, Mean') == '%s days' % re.sub(r'\.0$', '', str(half_even(float(cycle), 1))), \
        figure(accord, 'Cycle, Mean')
    median = '%g days' % statistics.median(cycles)
    assert figure(accord, 'Cycle, Median') == median, (figure(accord, 'Cycle, Median'), median)
    # Each of the factors is rounded before: a cent more or less.
    velocity = float(len(deals.open) * average * rate / cycle) / 100
    told = float(re.fullmatch(r'\$([\d,.]+) a day', figure(accord, 'Velocity')).group(1).replace(',', ''))
    assert abs(told - velocity) <= .02, (told, velocity)
    required = '%.2f×' % (1 / rate)
    assert figure(accord, 'Pipeline coverage').endswith(' of %s required' % required), figure(accord, 'Pipeline coverage')


def expected_stages(deals):
    for stage in STAGES:
        mine = [row for row in deals.open if row['stage'] == stage]
        aged = [row for row in mine if deals.aged(row)]
        text = '%s: %d deal%s · %s' % (stage, len(mine), '' if len(mine) == 1 else 's', money(deals.value(mine)))
        yield text + (' · %d aged, %s' % (len(aged), money(deals.value(aged))) if aged else '')


@case
def the_figures_are_those_of_the_file():
    workspace = driver.demo()
    deals = Deals(workspace)
    accord = open_pipeline(workspace)
    chart = accord.find('image', 'Open deals by stage')
    assert chart.description.split('\n') == list(expected_stages(deals)), (chart.description, list(expected_stages(deals)))
    assert any('aged' in stage for stage in expected_stages(deals)), 'the demo team has aged deals'
    expect_figures(accord, deals)
    # What the quota makes of it is what the command line prints, too.
    card = {row['metric']: row for row in driver.cli_json('scorecard', workspace, '--quarter', '2026-Q4')
            if row['member'] is None and row['territory'] is None}
    assert figure(accord, 'Pipeline coverage').startswith('%.2f× of ' % card['Pipeline coverage']['actual']), figure(accord, 'Pipeline coverage')

    counts = collections.Counter(deals.lost_in(row) for row in deals.lost)
    listed = accord.find('list', 'Stages that deals were lost in').all('list item')
    told = {row.name: row.description.replace('\u00a0', ' ') for row in listed}
    assert list(told) == [stage for stage in STAGES if counts[stage]], told
    for stage, text in told.items():
        share = re.sub(r'\.0$', '', str(half_even(100 * counts[stage] / len(deals.lost), 1)))
        assert text == '%d · %s %%' % (counts[stage], share), (stage, text)
    early = counts[STAGES[0]] + counts[STAGES[1]]
    share = re.sub(r'\.0$', '', str(half_even(100 * early / len(deals.lost), 1)))
    accord.find('label', '%d lost deals, %s\u00a0%% in the first two stages' % (len(deals.lost), share))
    accord.close()


@case
def deals_are_listed_by_age_and_sort_by_their_columns():
    workspace = driver.demo()
    deals = Deals(workspace)
    accord = open_pipeline(workspace)
    accord.find('label', '%d open deals' % len(deals.open))
    shown = columns(accord)
    oldest = sorted((deals.days(row['id'])[0] for row in deals.open), reverse=True)
    told = [int(re.search(r'\d+$', row[4]).group()) for row in shown]
    assert told == oldest[:len(told)] and len(told) > 3, (told, oldest)
    first = next(row for row in deals.open if row['account'] == shown[0][0] and deals.days(row['id'])[0] == oldest[0]
                 and money(row['amount']) == shown[0][6])
    age, at_least = deals.days(first['id'])
    closes = day(first['closed'])
    assert shown[0] == [
        first['account'], first['product'], deals.names[first['member']], first['stage'],
        ('aged ' if deals.aged(first) else '') + ('at least ' if at_least else '') + str(age),
        '%g' % deals.median[first['stage']], money(first['amount']),
        ('past ' if closes < TODAY else '') + '%d %s' % (closes.day, closes.strftime('%b %Y'))], (shown[0], dict(first))

    # The largest first, after the smallest.
    accord.find('label', 'Amount').click()
    amounts = sorted(row['amount'] for row in deals.open)
    wait_until(lambda: columns(accord)[0][6] == money(amounts[0]), 'the smallest to come first')
    accord.find('label', 'Amount').click()
    wait_until(lambda: columns(accord)[0][6] == money(amounts[-1]), 'the largest to come first')
    accord.close()


@case
def one_member_is_shown():
    workspace = driver.demo()
    name = 'Joe Marchetti'
    deals = Deals(workspace, name)
    accord = open_pipeline(workspace)
    accord.find('image', 'Open deals by stage')
    choose_member(accord, name)
    accord.find('label', '%d open deals' % len(deals.open))
    chart = accord.find('image', 'Open deals by stage')
    wait_until(lambda: chart.current_description.split('\n') == list(expected_stages(deals)), 'the stages of %s' % name)
    assert {row[2] for row in columns(accord)} == {name}
    expect_figures(accord, deals)
    # It stays with them when the page is left and seen again.
    accord.find('page tab', 'Choose').click()
    accord.find('page tab', 'Pipeline').click()
    accord.find('label', '%d open deals' % len(deals.open))
    accord.close()


@case
def rows_and_the_picture_are_copied():
    workspace = driver.demo()
    deals = Deals(workspace)
    folder = driver.folder()
    accord = open_pipeline(workspace, size='1280x1400')
    accord.find('push button', 'Copy Rows').click()
    accord.find('label', '%d rows copied' % len(deals.open))
    other = driver.Program(accord.session, [driver.BUILD / 'tests/ui/chart-fixture', folder], driver.program_environment())
    other.find('push button', 'Paste').do('click')
    other.find('label', 'Pasted')
    lines = (folder / 'pasted.txt').read_text().split('\n')
    assert lines[0].split('\t')[:4] == ['Account', 'Product', 'Owner', 'Stage'], lines[0]
    assert len(lines) == len(deals.open) + 1, len(lines)
    assert sorted(line.split('\t')[0] for line in lines[1:]) == sorted(row['account'] for row in deals.open)
    other.close()

    # Two that are selected, with the keyboard.
    shown = columns(accord)
    accord.find('list', 'GtkColumnListView').all('table row')[1].click()
    accord.key('shift+Down', 'ctrl+c')
    accord.find('label', '2 rows copied')
    other = driver.Program(accord.session, [driver.BUILD / 'tests/ui/chart-fixture', folder], driver.program_environment())
    other.find('push button', 'Paste').do('click')
    other.find('label', 'Pasted')
    lines = (folder / 'pasted.txt').read_text().split('\n')
    assert [line.split('\t')[0] for line in lines[1:]] == [shown[1][0], shown[2][0]], lines
    other.close()

    accord.find('image', 'Open deals by stage').click()
    accord.key('ctrl+c')
    accord.find('label', 'Picture copied')
    accord.close()


@case
def a_deal_shows_its_stage_history():
    workspace = driver.demo()
    deals = Deals(workspace)
    accord = open_pipeline(workspace)
    first = columns(accord)[0]
    accord.find('list', 'GtkColumnListView').all('table row')[0].click(times=2)
    window = accord.window('Stage History')
    window.find('label', first[0])
    deal = next(row for row in deals.open if row['account'] == first[0] and money(row['amount']) == first[6])
    listed = [row.name for row in window.find('list', 'Stages of the deal').all('list item')]
    assert listed == [stage for _day, stage, _state in deals.seen[deal['id']]], listed
    age = (TODAY - deals.seen[deal['id']][-1][0]).days
    window.find('label', re.compile(r'^Since .*: %d days so far$' % age))
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the window to close')
    # From the keyboard, too.
    accord.key('Down', 'Return')
    accord.window('Stage History')
    accord.key('Escape')
    wait_until(lambda: len(accord.windows()) == 1, 'the window to close')
    accord.close()


@case
def without_opportunities_there_is_a_way_to_begin():
    accord = open_pipeline(driver.new())
    accord.find('label', 'No Opportunities Yet')
    accord.find('panel', 'No Opportunities Yet')
    accord.find('push button', re.compile('Import Opportunities…$')).click()
    accord.window(re.compile('Opportunities'))
    accord.close()


if __name__ == '__main__':
    run()
