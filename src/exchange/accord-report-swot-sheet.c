/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-report-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* The board as it hangs on the wall, internal above external and helpful beside harmful; under it the cards with
 * what speaks for them. */

enum
{
  QUADRANT = 1,
  CARD,
  DETAIL,
  EVIDENCE,
  SCOPE,
  CONTROL,
  IMPACT,
  LIKELIHOOD,
  PRIORITY,
  VOTES,
  STATE,
};

#define BOARD_ROW 3
#define BOARD_TEXT_MAX 240
#define LEFT_FIRST QUADRANT
#define LEFT_LAST DETAIL
#define RIGHT_FIRST EVIDENCE
#define RIGHT_LAST PRIORITY

static const double widths[] = { 2, 16, 30, 42, 34, 16, 16, 11, 13, 11, 9, 26 };

static double
width_of (lxw_col_t first,
          lxw_col_t last)
{
  double width = 0;

  for (lxw_col_t column = first; column <= last; column++)
    width += widths[column];
  return width;
}

/* The cards of a quadrant, as a GPtrArray that borrows them. */
static GPtrArray *
cards_in (const AccordReport *report,
          AccordQuadrant      quadrant)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < report->cards->len; i++)
    {
      AccordReportCard *card = g_ptr_array_index (report->cards, i);

      if (card->quadrant == quadrant)
        g_ptr_array_add (cards, card);
    }
  return cards;
}

/* What a card says on the board; a territory's own cards say whose they are. (transfer full) */
static char *
card_text (GPtrArray *cards,
           guint      index)
{
  const AccordReportCard *card;
  g_autofree char *title = NULL;

  if (index >= cards->len)
    return g_strdup ("");

  /* The list under the board has the whole of it. */
  card = g_ptr_array_index (cards, index);
  title = accord_report_text_clean_line (card->title, BOARD_TEXT_MAX);
  if (*card->scope == '\0')
    return g_steal_pointer (&title);
  /* Translators: a territory, and a card on its SWOT board */
  return g_strdup_printf (_("%s: %s"), card->scope, title);
}

/* What a quadrant's head says: its name, and where it stands on the two axes. (transfer full) */
static char *
head_text (AccordQuadrant quadrant)
{
  static const char *const axes[] = {
    [ACCORD_QUADRANT_STRENGTH] = N_("internal, helpful"),
    [ACCORD_QUADRANT_WEAKNESS] = N_("internal, harmful"),
    [ACCORD_QUADRANT_OPPORTUNITY] = N_("external, helpful"),
    [ACCORD_QUADRANT_THREAT] = N_("external, harmful"),
  };

  /* Translators: a quadrant of the SWOT board, and where it stands: "Strengths — internal, helpful" */
  return g_strdup_printf (_("%s — %s"), accord_quadrant_get_label (quadrant), _(axes[quadrant]));
}

static void
put_half (AccordReportBook *book,
          lxw_worksheet    *sheet,
          lxw_row_t         row,
          gboolean          right,
          const char       *text,
          AccordReportStyle style)
{
  accord_report_put_merged (book, sheet, row, right ? RIGHT_FIRST : LEFT_FIRST, right ? RIGHT_LAST : LEFT_LAST, text,
                            style);
}

/* Two quadrants side by side; gives the row after them. */
static lxw_row_t
write_pair (AccordReportBook *book,
            lxw_worksheet    *sheet,
            lxw_row_t         row,
            AccordQuadrant    left,
            AccordQuadrant    right)
{
  const AccordQuadrant quadrants[] = { left, right };
  g_autoptr (GPtrArray) left_cards = cards_in (book->report, left);
  g_autoptr (GPtrArray) right_cards = cards_in (book->report, right);
  GPtrArray *cards[] = { left_cards, right_cards };
  const double columns[] = { width_of (LEFT_FIRST, LEFT_LAST), width_of (RIGHT_FIRST, RIGHT_LAST) };
  const guint n = MAX (MAX (left_cards->len, right_cards->len), 3);

  worksheet_set_row (sheet, row, 24, NULL);
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *text = head_text (quadrants[side]);

      put_half (book, sheet, row, side == 1, text, ACCORD_STYLE_STRENGTH_HEAD + 2 * quadrants[side]);
    }

  for (guint i = 0; i < n; i++)
    {
      int lines = 1;

      row++;
      for (guint side = 0; side < 2; side++)
        {
          g_autofree char *text = card_text (cards[side], i);

          put_half (book, sheet, row, side == 1, text, ACCORD_STYLE_STRENGTH_CARD + 2 * quadrants[side]);
          lines = MAX (lines, accord_report_text_lines (text, columns[side] - 4));
        }
      accord_report_set_lines (sheet, row, lines);
    }
  return row + 1;
}

static void
put_rating (AccordReportBook *book,
            lxw_worksheet    *sheet,
            lxw_row_t         row,
            lxw_col_t         column,
            gint64            rating)
{
  accord_report_put_number (book, sheet, row, column, rating == 0 ? NAN : (double) rating, ACCORD_STYLE_LIST_COUNT);
}

