/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-report-text.h"

#include <glib/gi18n.h>

/* What the words of the report mean. */

#define HEAD 3
#define TERM 1
#define MEANING 2

static const double widths[] = { 2, 28, 110 };

typedef struct
{
  const char *term;
  const char *meaning;
} Definition;

static const Definition definitions[] = {
  { N_("Plan year"),
    N_("Twelve months from the month in which the team’s fiscal year starts. Its quarters are Q1 to Q4.") },
  { N_("Data as of"),
    N_("The day up to which the report counts: later bookings, commitments and conversations are not in it.") },
  { N_("Member, territory"),
    N_("Who was on the team in the quarter, and the territory that they held last in it.") },
  { N_("Quota"),
    N_("What the company assigns to a member for the plan year.") },
  { N_("Commitment"),
    N_("What the member promises: the latest version committed on or before the day of the data. The quarters’ parts"
       " add up to the year’s.") },
  { N_("Stretch"),
    N_("The part of a commitment above the quota: commitment − quota, never below 0.") },
  { N_("Partner"),
    N_("The accountability partner: another member who holds the member to the commitment.") },
  { N_("Bookings"),
    N_("The amount of the opportunities won, by the day they were closed.") },
  { N_("Gap"),
    N_("Bookings − commitment. Below zero is what is still missing, above zero what was booked beyond the promise.") },
  { N_("Attainment"),
    N_("Bookings ÷ commitment of the quarter.") },
  { N_("Year to date"),
    N_("Bookings from the first day of the plan year to the end of the quarter or the day of the data, whichever is "
       "earlier.") },
  { N_("Members who left"),
    N_("Bookings of people who had left the team before the quarter: with them the rows add up to what the team "
       "booked.") },
  { N_("n/a"),
    N_("Not known, or a division by nothing: never the same as 0.") },
  { N_("Personal goal"),
    N_("What a member wants for themselves. It is private, or seen by a small group, or by the team, as the member "
       "chose.") },
  { N_("SWOT"),
    N_("Strengths and weaknesses are internal, opportunities and threats external.") },
  { N_("Control"),
    N_("Whose hands it is in: ours, something we can influence, or outside.") },
  { N_("Priority"),
    N_("Impact (1 to 5) × likelihood or certainty (1 to 5).") },
  { N_("Votes"),
    N_("What the team gave a card when it chose what matters most, those for the cards under it included.") },
  { N_("Pair"),
    N_("A card from inside and one from outside, and what the team makes of the two: use a strength, or mend a weakness, "
       "with an opportunity or against a threat.") },
  { N_("Conversation"),
    N_("A performance conversation: praise, coaching, shortfall, formal warning, or improvement-plan review. "
       "Withdrawn ones are not counted.") },
  { N_("Stage"),
    N_("Planned, held, sealed, presented, acknowledged (with a comment, or declined before a witness), closed. A "
       "wrong record is withdrawn, kept and marked.") },
  { N_("Sealed"),
    N_("The text is frozen and its hash chained to the record sealed before it: changes are evident afterwards, "
       "though not impossible.") },
  { N_("Action"),
    N_("Something that somebody is to do by a day. It is late when that day has passed and it is not done.") },
};

static const char *
audience_note (AccordAudience audience)
{
  switch (audience)
    {
    case ACCORD_AUDIENCE_TEAM:
      return _("This copy is for the team: it holds the personal goals and the SWOT cards that are meant for the whole "
               "team, and of conversations only how many there were.");
    case ACCORD_AUDIENCE_MANAGER:
      return _("This copy is for the manager: it holds all personal goals, and of conversations the date, kind, stage "
               "and purpose. Keep it where only the manager reads it.");
    case ACCORD_AUDIENCE_HR:
      return _("This copy is for HR: it holds the personal goals that are meant for the whole team, and the records of "
               "the conversations. Keep it where only those who must know read it.");
    default:
      g_assert_not_reached ();
    }
}

void
accord_report_write_definitions (AccordReportBook *book)
{
  const char *heads[] = { _("Term"), _("Meaning"), NULL };
  const char *name = accord_report_sheet_name (book->sheet_names, C_("sheet", "Definitions"));
  lxw_worksheet *sheet = accord_report_sheet_begin (book, name, name, widths, G_N_ELEMENTS (widths));
  const char *note = audience_note (book->report->audience);
  lxw_row_t row = HEAD;

  accord_report_put_heads (book, sheet, HEAD, TERM, heads, MEANING + 1);
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    {
      const char *meaning = _(definitions[i].meaning);

      row++;
      accord_report_put_text (book, sheet, row, TERM, _(definitions[i].term), ACCORD_STYLE_LIST_STRONG);
      accord_report_put_text (book, sheet, row, MEANING, meaning, ACCORD_STYLE_LIST_TEXT);
      accord_report_set_lines (sheet, row, accord_report_text_lines (meaning, widths[MEANING] - 2));
    }
  worksheet_autofilter (sheet, HEAD, TERM, row, MEANING);

  row += 2;
  accord_report_put_merged (book, sheet, row, TERM, MEANING, note, ACCORD_STYLE_NOTE);
  accord_report_set_lines (sheet, row, accord_report_text_lines (note, widths[TERM] + widths[MEANING] - 2));
  accord_report_sheet_end (sheet, HEAD + 1, TERM + 1, HEAD, row, MEANING);
}
