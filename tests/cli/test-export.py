#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli export: everything, or everything on one member, whole or not at all, and no text becomes a formula."""
import csv
import json
import os
import pathlib
import stat

from tap import equal, run_tests, true


def demo(case):
    path = case.path('demo.accord')
    case.good('demo', path)
    return path


def table(folder, name):
    """The rows of a table, after a look that CSV and JSON say the same."""
    rows = json.loads((folder / (name + '.json')).read_text())
    with open(folder / (name + '.csv'), newline='') as file:
        lines = list(csv.DictReader(file))
    equal(len(lines), len(rows), 'rows of ' + name)
    for row, line in zip(rows, lines):
        for column, value in row.items():
            text = '' if value is None else json.dumps(value) if isinstance(value, bool) else str(value)
            if isinstance(value, str) and value[:1] in ('=', '+', '-', '@', '\t'):
                text = "'" + text
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                equal(float(line[column]), float(value), name + '.' + column)
            else:
                equal(line[column], text, name + '.' + column)
    return rows


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def test_everything(case):
    path, folder = demo(case), pathlib.Path(case.path('out'))
    before = pathlib.Path(path).read_bytes()
    equal(case.good('export', path, str(folder)), '', 'nothing is printed')
    equal(mode(folder), 0o700, 'mode of the folder')
    for file in folder.iterdir():
        equal(mode(file), 0o600, 'mode of ' + file.name)
    equal(pathlib.Path(path).read_bytes(), before, 'the workspace')
    readme = (folder / 'README.txt').read_text()
    for file in folder.glob('*.csv'):
        true(file.name in readme, file.name + ' stands in the README')

    members = {row['id']: row['name'] for row in table(folder, 'member')}
    equal(sorted(members.values()), sorted(row['name'] for row in case.rows('list', path, 'members')), 'members')
    listed = case.rows('list', path, 'opportunities')
    deals = table(folder, 'opportunity')
    equal(len(deals), len(listed), 'deals')
    equal(sum(row['amount'] or 0 for row in deals), sum(row['amount'] or 0 for row in listed), 'their amounts, in major units')
    equal(len(table(folder, 'actual')), len(case.rows('list', path, 'actuals')), 'actuals')
    true(len(table(folder, 'stage_observation')) >= len(deals), 'each deal has a stage on some day')
    sealed = [row for row in case.rows('list', path, 'conversations') if row['sealed']]
    equal(len(table(folder, 'seal')), len(sealed), 'seals')


def test_one_member(case):
    path, folder = demo(case), pathlib.Path(case.path('joe'))
    joe = next(row for row in case.rows('list', path, 'members') if row['name'].startswith('Joe '))
    case.good('export', path, str(folder), '--member', ' ' + joe['name'].upper())
    equal([row['name'] for row in table(folder, 'member')], [joe['name']], 'only Joe')
    goals = case.rows('list', path, 'goals', '--member', joe['name'])
    equal(sorted(row['title'] for row in table(folder, 'goal')), sorted(row['title'] for row in goals), 'his goals')
    equal({row['member'] for row in table(folder, 'opportunity')}, {joe['id']}, 'his deals')
    for row in table(folder, 'commitment'):
        if row['member'] != joe['id']:
            equal((row['partner'], row['amount'], row['because']), (joe['id'], None, None), 'a commitment that he backs')
    # What others hold in confidence is theirs.
    texts = ''.join(file.read_text() for file in folder.iterdir())
    for row in case.rows('list', path, 'goals'):
        if row['member'] != joe['name'] and row['title'] not in [goal['title'] for goal in goals]:
            true(row['title'] not in texts, 'no goal of %s' % row['member'])


def test_others_conversations(case):
    path, everything = demo(case), pathlib.Path(case.path('all'))
    case.good('export', path, str(everything))
    about = {row['id']: row['member'] for row in table(everything, 'conversation')}
    owners = {row['owner'] for row in table(everything, 'action')
              if row['conversation'] and row['owner'] and row['owner'] != about[row['conversation']]}
    true(owners, 'somebody has an action from a conversation with another')
    for row in table(everything, 'member'):
        if row['id'] not in owners:
            continue
        folder = pathlib.Path(case.path('member-%d' % row['id']))
        case.good('export', path, str(folder), '--member', row['name'])
        whole = {action['id']: action for action in table(everything, 'action')}
        for action in table(folder, 'action'):
            of = about.get(whole[action['id']]['conversation'])
            if of not in (None, row['id']):
                equal({column for column, value in action.items() if value is not None}
                      - {'id', 'owner', 'owner_name', 'due', 'done'}, set(), 'what an action of another tells')
            else:
                equal(action['what'], whole[action['id']]['what'], 'an action of their own')


def test_terms_of_pay(case):
    path, everything = demo(case), pathlib.Path(case.path('all'))
    case.good('export', path, str(everything))
    plan = next(row for row in table(everything, 'plan') if row['pay_terms'])
    folder = pathlib.Path(case.path('one'))
    case.good('export', path, str(folder), '--member', plan['member_name'])
    wanted = {row['pay_terms'] for row in table(everything, 'plan')
              if row['member'] == plan['member'] and row['pay_terms']}
    equal({row['id'] for row in table(folder, 'pay_terms')}, wanted, 'the terms of their plans, and no others')


