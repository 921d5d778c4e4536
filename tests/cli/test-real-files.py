#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of other programs, imported and scored, against figures that were computed without Accord.

They are not part of the source (tap.shared()): where they are not at hand, each case says so and is skipped.
"""
import csv
import json
import pathlib
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from tap import SHARED, equal, run_tests, shared, true

SIX = Decimal('0.000001')
QUARTERS = ('2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4')


def table(name):
    with open(shared('expected/%s.csv' % name), encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def card(case, path, quarter):
    text = case.good('scorecard', path, '--quarter', quarter, '--format', 'json')
    return {(row['member'], row['territory'], row['metric']): row for row in json.loads(text, parse_float=Decimal, parse_int=Decimal)}


def six(value):
    return None if value in (None, '') else Decimal(value).quantize(SIX, ROUND_HALF_EVEN)


def cents(value):
    return Decimal(value).quantize(Decimal('0.01'), ROUND_HALF_EVEN)


def new(case, name='team.accord', *options):
    path = case.path(name)
    case.good('new', path, *options)
    return path


def maven(case, file, *options):
    path = new(case)
    case.imported(path, 'members', shared('maven-crm/sales_teams.csv'))
    done, _ = case.imported(path, 'opportunities', shared(file), *options)
    equal(done, {'read': 8800, 'added': 8800, 'updated': 0, 'skipped': 0, 'refused': []}, file)
    return path


def cycles(rows):
    """Days from engaged to won by agent and quarter of the close date: the mean of whole days."""
    days = {}
    for row in rows:
        if row['deal_stage'] != 'Won':
            continue
        closed = date.fromisoformat(row['close_date'])
        quarter = '%d-Q%d' % (closed.year, (closed.month + 2) // 3)
        days.setdefault((row['sales_agent'], quarter), []).append((closed - date.fromisoformat(row['engage_date'])).days)
    return {key: six(Decimal(sum(lengths)) / len(lengths)) for key, lengths in days.items()}


def check_maven(case, path):
    with open(shared('maven-crm/sales_pipeline.csv'), encoding='utf-8', newline='') as file:
        wanted_cycles = cycles(csv.DictReader(file))
    agents = {(row['sales_agent'], row['quarter']): row for row in table('expected-maven-agent-quarter')}
    offices = {(row['regional_office'], row['quarter']): row for row in table('expected-maven-office-quarter')}
    seen = 0
    for quarter in QUARTERS:
        rows = card(case, path, quarter)
        for (member, territory, metric), row in rows.items():
            key = (member, quarter) if member else (territory, quarter)
            wanted = agents.get(key) if member else offices.get(key)
            if metric == 'Bookings' and member and wanted is None:
                equal(row['actual'], 0, 'nothing is booked by %s in %s' % key)
            if wanted is None:
                continue
            seen += 1
            if metric == 'Bookings':
                equal(cents(row['actual']), cents(wanted['won_value']), 'bookings of %s in %s' % key)
            elif metric == 'Win rate':
                equal(six(row['actual']), six(wanted['win_rate']), 'win rate of %s in %s' % key)
            elif metric == 'Average deal':
                equal(row['actual'], cents(Decimal(wanted['won_value']) / Decimal(wanted['deals_won'])), 'average deal of %s in %s' % key)
            elif metric == 'Sales cycle' and member:
                equal(six(row['actual']), wanted_cycles[key], 'cycle of %s in %s' % key)
        equal(sum(Decimal(row['won_value']) for key, row in offices.items() if key[1] == quarter), rows[None, None, 'Bookings']['actual'],
              'the team in ' + quarter)
    equal(seen, 6 * (len(agents) + len(offices)), 'every figure was compared')


def test_maven(case):
    path = maven(case, 'maven-crm/sales_pipeline.csv')
    check_maven(case, path)
    case.good('check', path)


def test_maven_of_a_german_excel(case):
    check_maven(case, maven(case, 'maven-variants/05-german-semicolon-cp1252.csv'))


def test_maven_of_salesforce(case):
    check_maven(case, maven(case, 'maven-variants/08-salesforce-report.csv'))


def test_maven_with_a_byte_order_mark(case):
    path = maven(case, 'maven-variants/01-utf8-bom-crlf.csv')
    case.rows('undo-import', path)
    equal(case.rows('list', path, 'opportunities'), [], 'taken back')
    case.good('check', path)


def test_maven_without_its_members(case):
    path = new(case)
    done, _ = case.imported(path, 'opportunities', shared('maven-crm/sales_pipeline.csv'), '--create-members')
    equal((done['added'], len(case.rows('list', path, 'members'))), (8800, 30), 'the members are made')


def adventure_works(case):
    path = new(case)
    case.imported(path, 'members', shared('adventureworks-powerbi/Salesperson.csv'), '--map', 'alias=EmployeeKey')
    case.imported(path, 'quotas', shared('adventureworks-powerbi/Targets.csv'))
    done, _ = case.imported(path, 'actuals', shared('adventureworks-powerbi/Sales.csv'), '--map', 'member=EmployeeKey',
                            '--map', 'period=OrderDate', '--map', 'value=Sales', '--set', 'metric=Bookings', '--sum')
    equal(done, {'read': 57851, 'added': 57851, 'updated': 0, 'skipped': 0, 'refused': []}, 'sales')
    return path


def test_adventure_works(case):
    path = adventure_works(case)
    wanted = {(row['salesperson'], row['quarter']): row for row in table('expected-aw-powerbi-quarter')}
    team = {row['quarter']: row for row in table('expected-aw-powerbi-team-quarter')}
    seen = 0
    for quarter in sorted({key[1] for key in wanted}):
        rows = card(case, path, quarter)
        for (member, _, metric), row in rows.items():
            if metric != 'Bookings':
                continue
            if member is None:
                if quarter in team:
                    equal([cents(row['actual']), six(row['attainment'])],
                          [cents(team[quarter]['actual']), six(team[quarter]['attainment'])], 'the team in ' + quarter)
                continue
            figures = wanted.get((member, quarter))
            if figures is None:
                equal((row['actual'], row['target']), (0, None), 'nothing of %s in %s' % (member, quarter))
                continue
            seen += 1
            equal([cents(row['actual']), None if row['target'] is None else cents(row['target']), six(row['attainment'])],
                  [cents(figures['actual'] or 0), cents(figures['target']) if figures['target'] else None, six(figures['attainment'])],
                  '%s in %s' % (member, quarter))
    equal(seen, len(wanted), 'everybody and every quarter')
    case.good('check', path)


def test_adventure_works_taken_back(case):
    path = adventure_works(case)
    case.rows('undo-import', path)
    equal((case.rows('list', path, 'actuals'), case.rows('list', path, 'metrics')), ([], []), 'values and metric')
    case.good('check', path)


def test_hubspot(case):
    path = new(case)
    done, said = case.imported(path, 'opportunities', shared('hubspot-dummy/hubspot_deals.csv'), '--create-members')
    equal((done['read'], done['added'], done['refused']), (500, 500, []), 'deals')
    true('Qualified to Buy (77)' in said, 'open stages are listed: ' + said)
    equal({row['name'] for row in case.rows('list', path, 'members')} >= {'angela.martin@example.com'}, True, 'by e-mail')
    wanted = {(row['deal_owner'], row['quarter']): row for row in table('expected-hubspot-owner-quarter')}
    for quarter in sorted({key[1] for key in wanted}):
        rows = card(case, path, quarter)
        for (owner, of), figures in wanted.items():
            if of != quarter:
                continue
            won, lost = Decimal(figures['won']), Decimal(figures['lost'])
            equal(cents(rows[owner, None, 'Bookings']['actual']), cents(figures['won_amount']), '%s in %s' % (owner, quarter))
            equal(six(rows[owner, None, 'Win rate']['actual']), six(won / (won + lost)) if won + lost else None,
                  'win rate of %s in %s' % (owner, quarter))
    case.good('check', path)


def northwind_lines(case):
    """Orders and their lines joined, as a person would in a spreadsheet: one line of a sale a row, in full precision."""
    orders = {}
    with open(shared('northwind/orders.csv'), encoding='utf-8', newline='') as file:
        for row in csv.reader(file):
            orders[row[0]] = (row[2], row[3])
    lines = ['employee,quarter,net']
    with open(shared('northwind/order-details.csv'), encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file):
            employee, date = orders[row['orderID']]
            net = Decimal(row['unitPrice']) * Decimal(row['quantity']) * (1 - Decimal(row['discount']))
            lines.append('%s,%s-Q%d,%s' % (employee, date[:4], (int(date[5:7]) + 2) // 3, net))
    return case.write('northwind.csv', '\n'.join(lines) + '\n')


def test_northwind(case):
    path = new(case)
    case.imported(path, 'members', shared('northwind/employees.csv'))
    file = northwind_lines(case)
    done, _ = case.imported(path, 'actuals', file, '--map', 'value=net', '--set', 'metric=Net sales',
                            '--sum')
    equal((done['read'], done['refused']), (2155, []), 'lines')
    wanted = {(row['employee'], row['quarter']): row for row in table('expected-northwind-employee-quarter')}
    for quarter in sorted({key[1] for key in wanted}):
        rows = {key[0]: row['actual'] for key, row in card(case, path, quarter).items() if key[2] == 'Net sales'}
        for (employee, of), figures in wanted.items():
            if of != quarter:
                continue
            equal(cents(rows[employee]), cents(figures['net_sales_2dp']), '%s in %s' % (employee, quarter))
    case.good('check', path)


def nasty_files():
    shared('csv-nasty')
    return sorted(path for path in (SHARED / 'csv-nasty').rglob('*.csv'))


def test_nasty_files(case):
    """Whatever it is: it goes in, or a line and a reason say why not; the workspace stays sound, and nothing is half there."""
    files = nasty_files()
    true(len(files) > 60, 'there are files')
    path = new(case)
    for file in files:
        for kind, options in (('members', ()), ('opportunities', ('--create-members',)), ('actuals', ('--create-members',))):
            done = case.call('import', path, kind, str(file), *options, '--format', 'json')
            error = done.stderr.decode()
            true(done.returncode in (0, 1), '%s of %s: %d %s' % (kind, file.name, done.returncode, error))
            if done.returncode == 1:
                true(done.stdout == b'' and error.count('\n') == 1, '%s of %s: %s' % (kind, file.name, error))
                continue
            result = json.loads(done.stdout)
            equal(result['read'], result['added'] + result['updated'] + result['skipped'] + len(result['refused']), file.name)
            true(all(row['line'] >= 1 and row['reason'] for row in result['refused']), '%s: %s' % (file.name, result['refused']))
    case.good('check', path)


def test_nasty_files_as_opportunities(case):
    """The same with the first three columns taken for what is needed, so that rows are read and not only headers."""
    imported = 0
    for number, file in enumerate(nasty_files()):
        header = headers(file)
        if header is None:
            continue
        path = new(case, '%d.accord' % number)
        maps = [word for field, name in zip(('id', 'member', 'stage'), header) for word in ('--map', '%s=%s' % (field, name))]
        done = case.call('import', path, 'opportunities', str(file), '--create-members', *maps, '--format', 'json')
        true(done.returncode in (0, 1), '%s: %s' % (file.name, done.stderr.decode()))
        if done.returncode == 0:
            result = json.loads(done.stdout)
            equal(len(case.rows('list', path, 'opportunities')), result['added'], file.name)
            imported += result['added']
        case.good('check', path)
        pathlib.Path(path).unlink()
    true(imported > 100, 'something goes in: %d' % imported)


def headers(path):
    """The first three cells of the first row, where they are plain text and each there once."""
    try:
        row = next(csv.reader(path.read_bytes().decode('utf-8-sig').splitlines()))
    except (UnicodeDecodeError, StopIteration, csv.Error):
        return None
    cells = [cell.strip() for cell in row]
    return cells[:3] if len(cells) >= 3 and len(set(cells)) == len(cells) and all(cells) and '\x00' not in ''.join(cells) else None


if __name__ == '__main__':
    run_tests(globals())
