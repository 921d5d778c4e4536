/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-money.h"

/* One accent, grey rules, figures to the right; a colour for each quadrant. */

#define INK 0x22303c
#define MUTED 0x66717d
#define HEAD_FILL 0xf2f5f7
#define NOW_FILL 0xdfe9f1
#define LATE 0xa8323e
#define PLAIN LXW_COLOR_UNSET
#define PAD "_0_-" /* as wide as a digit and a dash */

typedef enum
{
  AS_TEXT,
  AS_MONEY,
  AS_PERCENT,
  AS_COUNT,
  AS_DATE,
} Kind;

enum
{
  BOLD = 1 << 0,
  WRAP = 1 << 1,
  TOP = 1 << 2,    /* text at the top of the cell, not in the middle */
  RIGHT = 1 << 3,
  RULE = 1 << 4,   /* a grey rule below */
  STRONG = 1 << 5, /* an accent rule above */
  UNDER = 1 << 6,  /* an accent rule below */
  INDENT = 1 << 7,
  BAND = 1 << 8,   /* a white rule below, between filled cells */
  GUTTER = 1 << 9, /* a white rule at the left, between filled cells side by side */
};

typedef struct
{
  double size;
  guint flags;
  lxw_color_t color;
  lxw_color_t fill;
  Kind kind;
} Look;