def test_no_formulas(case):
    path, folder = case.path('new.accord'), pathlib.Path(case.path('out'))
    case.good('new', path, '--name', '=1+1')
    case.good('export', path, str(folder))
    equal(table(folder, 'settings')[0]['name'], '=1+1', 'JSON has the text as it is')
    true("'=1+1" in (folder / 'settings.csv').read_text(), 'CSV has an apostrophe before it')


def test_refusals(case):
    path = demo(case)
    full = pathlib.Path(case.path('full'))
    full.mkdir()
    (full / 'mine.txt').write_text('mine')
    case.fault('export', path, str(full), words=['full', 'not an empty folder'])
    equal([file.name for file in full.iterdir()], ['mine.txt'], 'what was there')
    case.fault('export', path, case.path('out'), '--member', 'Nobody', words=['Nobody'])
    case.fault('export', case.path('none.accord'), case.path('out'), words=['none.accord'])
    case.fault('export', path, case.path('no/such/out'), words=['out'])
    true(not os.path.exists(case.path('out')), 'nothing is left behind')
    equal([name for name in os.listdir(case.folder) if name.startswith('out')], [], 'no half of it either')
    case.misuse('export', path)
    empty = pathlib.Path(case.path('empty'))
    empty.mkdir()
    case.good('export', path, str(empty))
    true((empty / 'README.txt').exists(), 'an empty folder is welcome')


def test_damaged(case):
    path, folder = demo(case), pathlib.Path(case.path('out'))
    name = case.rows('list', path, 'members')[0]['name']
    data = bytearray(pathlib.Path(path).read_bytes())
    at = data.find(name.encode())
    true(at > 0, 'the name stands in the file')
    data[at] ^= 1
    pathlib.Path(path).write_bytes(data)
    done = case.call('export', path, str(folder))
    equal(done.returncode, 0, 'exit status: ' + done.stderr.decode())
    true(b'damaged' in done.stderr, 'it says so')
    rows = table(folder, 'member')
    true(rows and name not in [row['name'] for row in rows], 'all members but the one that is damaged')


def test_boards(case):
    folder = pathlib.Path(case.path('out'))
    case.good('export', demo(case), str(folder))
    cards = {row['id']: row for row in table(folder, 'card')}
    strategies, asks, votes = table(folder, 'strategy'), table(folder, 'ask'), table(folder, 'vote')
    true(strategies and asks and votes and table(folder, 'board_rules'), 'every table of the boards has rows')
    for row in strategies:
        equal(({cards[row['internal']]['quadrant']} <= {'strength', 'weakness'},
               {cards[row['external']]['quadrant']} <= {'opportunity', 'threat'}), (True, True), str(row))
    for row in asks:
        equal((row['asked'] is None, row['replied'] is None), (row['status'] == 'draft', row['reply'] == ''), str(row))
    true(any(row['member'] is None and row['ballot'] > 0 for row in votes), 'an anonymous vote is nobody\'s')
    true(all(cards[row['carried_from']]['year'] < row['year'] for row in cards.values() if row['carried_from']),
         'cards come from earlier years')
    true(all(cards[row['merged_into']]['merged_into'] is None for row in cards.values() if row['merged_into']),
         'cards lie one deep')


def test_boards_of_one_member(case):
    folder = pathlib.Path(case.path('out'))
    case.good('export', demo(case), str(folder), '--member', 'Melissa Tran')
    votes, cards = table(folder, 'vote'), table(folder, 'card')
    equal({row['member_name'] for row in votes}, {'Melissa Tran'}, 'whose votes')
    equal(sum(row['count'] for row in votes if row['card'] is not None), 13, 'six and seven of them for cards')
    equal({row['author_name'] for row in cards}, {'Melissa Tran'}, 'whose cards')
    true('Friendly accounts that never buy' in {row['title'] for row in cards}, 'what she wrote')
    for name in ('ask', 'strategy', 'board_rules'):
        true(not (folder / (name + '.json')).exists() or not table(folder, name), name + ' is not about her')


def test_forecasts_and_accounts(case):
    path = demo(case)
    everything, one = pathlib.Path(case.path('out')), pathlib.Path(case.path('one'))
    case.good('export', path, str(everything))
    case.good('export', path, str(one), '--member', 'Joe Marchetti')
    rows = table(everything, 'forecast')
    equal(set(rows[0]), {'id', 'member', 'member_name', 'starts', 'amount', 'made_on', 'note'}, 'columns')
    true(all(row['starts'] <= row['made_on'] and row['amount'] > 0 for row in rows), 'each was said in its quarter')
    own = table(one, 'forecast')
    equal(own, [row for row in rows if row['member_name'] == 'Joe Marchetti'], 'his own, and no others')
    true(len(own) > 20, 'three years of them')
    true(all(row['ideal'] is True for row in table(everything, 'account')), 'ideal accounts')
    true(not (one / 'account.json').exists(), 'accounts are the team\'s')
    true('forecast.csv' in (everything / 'README.txt').read_text(), 'the README has the columns')


if __name__ == '__main__':
    run_tests(globals())
