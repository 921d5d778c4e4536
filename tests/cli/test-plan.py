#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""accord-cli plan: from an income to this week's outreach. Every figure is worked out by hand, mostly in domain.md."""
import json

from tap import equal, csv_rows, run_tests, true

NOTHING = {'variable': None, 'bookings': None, 'deals': None, 'opportunities': None, 'meetings': None,
           'outreach': None, 'outreach_per_week': None}
PLAIN = ['plan', '--income', '100000', '--base', '40000', '--rate', '0.05', '--deal', '25000', '--win-rate', '0.25']


def test_example_to_the_letter(case):
    equal(case.good(*PLAIN, '--format', 'json'),
          '{"variable": 60000, "bookings": 1200000, "deals": 48, "opportunities": 192, "meetings": null, '
          '"outreach": null, "outreach_per_week": null}\n', 'the example of the contract')


def test_exact_ratios(case):
    # 14 deals <- 35 opportunities (40 %) <- 70 meetings (50 %) <- 200 outreach (35 %): exactly 200.
    row = case.rows('plan', '--income', '14000', '--base', '0', '--rate', '0.1', '--deal', '10000', '--win-rate', '0.4',
                    '--meeting-rate', '0.5', '--outreach-rate', '0.35', '--weeks', '40')
    equal(row, {'variable': 14000, 'bookings': 140000, 'deals': 14, 'opportunities': 35, 'meetings': 70,
                'outreach': 200, 'outreach_per_week': 5}, 'the funnel')


def test_hundred_and_eight_deals(case):
    row = case.rows('plan', '--income', '300000', '--base', '85000', '--rate', '1', '--deal', '2000', '--win-rate', '1')
    equal((row['variable'], row['deals']), (215000, 108), '300k - 85k sure, 2,000 a deal')


def test_marginal_tiers(case):
    # 5 % to 100k, 6 % to 125k, 7 % above: 150,000 pays 8,250.
    row = case.rows('plan', '--income', '8250', '--base', '0', '--tiers', '0:0.05,100000:0.06,125000:0.07',
                    '--deal', '150000', '--win-rate', '0.5')
    equal((row['bookings'], row['deals'], row['opportunities']), (150000, 1, 2), 'marginal')


def test_cliff_tiers(case):
    # 6 % up to 100k, 8 % on everything from there: 100,000 already pays 8,000, so 7,000 takes the edge, not 116,666.67.
    row = case.rows('plan', '--income', '7000', '--base', '0', '--tiers', '0:0.06,100000:0.08', '--cliff',
                    '--deal', '1000', '--win-rate', '1')
    equal(row['bookings'], 100000, 'the smallest bookings that pay')
    row = case.rows('plan', '--income', '8800', '--base', '0', '--tiers', '0:0.06,100000:0.08', '--cliff',
                    '--deal', '1000', '--win-rate', '1')
    equal(row['bookings'], 110000, 'above the edge')


def test_threshold(case):
    # 10 % pays 500 from 5,000 on, but nothing is paid below 20,000.
    row = case.rows('plan', '--income', '500', '--base', '0', '--rate', '0.1', '--threshold', '20000',
                    '--deal', '1000', '--win-rate', '1')
    equal((row['bookings'], row['deals']), (20000, 20), 'threshold')


def test_cents_half_to_even_and_exact(case):
    text = case.good('plan', '--income', '0.05', '--base', '0', '--rate', '1', '--deal', '0.10', '--win-rate', '1',
                     '--format', 'json')
    true('"variable": 0.05,' in text and '"bookings": 0.05,' in text, 'no binary noise: ' + text)
    # A third of 1,000.00 at 30 %: 3,333.333… is 3,333.33; 0.005 is even at 0.00, 0.015 at 0.02.
    row = case.rows('plan', '--income', '1000', '--base', '0', '--rate', '0.3', '--deal', '1', '--win-rate', '1')
    equal(row['bookings'], 3333.33, 'rounded to the cent')
    equal(row['deals'], 3334, 'the ceiling comes from the exact bookings')
    row = case.rows('plan', '--income', '0.005', '--base', '0', '--rate', '1', '--deal', '1', '--win-rate', '1')
    equal(row['variable'], 0, 'half to even, down')
    row = case.rows('plan', '--income', '0.015', '--base', '0', '--rate', '1', '--deal', '1', '--win-rate', '1')
    equal(row['variable'], 0.02, 'half to even, up')