static const Look looks[ACCORD_N_STYLES] = {
  [ACCORD_STYLE_TITLE] = { 20, BOLD, ACCORD_COLOR_ACCENT, PLAIN, AS_TEXT },
  [ACCORD_STYLE_SUBTITLE] = { 11, 0, MUTED, PLAIN, AS_TEXT },
  [ACCORD_STYLE_SECTION] = { 13, BOLD, ACCORD_COLOR_ACCENT, PLAIN, AS_TEXT },
  [ACCORD_STYLE_NOTE] = { 10, WRAP | TOP, MUTED, PLAIN, AS_TEXT },
  [ACCORD_STYLE_META_LABEL] = { 10, 0, MUTED, PLAIN, AS_TEXT },
  [ACCORD_STYLE_META_TEXT] = { 11, 0, INK, PLAIN, AS_TEXT },
  [ACCORD_STYLE_META_DATE] = { 11, 0, INK, PLAIN, AS_DATE },
  [ACCORD_STYLE_TILE_LABEL] = { 10, STRONG | RIGHT | GUTTER | INDENT, MUTED, HEAD_FILL, AS_TEXT },
  [ACCORD_STYLE_TILE_MONEY] = { 17, BOLD | RIGHT | GUTTER, INK, HEAD_FILL, AS_MONEY },
  [ACCORD_STYLE_TILE_PERCENT] = { 17, BOLD | RIGHT | GUTTER, ACCORD_COLOR_ACCENT, HEAD_FILL, AS_PERCENT },
  [ACCORD_STYLE_TILE_NOTE] = { 9, RIGHT | GUTTER | INDENT, MUTED, HEAD_FILL, AS_TEXT },
  [ACCORD_STYLE_HEAD] = { 10, BOLD | WRAP | UNDER | INDENT, ACCORD_COLOR_ACCENT, HEAD_FILL, AS_TEXT },
  [ACCORD_STYLE_HEAD_NUMBER] = { 10, BOLD | WRAP | UNDER | RIGHT | INDENT, ACCORD_COLOR_ACCENT, HEAD_FILL, AS_TEXT },
  [ACCORD_STYLE_HEAD_NOW] = { 10, BOLD | WRAP | UNDER | RIGHT | INDENT, ACCORD_COLOR_ACCENT, NOW_FILL, AS_TEXT },
  [ACCORD_STYLE_TEXT] = { 11, WRAP | RULE | INDENT, INK, PLAIN, AS_TEXT },
  [ACCORD_STYLE_MONEY] = { 11, RULE | RIGHT, INK, PLAIN, AS_MONEY },
  [ACCORD_STYLE_PERCENT] = { 11, RULE | RIGHT, INK, PLAIN, AS_PERCENT },
  [ACCORD_STYLE_COUNT] = { 11, RULE | RIGHT, INK, PLAIN, AS_COUNT },
  [ACCORD_STYLE_DAY] = { 11, RULE | RIGHT, INK, PLAIN, AS_DATE },
  [ACCORD_STYLE_TOTAL_TEXT] = { 11, BOLD | STRONG | INDENT, INK, HEAD_FILL, AS_TEXT },
  [ACCORD_STYLE_TOTAL_MONEY] = { 11, BOLD | STRONG | RIGHT, INK, HEAD_FILL, AS_MONEY },
  [ACCORD_STYLE_TOTAL_PERCENT] = { 11, BOLD | STRONG | RIGHT, INK, HEAD_FILL, AS_PERCENT },
  [ACCORD_STYLE_TOTAL_COUNT] = { 11, BOLD | STRONG | RIGHT, INK, HEAD_FILL, AS_COUNT },
  [ACCORD_STYLE_LIST_TEXT] = { 11, WRAP | TOP | RULE | INDENT, INK, PLAIN, AS_TEXT },
  [ACCORD_STYLE_LIST_STRONG] = { 11, BOLD | WRAP | TOP | RULE | INDENT, INK, PLAIN, AS_TEXT },
  [ACCORD_STYLE_LIST_MONEY] = { 11, TOP | RULE | RIGHT, INK, PLAIN, AS_MONEY },
  [ACCORD_STYLE_LIST_PERCENT] = { 11, TOP | RULE | RIGHT, INK, PLAIN, AS_PERCENT },
  [ACCORD_STYLE_LIST_COUNT] = { 11, TOP | RULE | RIGHT, INK, PLAIN, AS_COUNT },
  [ACCORD_STYLE_LIST_DATE] = { 11, TOP | RULE | RIGHT, INK, PLAIN, AS_DATE },
  [ACCORD_STYLE_LIST_LATE] = { 11, BOLD | TOP | RULE | INDENT, LATE, PLAIN, AS_TEXT },
  [ACCORD_STYLE_STRENGTH_HEAD] = { 12, BOLD | INDENT | GUTTER, LXW_COLOR_WHITE, 0x2e7d4f, AS_TEXT },
  [ACCORD_STYLE_STRENGTH_CARD] = { 11, WRAP | BAND | INDENT | GUTTER, INK, 0xe4f2e9, AS_TEXT },
  [ACCORD_STYLE_WEAKNESS_HEAD] = { 12, BOLD | INDENT | GUTTER, LXW_COLOR_WHITE, 0xa65d14, AS_TEXT },
  [ACCORD_STYLE_WEAKNESS_CARD] = { 11, WRAP | BAND | INDENT | GUTTER, INK, 0xfaeddc, AS_TEXT },
  [ACCORD_STYLE_OPPORTUNITY_HEAD] = { 12, BOLD | INDENT | GUTTER, LXW_COLOR_WHITE, 0x1f5f99, AS_TEXT },
  [ACCORD_STYLE_OPPORTUNITY_CARD] = { 11, WRAP | BAND | INDENT | GUTTER, INK, 0xe2edf7, AS_TEXT },
  [ACCORD_STYLE_THREAT_HEAD] = { 12, BOLD | INDENT | GUTTER, LXW_COLOR_WHITE, 0xa8323e, AS_TEXT },
  [ACCORD_STYLE_THREAT_CARD] = { 11, WRAP | BAND | INDENT | GUTTER, INK, 0xf8e5e6, AS_TEXT },
};

/* Whether some amount of the report is not whole. */
static gboolean
has_fractions (const AccordReport *report)
{
  gint64 unit = 1;

  for (int i = 0; i < report->decimals; i++)
    unit *= 10;

  for (guint i = 0; i < report->members->len; i++)
    {
      const AccordReportMember *member = g_ptr_array_index (report->members, i);
      const gint64 amounts[] = { member->quota, member->commitment, member->quarters[0], member->quarters[1],
                                 member->quarters[2], member->quarters[3], member->year_to_date,
                                 member->bookings[report->quarter.quarter - 1] };

      for (guint a = 0; a < G_N_ELEMENTS (amounts); a++)
        {
          if (amounts[a] != ACCORD_UNKNOWN && amounts[a] % unit != 0)
            return TRUE;
        }
    }
  for (guint i = 0; i < report->goals->len; i++)
    {
      const AccordReportGoal *goal = g_ptr_array_index (report->goals, i);

      if (goal->amount != ACCORD_UNKNOWN && goal->amount % unit != 0)
        return TRUE;
    }
  return FALSE;
}

