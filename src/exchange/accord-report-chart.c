/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-book.h"

#include "accord-money.h"
#include "accord-report-text.h"

#include <glib/gi18n.h>

/* A native chart, so that it follows the cells. */

#define COLUMNS_HEIGHT 330 /* pixels */
#define BAR_HEIGHT 24
#define ROW_HEIGHT 26
#define COLUMNS_MAX 12 /* more members lie better in bars */
#define ALTERNATIVE_MAX 2000

static lxw_chart_font small_font = { .size = 9, .color = 0x4a5560 };

/* What the chart shows, in words. */
static char *
describe (const AccordReport *report,
          guint               n_members)
{
  const int q = report->quarter.quarter - 1;
  GString *text = g_string_new (NULL);
  g_autofree char *whole = NULL;

  /* Translators: %s is a quarter such as "Q4 2026"; member by member follows */
  g_string_append_printf (text, _("Chart of commitment against bookings in %s, by member."), report->quarter_name);
  for (guint i = 0; i < n_members && text->len < ALTERNATIVE_MAX; i++)
    {
      const AccordReportMember *member = g_ptr_array_index (report->members, i);
      g_autofree char *commitment = accord_money_format (member->quarters[q], report->currency, report->decimals);
      g_autofree char *bookings = accord_money_format (member->bookings[q], report->currency, report->decimals);

      g_string_append_c (text, ' ');
      /* Translators: a member's name, what they committed to, what they booked */
      g_string_append_printf (text, _("%s: commitment %s, bookings %s."), member->name, commitment, bookings);
    }
  whole = g_string_free (text, FALSE);
  return accord_report_text_clean_line (whole, ALTERNATIVE_MAX);
}

static void
add_series (AccordReportBook *self,
            lxw_chart        *chart,
            lxw_row_t         head,
            guint             n_members,
            lxw_col_t         column,
            lxw_color_t       color)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = color };
  lxw_chart_line line = { .none = LXW_TRUE };

  chart_series_set_categories (series, self->summary_name, head + 1, 1, head + n_members, 1);
  chart_series_set_values (series, self->summary_name, head + 1, column, head + n_members, column);
  chart_series_set_name_range (series, self->summary_name, head, column);
  chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &line);
}

static void
style_axes (lxw_chart *chart,
            gboolean   bars)
{
  /* libxlsxwriter turns a bar chart's axes round. */
  lxw_chart_axis *names = chart_axis_get (chart, bars ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X);
  lxw_chart_axis *values = chart_axis_get (chart, bars ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y);
  lxw_chart_line rule = { .color = ACCORD_COLOR_RULE, .width = 0.75 };
  lxw_chart_line none = { .none = LXW_TRUE };

  chart_axis_set_num_font (names, &small_font);
  chart_axis_set_num_font (values, &small_font);
  chart_axis_set_line (names, &rule);
  chart_axis_set_line (values, &none);
  chart_axis_set_major_tick_mark (names, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_set_major_tick_mark (values, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_major_gridlines_set_visible (values, LXW_TRUE);
  chart_axis_major_gridlines_set_visible (names, LXW_FALSE);
  chart_axis_major_gridlines_set_line (values, &rule);
  chart_axis_set_num_format (values, "#,##0");
  if (bars)
    {
      chart_axis_set_reverse (names);
      chart_axis_set_label_position (values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    }
}

static guint
chart_height (guint n_members)
{
  return n_members > COLUMNS_MAX ? 60 + n_members * BAR_HEIGHT : COLUMNS_HEIGHT;
}

lxw_row_t
accord_report_chart_rows (guint n_members)
{
  return n_members == 0 ? 0 : chart_height (n_members) / ROW_HEIGHT + 1;
}

void
accord_report_add_chart (AccordReportBook *self,
                         lxw_worksheet    *sheet,
                         lxw_row_t         row,
                         const double     *widths,
                         guint             n_members,
                         lxw_row_t         head)
{
  const gboolean bars = n_members > COLUMNS_MAX;
  lxw_chart *chart = workbook_add_chart (self->workbook, bars ? LXW_CHART_BAR : LXW_CHART_COLUMN);
  g_autofree char *description = describe (self->report, n_members);
  lxw_chart_line none = { .none = LXW_TRUE };
  lxw_chart_options options = { .object_position = LXW_OBJECT_MOVE_DONT_SIZE, .description = description };
  double width = 0;

  for (guint i = 1; i < 8; i++)
    width += (int) (widths[i] * 7 + 0.5) + 5;

  add_series (self, chart, head, n_members, 3, ACCORD_COLOR_SOFT);
  add_series (self, chart, head, n_members, 4, ACCORD_COLOR_ACCENT);
  style_axes (chart, bars);
  chart_title_off (chart);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_TOP);
  chart_legend_set_font (chart, &small_font);
  chart_set_series_gap (chart, 70);
  chart_set_series_overlap (chart, 0);
  chart_chartarea_set_line (chart, &none);
  options.x_scale = width / 480.0;
  options.y_scale = chart_height (n_members) / 288.0;
  worksheet_insert_chart_opt (sheet, row, 1, chart, &options);
}