def test_per_week(case):
    # 100 / 3 weeks, to the billionth.
    text = case.good('plan', '--income', '100', '--base', '0', '--rate', '1', '--deal', '1', '--win-rate', '1',
                     '--meeting-rate', '1', '--outreach-rate', '1', '--weeks', '3', '--format', 'json')
    true('"outreach_per_week": 33.333333333}' in text, text)


def test_nothing_needed(case):
    row = case.rows('plan', '--income', '40000', '--base', '50000', '--rate', '0.05', '--deal', '25000',
                    '--win-rate', '0.25')
    equal(row, {**NOTHING, 'variable': 0, 'bookings': 0, 'deals': 0, 'opportunities': 0}, 'base pays it all')


def test_zero_rates_give_null(case):
    row = case.rows('plan', '--income', '100', '--base', '0', '--rate', '0.1', '--deal', '0', '--win-rate', '0.5')
    equal((row['bookings'], row['deals'], row['opportunities']), (1000, None, None), 'no deal size')
    row = case.rows('plan', '--income', '100', '--base', '0', '--rate', '0.1', '--deal', '10', '--win-rate', '0')
    equal((row['deals'], row['opportunities']), (100, None), 'nothing is ever won')


def test_impossible_income_names_the_gap(case):
    # The cap pays 50,000 of the 60,000 needed.
    case.fault('plan', '--income', '100000', '--base', '40000', '--rate', '0.05', '--cap', '50000', '--deal', '25000',
               '--win-rate', '0.25', words=['--income 100000', '60000', '10000'])
    case.fault('plan', '--income', '500', '--base', '100', '--rate', '0', '--deal', '1', '--win-rate', '1',
               words=['400'])


def test_values_at_fault(case):
    for option, value in [('--income', '-1'), ('--income', '99999999999999999999'), ('--income', 'much'),
                          ('--income', ''), ('--income', '1e9'), ('--income', 'NaN'), ('--income', '1,000'),
                          ('--base', '-0.01'), ('--deal', 'x'), ('--win-rate', '-0.1'), ('--win-rate', '1.1'),
                          ('--win-rate', 'half'), ('--rate', '-0.05'), ('--rate', 'inf'), ('--rate', '10.1'),
                          ('--weeks', '-1'), ('--threshold', '-1'), ('--cap', '-1'), ('--meeting-rate', '2'),
                          ('--outreach-rate', '2')]:
        case.fault(*PLAIN, option + '=' + value, words=[option])
    case.fault(*PLAIN[:5], '--tiers', '0:0.05,x:0.07', *PLAIN[7:], words=['--tiers'])
    case.fault(*PLAIN[:5], '--tiers', '0:0.05,200:0.06,100:0.07', *PLAIN[7:], words=['--tiers'])
    case.fault(*PLAIN[:5], '--tiers', '100:0.05', *PLAIN[7:], words=['--tiers'])


def test_wrong_usage(case):
    case.misuse(*PLAIN[:-2], words=['--win-rate'])
    case.misuse('plan', words=['--income'])
    case.misuse(*PLAIN, '--tiers', '0:0.05')
    case.misuse(*PLAIN, '--cliff')
    case.misuse(*PLAIN, '--bogus', words=['--bogus'])
    case.misuse(*PLAIN, '--format', 'xml', words=['xml'])
    case.misuse(*PLAIN, 'FILE', words=['FILE'])
    case.misuse(*PLAIN, '--weeks')
    case.misuse(*PLAIN[:5], *PLAIN[7:], words=['--rate'])


def test_formats_and_spellings(case):
    row = csv_rows(case.good(*PLAIN, '--format=csv'))[0]
    equal(row, {'variable': '60000', 'bookings': '1200000', 'deals': '48', 'opportunities': '192', 'meetings': '',
                'outreach': '', 'outreach_per_week': ''}, 'csv')
    table = case.good(*PLAIN)
    equal(table, case.good(*PLAIN, '--format', 'table'), 'the table is what one gets')
    true('1,200,000' in table or '1200000' in table, table)
    percent = case.good('plan', '--format=json', '--win-rate=25%', '--deal=25000', '--rate=5 %', '--base=40000',
                        '--income=100000')
    equal(json.loads(percent)['opportunities'], 192, 'percentages, options in any order')


run_tests(dict(globals()))