/* A number's format for what is above, below and at 0, and for n/a, with room at the right: an indent is not kept
 * beside numbers by every reader. */
static char *
padded_format (const char *above,
               const char *below)
{
  return g_strdup_printf ("%s" PAD ";%s" PAD ";%s" PAD ";@" PAD, above, below, above);
}

/* "$"#,##0 — the separators are the reader's own. */
static char *
money_format (const AccordReport *report,
              gboolean            fractions)
{
  const char *symbol = accord_currency_get_symbol (report->currency);
  g_autofree char *zeros = g_strnfill (report->decimals, '0');
  g_autofree char *number
    = fractions && report->decimals > 0 ? g_strconcat ("#,##0.", zeros, NULL) : g_strdup ("#,##0");
  /* A code stands apart, a sign does not. */
  const char *gap = g_ascii_isalpha (symbol[0]) ? " " : "";

  g_autofree char *above = g_strdup_printf ("\"%s%s\"%s", symbol, gap, number);
  g_autofree char *below = g_strconcat ("-", above, NULL);

  return padded_format (above, below);
}

static void
set_borders (lxw_format *format,
             guint       flags)
{
  if (flags & RULE)
    {
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_bottom_color (format, ACCORD_COLOR_RULE);
    }
  if (flags & UNDER)
    {
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_bottom_color (format, ACCORD_COLOR_ACCENT);
    }
  if (flags & STRONG)
    {
      format_set_top (format, LXW_BORDER_THIN);
      format_set_top_color (format, ACCORD_COLOR_ACCENT);
    }
  if (flags & GUTTER)
    {
      format_set_left (format, LXW_BORDER_THICK);
      format_set_left_color (format, LXW_COLOR_WHITE);
    }
  if (flags & BAND)
    {
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_bottom_color (format, LXW_COLOR_WHITE);
    }
}

static lxw_format *
add_style (lxw_workbook *workbook,
           const Look   *look,
           const char   *money)
{
  static const char *const numbers[][2] = {
    [AS_PERCENT] = { "0.0%", "-0.0%" },
    [AS_COUNT] = { "#,##0", "-#,##0" },
    [AS_DATE] = { "d mmm yyyy", "d mmm yyyy" },
  };
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_size (format, look->size);
  format_set_font_color (format, look->color);
  if (look->flags & BOLD)
    format_set_bold (format);
  if (look->flags & WRAP)
    format_set_text_wrap (format);
  format_set_align (format, look->flags & TOP ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
  format_set_align (format, look->flags & RIGHT ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  if (look->flags & INDENT)
    format_set_indent (format, 1);
  if (look->fill != PLAIN)
    format_set_bg_color (format, look->fill);
  if (look->kind == AS_MONEY)
    format_set_num_format (format, money);
  else if (look->kind != AS_TEXT && look->flags & RIGHT)
    {
      g_autofree char *padded = padded_format (numbers[look->kind][0], numbers[look->kind][1]);

      format_set_num_format (format, padded);
    }
  else if (look->kind != AS_TEXT)
    format_set_num_format (format, numbers[look->kind][0]);
  set_borders (format, look->flags);
  return format;
}

void
accord_report_book_add_styles (AccordReportBook *self)
{
  g_autofree char *whole = money_format (self->report, FALSE);
  g_autofree char *money = money_format (self->report, has_fractions (self->report));

  for (guint i = 0; i < ACCORD_N_STYLES; i++)
    self->styles[i] = add_style (self->workbook, &looks[i], i == ACCORD_STYLE_TILE_MONEY ? whole : money);
}