/* With what lies under the card. (transfer full) */
static char *
dup_detail (const AccordReportCard *card)
{
  g_autofree char *also = NULL;

  if (*card->also == '\0')
    return g_strdup (card->detail);

  /* Translators: what the cards say that lie under another one */
  also = g_strdup_printf (_("also: %s"), card->also);
  return *card->detail == '\0' ? g_steal_pointer (&also) : g_strconcat (card->detail, "\n", also, NULL);
}

static char *
dup_state (const AccordReportCard *card)
{
  if (!card->resolved)
    return g_strdup (_("Open"));
  if (*card->outcome == '\0')
    return g_strdup (_("Resolved"));
  /* Translators: of a card; what became of it */
  return g_strdup_printf (_("Resolved: %s"), card->outcome);
}

static void
write_card (AccordReportBook       *book,
            lxw_worksheet          *sheet,
            lxw_row_t               row,
            const AccordReportCard *card)
{
  const double priority
    = card->impact == 0 || card->likelihood == 0 ? NAN : (double) card->impact * (double) card->likelihood;
  g_autofree char *detail = dup_detail (card);
  g_autofree char *state = dup_state (card);
  const int lines[] = { accord_report_text_lines (card->title, widths[CARD] - 2),
                        accord_report_text_lines (detail, widths[DETAIL] - 1),
                        accord_report_text_lines (state, widths[STATE] - 1),
                        accord_report_text_lines (card->evidence, widths[EVIDENCE] - 1),
                        accord_report_text_lines (card->scope, widths[SCOPE] - 1) };
  int most = 1;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    most = MAX (most, lines[i]);

  accord_report_put_text (book, sheet, row, QUADRANT, accord_quadrant_get_label (card->quadrant),
                          ACCORD_STYLE_LIST_TEXT);
  accord_report_put_text (book, sheet, row, CARD, card->title, ACCORD_STYLE_LIST_STRONG);
  accord_report_put_text (book, sheet, row, DETAIL, detail, ACCORD_STYLE_LIST_TEXT);
  accord_report_put_text (book, sheet, row, EVIDENCE, card->evidence, ACCORD_STYLE_LIST_TEXT);
  accord_report_put_text (book, sheet, row, SCOPE, *card->scope == '\0' ? _("Team") : card->scope,
                          ACCORD_STYLE_LIST_TEXT);
  accord_report_put_text (book, sheet, row, CONTROL, card->control, ACCORD_STYLE_LIST_TEXT);
  put_rating (book, sheet, row, IMPACT, card->impact);
  put_rating (book, sheet, row, LIKELIHOOD, card->likelihood);
  accord_report_put_formula (book, sheet, row, PRIORITY, ACCORD_STYLE_LIST_COUNT, priority, "=IFERROR(%s*%s,%s)",
                             accord_report_cell (row, IMPACT), accord_report_cell (row, LIKELIHOOD),
                             book->not_available);
  accord_report_put_number (book, sheet, row, VOTES, card->votes == ACCORD_UNKNOWN ? NAN : (double) card->votes,
                            ACCORD_STYLE_LIST_COUNT);
  accord_report_put_text (book, sheet, row, STATE, state, ACCORD_STYLE_LIST_TEXT);
  accord_report_set_lines (sheet, row, most);
}

gboolean
accord_report_has_swot (const AccordReport *report)
{
  return report->cards->len > 0;
}

void
accord_report_write_swot (AccordReportBook *book)
{
  const AccordReport *report = book->report;
  const char *heads[] = { _("Quadrant"), _("Card"), _("Detail"), _("Evidence"), _("Board"), _("Control"),
                          _("Impact"), _("Likelihood"), _("Priority"), _("Votes"), NULL };
  const char *name = accord_report_sheet_name (book->sheet_names, C_("sheet", "SWOT"));
  /* Translators: title of a sheet; %s is a plan year */
  g_autofree char *title = g_strdup_printf (_("SWOT %s"), report->year_name);
  lxw_worksheet *sheet = accord_report_sheet_begin (book, name, title, widths, G_N_ELEMENTS (widths));
  lxw_row_t row = BOARD_ROW, head, last;

  row = write_pair (book, sheet, row, ACCORD_QUADRANT_STRENGTH, ACCORD_QUADRANT_WEAKNESS);
  worksheet_set_row (sheet, row, 8, NULL);
  row = write_pair (book, sheet, row + 1, ACCORD_QUADRANT_OPPORTUNITY, ACCORD_QUADRANT_THREAT);

  accord_report_put_text (book, sheet, ++row, QUADRANT, _("Cards and their evidence"), ACCORD_STYLE_SECTION);
  head = ++row;
  accord_report_put_heads (book, sheet, head, QUADRANT, heads, IMPACT);
  accord_report_put_text (book, sheet, head, STATE, _("State"), ACCORD_STYLE_HEAD);
  for (guint i = 0; i < report->cards->len; i++)
    write_card (book, sheet, ++row, g_ptr_array_index (report->cards, i));
  worksheet_autofilter (sheet, head, QUADRANT, row, STATE);
  last = accord_report_write_swot_work (book, sheet, row, widths);
  /* Where more tables follow, these heads are not theirs. */
  accord_report_sheet_end (sheet, 2, 0, last > row ? 0 : head, last, STATE);
}
